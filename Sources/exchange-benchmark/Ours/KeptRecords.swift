import ExchangeBytes
import ExchangeDiagnostics
import ExchangeFormats
import ExchangeModel

/// All records of an exchange, kept in memory: each with its type and where it was read, and of each value the field,
/// the text, the label (language, role, name) and where it was read.
///
/// What a peer that hands over a tree has in its hands at the end, we have in ours. Nothing is lost: an exchange can be
/// written from it as from a file.
struct KeptRecords: ~Copyable {
    private struct Value: BitwiseCopyable {
        var text: Slice
        let label: Slice
        let offset: Int
        let field: UInt16
        /// Whether this is a record that belongs to another; its text then counts the values that are its own.
        let isChild: Bool
    }

    private struct Head: BitwiseCopyable {
        let type: UInt8
        let offset: Int
        let index: Int
        let octets: Slice
        let values: Slice
    }

    /// Some records with their octets: memory that never moves, unlike that of one large buffer.
    private final class Part {
        static let room = 1 << 20
        var octets = ByteBuffer(capacity: room)
        var values = Store<Value>(capacity: room / 24)
        var heads = Store<Head>(capacity: room / 768)
    }

    private var parts = [Part()]
    private let schemas = RecordType.allCases.map(\.schema)
    /// The type of the record before: most come in runs.
    private var type = 0

    /// How many records there are.
    private(set) var count = 0

    mutating func append(_ record: borrowing Record) {
        var part = parts[parts.count - 1]
        if part.octets.count + record.bytes.count > Part.room {
            part = Part()
            parts.append(part)
        }
        if schemas[type] !== record.schema { type = schemas.firstIndex { $0 === record.schema } ?? 0 }
        let octets = part.octets.append(sliceOf: record.bytes.bytes)
        let first = part.values.count
        var open: [Int] = []
        record.walk { stop in
            switch stop {
            case .value(let value, let field):
                part.values.append(
                    Value(
                        text: value.text, label: value.label, offset: value.offset, field: UInt16(field),
                        isChild: false))
            case .child(_, let field):
                open.append(part.values.count)
                part.values.append(
                    Value(text: Slice(), label: Slice(), offset: 0, field: UInt16(field), isChild: true))
            case .childEnd:
                guard let place = open.popLast() else { return }
                part.values[place].text = Slice(count: part.values.count - place - 1)
            }
        }
        part.heads.append(
            Head(
                type: UInt8(type), offset: record.offset, index: record.index, octets: octets,
                values: Slice(offset: first, count: part.values.count - first)))
        count += 1
    }
}

extension KeptRecords: ExchangeSource {
    /// Hands over the records of the types that are wanted, each whole.
    mutating func read(
        _ selection: Selection, report: (Diagnostic) -> Void, _ body: (inout Record) throws -> Void
    ) throws {
        var record = Record(Exchange.schema)
        let isWanted = RecordType.allCases.map { selection.wants($0) }
        for part in parts {
            for place in 0..<part.heads.count {
                let head = part.heads[place]
                guard isWanted[Int(head.type)] else { continue }
                let schema = schemas[Int(head.type)]
                record.begin(schema)
                (record.offset, record.index) = (head.offset, head.index)
                record.bytes.append(part.octets[head.octets])
                let first = Int(head.values.offset)
                Self.fill(&record, .root, schema, part, first..<first + Int(head.values.count))
                try body(&record)
            }
        }
    }

    /// Nothing is found a second time.
    var counter: DiagnosticCounter { DiagnosticCounter() }

    private static func fill(
        _ record: inout Record, _ node: Record.Node, _ schema: Schema, _ part: Part, _ places: Range<Int>
    ) {
        var place = places.lowerBound
        while place < places.upperBound {
            let value = part.values[place]
            let field = Int(value.field)
            place += 1
            if value.isChild, let child = schema.children[field] {
                let own = place..<place + Int(value.text.count)
                let node = record.appendChild(child, to: field, of: node, at: value.offset)
                fill(&record, node, child, part, own)
                place = own.upperBound
            } else {
                record.append(value.text, label: value.label, to: field, of: node, at: value.offset)
            }
        }
    }
}
