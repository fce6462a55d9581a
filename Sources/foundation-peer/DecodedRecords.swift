struct DecodedCity: Decodable, FilledRecord {
    let id: String
    let name: DecodedText
    let country, timeZone: String

    func fill(_ filler: inout RecordFiller) {
        filler.string("id", id)
        filler.text("name", name)
        filler.string("country", country)
        filler.string("timeZone", timeZone)
    }
}

struct DecodedOrganisation: Decodable, FilledRecord {
    let id: String
    let name: DecodedText
    let kind, city, email: String

    func fill(_ filler: inout RecordFiller) {
        filler.string("id", id)
        filler.text("name", name)
        filler.string("kind", kind)
        filler.string("city", city)
        filler.string("email", email)
    }
}

struct DecodedProgramme: Decodable, FilledRecord {
    let id: String
    let name: DecodedText
    let kind: String
    let cities: [String]

    func fill(_ filler: inout RecordFiller) {
        filler.string("id", id)
        filler.text("name", name)
        filler.string("kind", kind)
        filler.list("cities", cities)
    }
}

struct DecodedEdition: Decodable, FilledRecord {
    let id, programme: String
    let name: DecodedText
    let city, start, end: String

    func fill(_ filler: inout RecordFiller) {
        filler.string("id", id)
        filler.string("programme", programme)
        filler.text("name", name)
        filler.string("city", city)
        filler.string("start", start)
        filler.string("end", end)
    }
}

struct DecodedPlace: Decodable, FilledRecord {
    let id: String
    let name: DecodedText
    let kind, city: String
    let street: DecodedText?
    let postcode: String?
    let latitude, longitude: Double?
    let precision, access: String
    let settings, accessible: [String]?
    let description: DecodedText?

    func fill(_ filler: inout RecordFiller) {
        filler.string("id", id)
        filler.text("name", name)
        filler.string("kind", kind)
        filler.string("city", city)
        filler.text("street", street)
        filler.string("postcode", postcode)
        filler.number("latitude", latitude)
        filler.number("longitude", longitude)
        filler.string("precision", precision)
        filler.string("access", access)
        filler.list("settings", settings)
        filler.list("accessible", accessible)
        filler.text("description", description)
    }
}

struct DecodedArtist: Decodable, FilledRecord {
    let id: String
    let name: DecodedText
    let kind, city: String
    let places, disciplines: [String]
    let email: String
    let consentScope: [String]
    let consentDate: String

    func fill(_ filler: inout RecordFiller) {
        filler.string("id", id)
        filler.text("name", name)
        filler.string("kind", kind)
        filler.string("city", city)
        filler.list("places", places)
        filler.list("disciplines", disciplines)
        filler.string("email", email)
        filler.list("consentScope", consentScope)
        filler.string("consentDate", consentDate)
    }
}

struct DecodedMedium: Decodable, FilledRecord {
    let id, kind: String
    let alt: DecodedText
    let about: [String]
    let mediaType, url, licence: String

    func fill(_ filler: inout RecordFiller) {
        filler.string("id", id)
        filler.string("kind", kind)
        filler.text("alt", alt)
        filler.list("about", about)
        filler.string("mediaType", mediaType)
        filler.string("url", url)
        filler.string("licence", licence)
    }
}
