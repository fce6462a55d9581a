import ExchangeBytes
import ExchangeModel

/// What events are measured by that other records say: the days of editions, and the zones of places.
///
/// Editions and cities are few; of places it keeps a word each.
struct Surroundings: ~Copyable {
    private var editions: [UInt64: Days] = [:]
    private var zonesOfCities: [UInt64: Int] = [:]
    private var zonesOfPlaces: [UInt64: UInt16] = [:]
    private var zoneNames: [String] = []

    /// The first and the last day of an edition, with where they are given.
    struct Days: BitwiseCopyable {
        let first: LocalDate
        let last: LocalDate
        let offset: Int
    }

    /// How many records of a type are remembered; events of what lies beyond are not measured.
    private static let limit = 1 << 20

    private static let fields = (
        start: Edition.schema.position(of: "start"), end: Edition.schema.position(of: "end"),
        zone: City.schema.position(of: "timeZone"), city: Place.schema.position(of: "city")
    )

    /// Remembers what a record says of itself; a zone that does not exist has a finding of its own.
    mutating func see(_ record: borrowing Record, of type: RecordType, _ id: IDHash?, _ zones: inout ZoneDatabase) {
        guard let id else { return }
        switch type {
        case .edition:
            guard editions.count < Self.limit, let first = record.first(Self.fields.start),
                let start = LocalDate(record[first.text]), let last = record.first(Self.fields.end),
                let end = LocalDate(record[last.text])
            else { return }
            editions[id.low] = Days(first: start, last: end, offset: first.offset)
        case .city:
            guard zoneNames.count < Int(UInt16.max), let value = record.first(Self.fields.zone),
                zones.zone(named: record[value.text]) != nil
            else { return }
            let name = record[value.text].text
            let index = zoneNames.firstIndex(of: name) ?? zoneNames.count
            if index == zoneNames.count { zoneNames.append(name) }
            zonesOfCities[id.low] = index
        case .place:
            guard zonesOfPlaces.count < Self.limit, let value = record.first(Self.fields.city),
                let zone = zonesOfCities[IDHash(record[value.text], kind: RecordType.city.ordinal).low]
            else { return }
            zonesOfPlaces[id.low] = UInt16(zone)
        default: return
        }
    }

    func days(of edition: Bytes) -> Days? { editions[IDHash(edition, kind: RecordType.edition.ordinal).low] }

    /// The name of the zone in which a place lies.
    func zone(of place: Bytes) -> String? {
        zonesOfPlaces[IDHash(place, kind: RecordType.place.ordinal).low].map { zoneNames[Int($0)] }
    }
}
