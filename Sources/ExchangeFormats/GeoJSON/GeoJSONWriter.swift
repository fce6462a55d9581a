import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

/// Lays records out as features of a collection, a line each.
struct GeoJSONWriter: ~Copyable {
    /// What events and routes need to know of a place.
    struct Located: BitwiseCopyable {
        /// `[10.0977,44.0793]`, or empty where the place has no position that may be told.
        var position = Slice()
        var precision = Slice()
    }

    var printer = JSONLinePrinter()
    var losses = ExportLosses(.geoJSONDrops, "GeoJSON")
    private let fields = GeoJSONFields()
    private var places = IDTable<Located>()
    private var placeBytes = ByteBuffer()
    private var base = ByteBuffer()
    private var scratch = ByteBuffer()
    private var isOpen = false

    init() {}

    mutating func write(_ record: borrowing Record) {
        if !isOpen { begin() }
        switch RecordType(rawValue: record.schema.name) {
        case .exchange: header(record)
        case .place: place(record)
        case .event: event(record)
        case .route: route(record)
        default: losses.count(record)
        }
    }

    mutating func finish() {
        if !isOpen { begin() }
        printer.lastLine()
        printer.endArray()
        printer.endObject()
        printer.lastLine()
    }

    private mutating func begin() {
        isOpen = true
        printer.beginObject()
        printer.name("type")
        printer.literal("FeatureCollection")
        printer.name("features")
        printer.beginArray()
    }

    /// Nothing of the header is a feature; ids are put behind its base.
    private mutating func header(_ record: borrowing Record) {
        losses.count(record)
        guard let value = record.first(fields.baseURI), record[value.text].isPlainURI else { return }
        base.append(record[value.text])
    }

    // MARK: Features

    private mutating func beginFeature(_ record: borrowing Record, at place: Bytes? = nil) {
        printer.line()
        printer.beginObject()
        printer.name("type")
        printer.literal("Feature")
        guard let id = record.first(record.schema.position(of: "id")) else { return }
        scratch.removeAll()
        scratch.append(base.bytes)
        scratch.append(utf8: record.schema.name)
        scratch.append("/")
        scratch.append(path: record[id.text])
        if let place {
            scratch.append("/place/")
            scratch.append(path: place)
        }
        printer.name("id")
        printer.string(scratch.bytes)
    }

    private mutating func geometry(_ position: Bytes) {
        printer.name("geometry")
        guard !position.isEmpty else { return printer.verbatim("null") }
        printer.beginObject()
        printer.name("type")
        printer.literal("Point")
        printer.name("coordinates")
        printer.verbatim(position)
        printer.endObject()
    }

    private mutating func beginProperties(_ record: borrowing Record) {
        printer.name("properties")
        printer.beginObject()
        printer.name("record")
        printer.string(record.schema.name)
        record.each(record.schema.position(of: "name")) { name in
            printer.name(record[name.label], after: "name@")
            printer.string(record[name.text])
        }
    }

    private mutating func property(_ name: StaticString, _ field: Int, _ record: borrowing Record) {
        guard let value = record.first(field) else { return }
        printer.name(name)
        printer.string(record[value.text])
    }

    // MARK: Records

    private mutating func place(_ record: borrowing Record) {
        let fields = fields.place
        losses.count(record, of: Place.schema, untold: fields.untold)
        let precision = record.first(fields.precision).map { record[$0.text] }
        var located = Located()
        if precision?.equals("withheld") != true { located.position = position(of: record) }
        if let precision { located.precision = placeBytes.append(sliceOf: precision) }
        if let id = record.first(fields.id) { places.keep(located, under: record[id.text]) }
        beginFeature(record)
        geometry(placeBytes[located.position])
        beginProperties(record)
        property("kind", fields.kind, record)
        property("access", fields.access, record)
        property("precision", fields.precision, record)
        printer.endObject()
        printer.endObject()
    }

