import ExchangeBytes
import ExchangeModel

/// What addresses need to know of a city.
struct JSONLDCity: BitwiseCopyable {
    /// Its names as they are printed.
    var names = Slice()
    var country = Slice()
}

/// What of a record is more than a term with its values.
extension JSONLDWriter {
    mutating func special(_ record: borrowing Record, _ type: StaticString) {
        switch RecordType(rawValue: record.schema.name) {
        case .exchange: generator(record)
        case .city: city(record)
        case .programme:
            // A year is a date that says no more.
            if let since = record.first(Programme.schema.position(of: "since")) {
                member("startDate", record[since.text])
            }
            participants(record, isEvent: true)
        case .edition:
            status(record, .root, Edition.schema)
            participants(record, isEvent: true)
        case .place: place(record)
        case .artist: artist(record)
        case .event: event(record, type)
        case .route: stops(record)
        case .media:
            content(record)
            subtitles(record)
        case .cooperation: participants(record, isEvent: false)
        case .organisation, nil: return
        }
    }

    private mutating func generator(_ header: borrowing Record) {
        guard let generator = header.first(Exchange.schema.position(of: "generator")) else { return }
        printer.name("creator")
        printer.beginObject()
        printer.name("@type")
        printer.literal("SoftwareApplication")
        printer.name("name")
        printer.string(header[generator.text])
        printer.endObject()
    }

    // MARK: Places

    private mutating func city(_ record: borrowing Record) {
        let schema = City.schema
        let country = record.first(schema.position(of: "country"))
        let subdivision = record.first(schema.position(of: "subdivision"))
        if let id = record.first(schema.position(of: "id")) {
            var known = JSONLDCity()
            var names = JSONLinePrinter(capacity: 256)
            swap(&printer, &names)
            printer.beginObject()
            texts("addressLocality", [schema.position(of: "name")], .root, record)
            swap(&printer, &names)
            // Without the brace.
            known.names = cityBytes.append(sliceOf: names.output.bytes.dropping(1))
            if let country { known.country = cityBytes.append(sliceOf: record[country.text]) }
            cities.keep(known, under: record[id.text])
        }
        guard country != nil || subdivision != nil else { return }
        beginAddress()
        if let country { member("addressCountry", record[country.text]) }
        if let subdivision { member("addressRegion", record[subdivision.text]) }
        printer.endObject()
    }

    private mutating func beginAddress() {
        printer.name("address")
        printer.beginObject()
        printer.name("@type")
        printer.literal("PostalAddress")
    }

    mutating func member(_ term: StaticString, _ text: Bytes) {
        printer.name(term)
        printer.string(text)
    }

    private mutating func place(_ record: borrowing Record) {
        let schema = Place.schema
        let city = record.first(schema.position(of: "city"))
        let street = schema.position(of: "street")
        let postcode = record.first(schema.position(of: "postcode"))
        let known = city.flatMap { cities.find(record[$0.text]) }
        if record.first(street) != nil || postcode != nil || known != nil {
            beginAddress()
            texts("streetAddress", [street], .root, record)
            if let postcode { member("postalCode", record[postcode.text]) }
            if let known {
                if !known.names.isEmpty { printer.members(cityBytes[known.names]) }
                if !known.country.isEmpty { member("addressCountry", cityBytes[known.country]) }
            }
            printer.endObject()
        }
        surroundings(record, city)
        let precision = record.first(schema.position(of: "precision")).map { record[$0.text] }
        if precision?.equals("withheld") != true { coordinates(record) }
        access(record)
        features(record)
    }

    private mutating func surroundings(_ record: borrowing Record, _ city: Record.Value?) {
        let district = Place.schema.position(of: "district")
        guard city != nil || record.first(district) != nil else { return }
        printer.name("containedInPlace")
        printer.beginArray()
        if let city { link(record[city.text], to: "city") }
        if record.first(district) != nil {
            printer.beginObject()
            printer.name("@type")
            printer.literal("Place")
            texts("name", [district], .root, record)
            printer.endObject()
        }
        printer.endArray()
    }

    private mutating func coordinates(_ record: borrowing Record) {
        let schema = Place.schema
        let (north, east) = (schema.position(of: "latitude"), schema.position(of: "longitude"))
        guard let latitude = record.first(north), let longitude = record.first(east) else {
            losses.count(record, field: north, of: schema, " without a longitude")
            losses.count(record, field: east, of: schema, " without a latitude")
            return
        }
        printer.name("geo")
        printer.beginObject()
        printer.name("@type")
        printer.literal("GeoCoordinates")
        printer.name("latitude")
        printer.verbatim(record[latitude.text])
        printer.name("longitude")
        printer.verbatim(record[longitude.text])
        printer.endObject()
    }

    private mutating func access(_ record: borrowing Record) {
        let field = Place.schema.position(of: "access")
        guard let access = record.first(field) else { return }
        if record[access.text].equals("open") {
            printer.name("publicAccess")
            printer.verbatim("true")
        } else if record[access.text].equals("closed") {
            printer.name("publicAccess")
            printer.verbatim("false")
        } else {
            losses.count(record, field: field, of: Place.schema, ", where it is neither open nor closed,")
        }
    }

    private mutating func features(_ record: borrowing Record) {
        let schema = Place.schema
        let present = schema.position(of: "accessible")
        let absent = schema.position(of: "notAccessible")
        let note = schema.position(of: "accessibilityNote")
        guard [present, absent, note].contains(where: { record.first($0) != nil }) else { return }
        printer.name("amenityFeature")
        printer.beginArray()
        for field in [present, absent] {
            var value = record.first(field)
            while let current = value {
                beginFeature()
                member("name", record[current.text])
                printer.name("value")
                printer.verbatim(field == present ? "true" : "false")
                printer.endObject()
                value = record.next(current)
            }
        }
        if record.first(note) != nil {
            beginFeature()
            texts("description", [note], .root, record)
            printer.endObject()
        }
        printer.endArray()
    }

