import ExchangeModel

/// Where the records hold what goes into lines that are made of several fields.
///
/// A class, for a hundred indices are too many to be copied wherever one of them is asked for.
final class CalendarFields: Sendable {
    let header = Header()
    let city = (id: index("id", .city), name: index("name", .city))
    let place = Place()
    let media = Media()
    let event = Event()
    let slot = Slot()
    let override = Override()

    struct Header {
        let id = index("id", .exchange)
        let languages = index("languages", .exchange)
        let name = index("name", .exchange)
        let description = index("description", .exchange)
        let baseURI = index("baseURI", .exchange)
        let generated = index("generated", .exchange)
        let url = index("url", .exchange)
    }

    struct Place {
        let id = index("id", .place)
        let name = index("name", .place)
        let street = index("street", .place)
        let postcode = index("postcode", .place)
        let city = index("city", .place)
        let latitude = index("latitude", .place)
        let longitude = index("longitude", .place)
        let precision = index("precision", .place)
    }

    struct Media {
        let kind = index("kind", .media)
        let url = index("url", .media)
        let about = index("about", .media)
        let mediaType = index("mediaType", .media)
    }

    struct Event {
        let id = index("id", .event)
        let edition = index("edition", .event)
        let name = index("name", .event)
        let description = index("description", .event)
        let status = index("status", .event)
        let kind = index("kind", .event)
        let disciplines = index("disciplines", .event)
        let places = index("places", .event)
        let artists = index("artists", .event)
        let timeZone = index("timeZone", .event)
        let url = index("url", .event)
        let online = index("online", .event)
        let updated = index("updated", .event)
        let revision = index("revision", .event)
        let slots = index("slots", .event)
    }

    struct Slot {
        let id = index("id", ExchangeModel.Slot.schema)
        let start = index("start", ExchangeModel.Slot.schema)
        let end = index("end", ExchangeModel.Slot.schema)
        let rule = index("repeat", ExchangeModel.Slot.schema)
        let until = index("until", ExchangeModel.Slot.schema)
        let count = index("count", ExchangeModel.Slot.schema)
        let exceptions = index("except", ExchangeModel.Slot.schema)
        let uid = index("uid", ExchangeModel.Slot.schema)
        let overrides = index("overrides", ExchangeModel.Slot.schema)
    }

    struct Override {
        let on = index("on", ExchangeModel.Override.schema)
        let status = index("status", ExchangeModel.Override.schema)
        let start = index("start", ExchangeModel.Override.schema)
        let end = index("end", ExchangeModel.Override.schema)
        let places = index("places", ExchangeModel.Override.schema)
        let note = index("note", ExchangeModel.Override.schema)
    }

    private static func index(_ name: String, _ type: RecordType) -> Int { index(name, type.schema) }

    fileprivate static func index(_ name: String, _ schema: Schema) -> Int {
        schema.position(of: name)
    }
}

private func index(_ name: String, _ type: RecordType) -> Int { CalendarFields.index(name, type.schema) }
private func index(_ name: String, _ schema: Schema) -> Int { CalendarFields.index(name, schema) }
