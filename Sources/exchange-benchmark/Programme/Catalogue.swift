import ExchangeModel

/// What the events of the invented programme refer to: cities, organisations, places, artists.
///
/// It is the same whatever the number of events, and small beside them.
struct Catalogue {
    static let places = 300
    static let artists = 400

    static let city = [
        (id: "carrara", zone: "Europe/Rome", country: "IT", names: ["Carrara", "Carrara", "Carrare", "كرارا"]),
        (id: "aswan", zone: "Africa/Cairo", country: "EG", names: ["Assuan", "Aswan", "Assouan", "أسوان"]),
        (id: "dakar", zone: "Africa/Dakar", country: "SN", names: ["Dakar", "Dakar", "Dakar", "داكار"]),
        (id: "guangzhou", zone: "Asia/Shanghai", country: "CN", names: ["Canton", "Guangzhou", "Canton", "قوانغتشو"]),
    ]

    /// The city that a place lies in, as an index: five of six places lie in the first.
    static func cityIndex(ofPlace index: Int) -> Int { index % 6 == 5 ? 1 + index / 6 % 3 : 0 }

    static func id(_ name: String, _ index: Int) -> String {
        let digits = String(index)
        return name + "-" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }

    var exchange: Exchange {
        var exchange = Exchange()
        exchange.schema = "urn:cos-exchange:schema:1.0"
        exchange.format = "cos-exchange"
        exchange.schemaVersion = "1.0"
        exchange.id = "benchmark-programme"
        exchange.name = Vocabulary.text([
            "Studi aperti di prova", "Sample open studios", "Ateliers ouverts d’essai", "مراسم مفتوحة تجريبية",
        ])
        exchange.baseURI = "https://data.studi-aperti.example/id/"
        exchange.generated = "2026-02-01T08:00:00Z"
        exchange.languages = Vocabulary.languages
        exchange.publisher = Self.id("organisation", 0)
        exchange.url = "https://www.studi-aperti.example/"
        exchange.licence = "CC-BY-4.0"
        return exchange
    }

    var cities: [City] {
        Self.city.map { known in
            var city = City()
            city.id = known.id
            city.name = Vocabulary.text(known.names)
            city.country = known.country
            city.timeZone = known.zone
            return city
        }
    }

    var organisations: [Organisation] {
        (0..<6).map { index in
            var organisation = Organisation()
            organisation.id = Self.id("organisation", index)
            organisation.name["it"] = "Associazione Esempio \(index + 1)"
            organisation.kind = "association"
            organisation.city = "carrara"
            organisation.email = "info@esempio-\(index + 1).example"
            return organisation
        }
    }

    var programme: Programme {
        var programme = Programme()
        programme.id = "studi-aperti"
        programme.name = Vocabulary.text(["Studi aperti", "Open studios", "Ateliers ouverts", "مراسم مفتوحة"])
        programme.kind = "open-studios"
        programme.cities = Self.city.map(\.id)
        return programme
    }

    var edition: Edition {
        var edition = Edition()
        edition.id = "edition-2026"
        edition.programme = "studi-aperti"
        edition.name = Vocabulary.text(["Edizione 2026", "2026 edition", "Édition 2026", "دورة 2026"])
        edition.city = "carrara"
        edition.start = "2026-03-01"
        edition.end = "2026-12-31"
        return edition
    }

    func place(_ index: Int) -> Place {
        var random = RandomSource(seed: 1_000_000 + UInt64(index))
        var place = Place()
        place.id = Self.id("place", index)
        let phrases = random.pick(Vocabulary.subjects)
        place.name["it"] = "Studio \(index + 1), \(phrases[0])"
        if random.chance(60) { place.name["en"] = "Studio \(index + 1), \(phrases[1])" }
        if random.chance(30) { place.name["ar"] = "مرسم \(index + 1)، \(phrases[3])" }
        place.kind = random.pick(["studio", "studio", "studio", "workshop", "exhibition-space", "museum"])
        place.city = Self.city[Self.cityIndex(ofPlace: index)].id
        place.street["it"] = "\(random.pick(Vocabulary.streets)) \(1 + random.below(120))"
        place.postcode = "5403\(random.below(10))"
        place.latitude = Coordinate("44.0\(1000 + random.below(8999))1")
        place.longitude = Coordinate("10.0\(1000 + random.below(8999))1")
        place.precision = random.pick(["exact", "exact", "exact", "exact", "street", "district"])
        place.access = random.pick(["open", "open", "by-appointment"])
        place.settings = [random.pick(["centre", "outskirts", "sea", "mountain"])]
        place.accessible = random.pick(0...2, of: ["step-free-entrance", "accessible-toilet", "seating"])
        place.description = Vocabulary.text(random.pick(Vocabulary.sentences), in: ["it", "en"])
        return place
    }

    func artist(_ index: Int) -> Artist {
        var random = RandomSource(seed: 2_000_000 + UInt64(index))
        var artist = Artist()
        artist.id = Self.id("artist", index)
        let person = random.pick(Vocabulary.persons)
        artist.name["it"] = "\(person[0]) \(index + 1)"
        if random.chance(30) { artist.name["ar"] = "\(person[3]) \(index + 1)" }
        artist.kind = random.chance(90) ? "person" : "group"
        artist.city = "carrara"
        artist.places = [Self.id("place", random.below(Self.places))]
        artist.disciplines = random.pick(1...3, of: ["painting", "ceramics", "sculpture", "mosaic", "drawing"])
        artist.email = "artist-\(index + 1)@studi-aperti.example"
        // A studio whose artists keep its address to themselves would be told by us in fewer lines than by a peer.
        artist.consentScope = random.chance(95) ? ["name", "image", "contact", "address"] : ["name", "address"]
        artist.consentDate = "2026-01-15"
        return artist
    }

    func medium(_ index: Int) -> Media {
        var random = RandomSource(seed: 3_000_000 + UInt64(index))
        var media = Media()
        media.id = Self.id("image", index)
        media.kind = "image"
        media.alt["it"] = "Una veduta dello studio, con un modello in gesso sul banco."
        media.about = ["place/" + Self.id("place", random.below(Self.places))]
        media.mediaType = "image/jpeg"
        media.url = "https://media.studi-aperti.example/i/\(index + 1).jpg"
        media.licence = "CC-BY-4.0"
        return media
    }
}
