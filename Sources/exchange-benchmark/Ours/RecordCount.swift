import ExchangeModel

/// Counts records, as peers can count them too.
struct RecordCount {
    private(set) var records = 0
    private(set) var events = 0
    /// Slots and overrides: what a calendar has a VEVENT for.
    private(set) var vevents = 0

    private let event = Event.schema
    private let slots = Event.schema.position(of: "slots")
    private let overrides = Slot.schema.position(of: "overrides")

    mutating func add(_ record: borrowing Record) {
        records += 1
        guard record.schema === event else { return }
        events += 1
        var slot = record.first(slots)
        while let current = slot {
            vevents += 1
            var override = record.first(overrides, of: current.child)
            while let inner = override {
                vevents += 1
                override = record.next(inner)
            }
            slot = record.next(current)
        }
    }

    var lines: String { "records \(records)\nevents \(events)\nvevents \(vevents)\n" }
}

/// Counts every value of every record, and how long they are together.
struct ValueCount {
    private(set) var values = 0
    /// Languages are not counted, roles are.
    private(set) var octets = 0

    mutating func add(_ record: borrowing Record) { add(record, .root, record.schema) }

    private mutating func add(_ record: borrowing Record, _ node: Record.Node, _ schema: Schema) {
        let fields = schema.shapes.count
        for field in 0...fields {
            guard var value = record.first(field, of: node) else { continue }
            // What no field claims comes last.
            let shape = field < fields ? schema.shapes[field] : .string
            let child = shape == .children ? schema.children[field] : nil
            while true {
                if let child {
                    add(record, value.child, child)
                } else {
                    values &+= 1
                    octets &+= Int(value.text.count)
                    if shape == .participations, !value.label.isEmpty {
                        values &+= 1
                        octets &+= Int(value.label.count)
                    }
                }
                guard let next = record.next(value) else { break }
                value = next
            }
        }
    }

    var lines: String { "values \(values)\noctets \(octets)\n" }
}
