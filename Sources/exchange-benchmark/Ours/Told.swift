import ExchangeModel

/// What a process tells on its standard output about its work: a line for each number, `events 100000`.
struct Told {
    private(set) var numbers: [(name: String, value: Double)] = []

    /// What stands in such lines; others are gone past.
    init(_ lines: [String]) {
        for line in lines {
            let words = line.split(separator: " ")
            if words.count == 2, let value = Double(words[1]) { numbers.append((String(words[0]), value)) }
        }
    }

    subscript(name: String) -> Double? { numbers.first { $0.name == name }?.value }

    /// The first thing that two tell otherwise than each other, of some or of all but the time.
    func difference(from other: Told, in names: [String]? = nil) -> String? {
        for (name, value) in numbers where names?.contains(name) ?? (name != "seconds") {
            if let theirs = other[name], theirs != value {
                return "\(name): \(Figures.fixed(value, 0)) and \(Figures.fixed(theirs, 0))"
            }
        }
        return nil
    }
}

/// Counts what records hold, as peers can count it too.
struct RecordCount {
    private(set) var records = 0
    private(set) var events = 0
    /// Slots and overrides: what a calendar has a VEVENT for.
    private(set) var vevents = 0
    private(set) var values = 0
    /// Of all values together; languages are not counted, roles are.
    private(set) var octets = 0
    private let event = Event.schema
    private let slot = Slot.schema
    private let override = Override.schema

    mutating func add(_ record: borrowing Record) {
        records += 1
        if record.schema === event { events += 1 }
        var (vevents, values, octets) = (0, 0, 0)
        var shapes = record.schema.shapes
        var outer: [[Kind.Shape]] = []
        record.walk { stop in
            switch stop {
            case .value(let value, let field):
                values &+= 1
                octets &+= Int(value.text.count)
                if field < shapes.count, shapes[field] == .participations, !value.label.isEmpty {
                    values &+= 1
                    octets &+= Int(value.label.count)
                }
            case .child(let schema, _):
                if schema === slot || schema === override { vevents &+= 1 }
                outer.append(shapes)
                shapes = schema.shapes
            case .childEnd: shapes = outer.popLast() ?? shapes
            }
        }
        self.vevents += vevents
        self.values += values
        self.octets += octets
    }

    var lines: String {
        "records \(records)\nevents \(events)\nvevents \(vevents)\nvalues \(values)\noctets \(octets)\n"
    }
}
