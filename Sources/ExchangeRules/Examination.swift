import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

/// The looking at an exchange: where the walk stands, what is remembered of earlier records, what was found.
struct Examination: ~Copyable {
    // MARK: Where the walk stands

    private(set) var type = RecordType.exchange
    /// The type's place in the canonical order.
    private(set) var ordinal = 0
    /// How many records of the type come before this one.
    private(set) var index = 0
    /// The field at which the walk stands, and the place of the value in it.
    var field = 0
    var element = 0
    private var levels: [Level] = []
    private(set) var findings: [Diagnostic] = []

    /// A record, or one that belongs to it, on the way to where the walk stands.
    private struct Level {
        var schema: Schema
        let offset: Int
        /// Where it is in the one that it belongs to.
        let field: Int
        let element: Int
    }

    // MARK: What is remembered

    var header = HeaderFacts()
    var identities = Identities()
    var references = References()
    var surroundings = Surroundings()
    var positions = Positions()
    var bookings = Bookings()
    var zones: ZoneDatabase
    /// The names of all zones, from when one was misspelt.
    lazy var zoneNames = zones.names()
    /// The zone of the event, if it has one that exists.
    private(set) var zone: Zone?
    /// The times of the slot in which the walk is.
    private(set) var slot = SlotTimes()
    /// What of its kind must not come twice within one record.
    var repeats = IDTable()

    init(zones: ZoneDatabase) { self.zones = zones }

    // MARK: Walking

    mutating func begin(_ record: borrowing Record, _ type: RecordType) {
        if type != self.type || levels.isEmpty {
            self.type = type
            ordinal = RecordType.allCases.firstIndex(of: type) ?? 0
        }
        index = record.index
        identities.begin(record, of: ordinal)
        surroundings.see(record, of: type, identities.current, &zones)
        if type == .place { positions.see(record) }
        levels.removeAll(keepingCapacity: true)
        levels.append(Level(schema: type.schema, offset: record.offset, field: 0, element: 0))
        if type == .exchange { header = HeaderFacts(record) }
    }

    /// Finds out what several rules want to know of a node.
    mutating func enter(_ record: borrowing Record, _ node: Record.Node, _ schema: Schema) {
        levels[levels.count - 1].schema = schema
        if schema === Event.schema {
            zone = record.first(Self.eventZone).flatMap { zones.zone(named: record[$0.text]) }
        } else if schema === Slot.schema {
            slot = SlotTimes(record, node)
        }
    }

    private static let eventZone = Event.schema.position(of: "timeZone")

    mutating func descend(to value: Record.Value) {
        let schema = levels[levels.count - 1].schema
        levels.append(Level(schema: schema, offset: value.offset, field: field, element: element))
    }

    mutating func ascend() { levels.removeLast() }

    /// Where the node at which the walk stands begins.
    var nodeOffset: Int { levels[levels.count - 1].offset }

    // MARK: Finding

    /// Notes what is wrong with the value at which the walk stands; `part` is the member that is to blame if the value
    /// is an object.
    mutating func report(
        _ code: Code, _ message: String, at value: Record.Value, in record: borrowing Record, part: String = "ref",
        severity: Severity? = nil, related: [Diagnostic.Related] = [], suggestions: [String] = []
    ) {
        findings.append(
            Diagnostic(
                code, severity: severity, message: message, at: location(of: value, in: record, part: part),
                related: related, suggestions: suggestions))
    }

    /// Notes what is wrong with a field of the node at which the walk stands: at a value of it, or at the node's
    /// beginning if it has none.
    mutating func report(
        _ code: Code, _ message: String, field: Int, at value: Record.Value? = nil, element: Int? = nil,
        member: Int? = nil, severity: Severity? = nil, related: [Diagnostic.Related] = [], suggestions: [String] = []
    ) {
        var path = path(to: field) + (element.map { "/\($0)" } ?? "")
        if let member, let child = levels[levels.count - 1].schema.children[field] {
            path += "/" + child.fields[member].name
        }
        let position = Position(offset: value?.offset ?? nodeOffset)
        findings.append(
            Diagnostic(
                code, severity: severity, message: message, at: Diagnostic.Location(position: position, path: path),
                related: related, suggestions: suggestions))
    }

    /// Notes something about a record that has gone by.
    mutating func report(_ finding: Diagnostic) { findings.append(finding) }

    /// The place of the value at which the walk stands.
    func location(
        of value: Record.Value, in record: borrowing Record, part: String = "ref"
    ) -> Diagnostic.Location {
        let end = pathEnd(field, element, record[value.label].text, part)
        return Diagnostic.Location(position: Position(offset: value.offset), path: nodePath + end)
    }

    /// The place of a member that no field claims.
    func location(ofExtra value: Record.Value, named name: String) -> Diagnostic.Location {
        let path = nodePath + "/" + name.escapedForPointer
        return Diagnostic.Location(position: Position(offset: value.offset), path: path)
    }

    /// The place of a value of a field of the node at which the walk stands.
    func location(of field: Int, at value: Record.Value) -> Diagnostic.Location {
        Diagnostic.Location(position: Position(offset: value.offset), path: path(to: field))
    }

    /// The findings in the order of the input; there are none afterwards.
    mutating func takeFindings() -> [Diagnostic] {
        var taken: [Diagnostic] = []
        swap(&taken, &findings)
        if taken.count > 1 { taken.sort { $0.location.position.offset < $1.location.position.offset } }
        return taken
    }

    // MARK: Paths

    private func path(to field: Int) -> String {
        nodePath + "/" + levels[levels.count - 1].schema.fields[field].name
    }

    /// The JSON Pointer (RFC 6901) of the node at which the walk stands.
    private var nodePath: String {
        var path = type == .exchange ? "" : "/\(type.schema.collection)/\(index)"
        for (outer, level) in zip(levels, levels.dropFirst()) {
            path += "/\(outer.schema.fields[level.field].name)/\(level.element)"
        }
        return path
    }

    private func pathEnd(_ field: Int, _ element: Int, _ label: String, _ part: String) -> String {
        let schema = levels[levels.count - 1].schema
        let name = "/" + schema.fields[field].name
        switch schema.shapes[field] {
        case .texts: return name + "/" + label.escapedForPointer
        case .list, .children: return name + "/\(element)"
        case .participations: return name + "/\(element)/\(part)"
        case .string, .integer, .decimal, .flag: return name
        }
    }
}

extension String {
    fileprivate var escapedForPointer: String {
        reduce(into: "") { text, character in
            switch character {
            case "~": text += "~0"
            case "/": text += "~1"
            default: text.append(character)
            }
        }
    }
}
