import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

/// Where the places of each city lie: 56 octets a place, with its id and name, while places go by.
struct Positions: ~Copyable {
    private(set) var store = Store<Point>()
    private var texts = ByteBuffer()

    static let limit = 1 << 18

    struct Point: BitwiseCopyable {
        let city: UInt64
        /// In tens of millionths of a degree.
        let latitude: Int
        let longitude: Int
        let offset: Int
        let id: Slice
        let name: Slice
        let place: UInt32
    }

    private static let fields = (
        city: Place.schema.position(of: "city"), latitude: Place.schema.position(of: "latitude"),
        longitude: Place.schema.position(of: "longitude"), id: Place.schema.position(of: "id"),
        name: Place.schema.position(of: "name")
    )

    mutating func see(_ record: borrowing Record) {
        let fields = Self.fields
        guard store.count < Self.limit, let city = record.first(fields.city),
            let north = record.first(fields.latitude), let east = record.first(fields.longitude),
            let latitude = DegreeNumber(record[north.text]).scaled,
            let longitude = DegreeNumber(record[east.text]).scaled
        else { return }
        let id = texts.slice(of: fields.id, in: record)
        let name = texts.slice(of: fields.name, in: record)
        store.append(
            Point(
                city: IDHash(record[city.text], kind: RecordType.city.ordinal).low, latitude: latitude,
                longitude: longitude, offset: north.offset, id: id,
                name: name, place: UInt32(truncatingIfNeeded: record.index)))
    }

    /// The middle of the places of each city that has at least five: half of them lie on either side, so that a few
    /// misplaced ones move it little.
    func middles() -> [UInt64: (latitude: Int, longitude: Int)] {
        var cities: [UInt64: [Point]] = [:]
        for index in 0..<store.count { cities[store[index].city, default: []].append(store[index]) }
        return cities.compactMapValues { points in
            guard points.count >= 5 else { return nil }
            let (north, east) = (points.map(\.latitude).sorted(), points.map(\.longitude).sorted())
            return (north[north.count / 2], east[east.count / 2])
        }
    }

    func subject(of point: Point) -> Diagnostic.Subject {
        Diagnostic.Subject(
            kind: RecordType.place.rawValue, id: point.id.isEmpty ? nil : texts[point.id].text,
            name: point.name.isEmpty ? nil : texts[point.name].text)
    }

    mutating func removeAll() {
        store.removeAll()
        texts.removeAll()
    }
}

extension ByteBuffer {
    /// Takes up the first value of a field, or nothing where it has none.
    mutating func slice(of field: Int, in record: borrowing Record) -> Slice {
        guard let value = record.first(field) else { return Slice() }
        return append(sliceOf: record[value.text])
    }
}