    /// Longitude and latitude, in this order (RFC 7946 section 3.1.1), if they are on the globe.
    private mutating func position(of record: borrowing Record) -> Slice {
        let fields = fields.place
        guard let north = record.first(fields.latitude), let east = record.first(fields.longitude),
            Self.isOnEarth(record[north.text].text, 90), Self.isOnEarth(record[east.text].text, 180)
        else {
            for field in [fields.latitude, fields.longitude] {
                losses.count(record, field: field, of: Place.schema, ", where the two are no position,")
            }
            return Slice()
        }
        let first = placeBytes.count
        placeBytes.append("[")
        placeBytes.append(record[east.text])
        placeBytes.append(",")
        placeBytes.append(record[north.text])
        placeBytes.append("]")
        return Slice(offset: first, count: placeBytes.count - first)
    }

    private static func isOnEarth(_ degrees: String, _ limit: Double) -> Bool {
        Coordinate(degrees).map { abs($0.degrees) <= limit } ?? false
    }

    private mutating func event(_ record: borrowing Record) {
        let fields = fields.event
        guard var place = record.first(fields.places) else { return losses.count(record) }
        losses.count(record, of: Event.schema, untold: fields.untold)
        while true {
            let located = places.find(record[place.text])
            beginFeature(record, at: record[place.text])
            geometry(placeBytes[located?.position ?? Slice()])
            beginProperties(record)
            property("kind", fields.kind, record)
            property("status", fields.status, record)
            printer.name("place")
            printer.string(record[place.text])
            if let precision = located?.precision, !precision.isEmpty {
                printer.name("precision")
                printer.string(placeBytes[precision])
            }
            printer.endObject()
            printer.endObject()
            guard let next = record.next(place) else { return }
            place = next
        }
    }

    private mutating func route(_ record: borrowing Record) {
        let fields = fields.route
        losses.count(record, of: Route.schema, untold: fields.untold)
        var positions: [Slice] = []
        var stop = record.first(fields.stops)
        while let current = stop {
            let place = record.first(fields.place, of: current.child)
            let located = place.flatMap { places.find(record[$0.text]) }
            if let position = located?.position, !position.isEmpty { positions.append(position) }
            losses.count(record, current.child, of: Stop.schema, untold: [fields.note])
            stop = record.next(current)
        }
        beginFeature(record)
        printer.name("geometry")
        if positions.count >= 2 {
            printer.beginObject()
            printer.name("type")
            printer.literal("LineString")
            printer.name("coordinates")
            printer.beginArray()
            for position in positions { printer.verbatim(placeBytes[position]) }
            printer.endArray()
            printer.endObject()
        } else {
            printer.verbatim("null")
            losses.count(record, field: fields.stops, of: Route.schema, ", of which fewer than two have a position,")
        }
        beginProperties(record)
        printer.endObject()
        printer.endObject()
    }
}

/// Where the records hold what maps tell.
private struct GeoJSONFields {
    let baseURI = Exchange.schema.position(of: "baseURI")
    let place = PlaceFields()
    let event = EventFields()
    let route = RouteFields()

    struct PlaceFields {
        let id = Place.schema.position(of: "id")
        let kind = Place.schema.position(of: "kind")
        let latitude = Place.schema.position(of: "latitude")
        let longitude = Place.schema.position(of: "longitude")
        let precision = Place.schema.position(of: "precision")
        let access = Place.schema.position(of: "access")
        let untold = Place.schema.positions(
            but: ["id", "name", "kind", "latitude", "longitude", "precision", "access"])
    }

    struct EventFields {
        let kind = Event.schema.position(of: "kind")
        let status = Event.schema.position(of: "status")
        let places = Event.schema.position(of: "places")
        let untold = Event.schema.positions(but: ["id", "name", "kind", "status", "places"])
    }

    struct RouteFields {
        let stops = Route.schema.position(of: "stops")
        let place = Stop.schema.position(of: "place")
        let note = Stop.schema.position(of: "note")
        let untold = Route.schema.positions(but: ["id", "name", "stops"])
    }
}

extension Schema {
    /// The indices of all fields but some.
    fileprivate func positions(but names: [String]) -> [Int] {
        fields.indices.filter { !names.contains(fields[$0].name) }
    }
}