    private mutating func beginFeature() {
        printer.beginObject()
        printer.name("@type")
        printer.literal("LocationFeatureSpecification")
    }

    // MARK: People, routes, media

    private mutating func artist(_ record: borrowing Record) {
        let schema = Artist.schema
        let isGroup = record.first(schema.position(of: "kind")).map { record[$0.text].equals("group") } ?? false
        let members = schema.position(of: "members")
        if isGroup {
            links("member", [members], record)
        } else {
            losses.count(record, field: members, of: schema, ", where it is no group,")
        }
        links(
            isGroup ? "location" : "workLocation", [schema.position(of: "places"), schema.position(of: "city")], record)
    }

    /// The nodes that fields refer to, in an array.
    private mutating func links(_ term: StaticString, _ fields: [Int], _ record: borrowing Record) {
        guard fields.contains(where: { record.first($0) != nil }) else { return }
        printer.name(term)
        printer.beginArray()
        for field in fields {
            guard let type = record.schema.fields[field].kind.referenceType else { continue }
            var value = record.first(field)
            while let current = value {
                link(record[current.text], to: type.rawValue)
                value = record.next(current)
            }
        }
        printer.endArray()
    }

    private mutating func stops(_ route: borrowing Record) {
        let (place, note) = (Stop.schema.position(of: "place"), Stop.schema.position(of: "note"))
        var stop = route.first(Route.schema.position(of: "stops"))
        guard stop != nil else { return }
        printer.name("itinerary")
        printer.beginObject()
        printer.name("@type")
        printer.literal("ItemList")
        printer.name("itemListElement")
        printer.beginArray()
        var position = 1
        while let current = stop {
            printer.beginObject()
            printer.name("@type")
            printer.literal("ListItem")
            printer.name("position")
            printer.integer(position)
            if let place = route.first(place, of: current.child) {
                printer.name("item")
                link(route[place.text], to: "place")
            }
            texts("description", [note], current.child, route)
            printer.endObject()
            losses.count(route, current.child, of: Stop.schema, untold: [])
            stop = route.next(current)
            position += 1
        }
        printer.endArray()
        printer.endObject()
    }

    /// Where the file lies; a document is no media object to schema.org.
    private mutating func content(_ media: borrowing Record) {
        guard let url = media.first(Media.schema.position(of: "url")) else { return }
        let kind = media.first(Media.schema.position(of: "kind")).map { media[$0.text] }
        member(kind?.equals("document") == true ? "url" : "contentUrl", media[url.text])
    }

    private mutating func subtitles(_ media: borrowing Record) {
        let field = Media.schema.position(of: "subtitles")
        guard var subtitle = media.first(field) else { return }
        let kind = media.first(Media.schema.position(of: "kind")).map { media[$0.text] }
        guard kind?.equals("video") == true || kind?.equals("audio") == true else {
            return losses.count(media, field: field, of: Media.schema, ", where it is neither video nor audio,")
        }
        printer.name("caption")
        printer.beginObject()
        printer.name("@type")
        printer.literal("MediaObject")
        printer.name("inLanguage")
        printer.beginArray()
        while true {
            printer.string(media[subtitle.text])
            guard let next = media.next(subtitle) else { break }
            subtitle = next
        }
        printer.endArray()
        printer.endObject()
    }

    // MARK: Who takes part, and whether it happens

    /// The members of the terms that roles come to, in the order of the terms.
    mutating func participants(_ record: borrowing Record, isEvent: Bool) {
        let fields = ["artists", "organisations"].compactMap { record.schema.index(of: $0) }
        let terms: [StaticString] = ["performer", "contributor", "organizer", "sponsor", "funder", "member"]
        for term in terms {
            var isFirst = true
            for field in fields {
                guard let type = record.schema.fields[field].kind.referenceType else { continue }
                var value = record.first(field)
                while let current = value {
                    value = record.next(current)
                    let code = record[current.label]
                    let role =
                        isEvent
                        ? SchemaOrgTerm.role(code, ofArtist: type == .artist) : SchemaOrgTerm.projectRole(code)
                    guard role.term.utf8Start == term.utf8Start || Self.areSame(role.term, term) else { continue }
                    if isFirst {
                        printer.name(term)
                        printer.beginArray()
                        isFirst = false
                    }
                    link(record[current.text], to: type.rawValue)
                    if !role.isWhole { losses.count(record, field: field, of: record.schema, ": its exact role") }
                }
            }
            if !isFirst { printer.endArray() }
        }
    }

    private static func areSame(_ left: StaticString, _ right: StaticString) -> Bool {
        Bytes(start: left.utf8Start, count: left.utf8CodeUnitCount).equals(right)
    }

    /// Whether it happens, if the code is one that the model knows.
    mutating func status(_ record: borrowing Record, _ node: Record.Node, _ schema: Schema) {
        let field = schema.position(of: "status")
        guard let status = record.first(field, of: node) else { return }
        guard let term = SchemaOrgTerm.status(record[status.text]) else {
            return losses.count(record, field: field, in: node, of: schema, ", where the model does not know it,")
        }
        printer.name("eventStatus")
        printer.literal(term)
    }
}

extension Kind {
    /// The type of the records that values refer to; nil if they refer to none, or to several types.
    var referenceType: RecordType? {
        switch self {
        case .scalar(.reference(let type)), .list(.reference(let type)), .participations(let type): type
        default: nil
        }
    }
}
