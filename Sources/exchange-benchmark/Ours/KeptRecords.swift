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
    // None of these is private: a debug build of Swift 6.3.1 fails on a private element of a `Store`.
    struct Value: BitwiseCopyable {
        var text: Slice
        let label: Slice
        let offset: Int
        let field: UInt16
        /// Whether this is a record that belongs to another; its text then counts the values that are its own.
        let isChild: Bool
    }

    struct Head: BitwiseCopyable {
        let type: UInt8
        let offset: Int
        let index: Int
        let octets: Slice
        let values: Slice
    }

    /// Some records with their octets: memory that never moves, unlike that of one large buffer.
    struct Part: ~Copyable {
        static let room = 1 << 20
        var octets = ByteBuffer(capacity: room)
        var values = Store<Value>(capacity: room / 24)
        var heads = Store<Head>(capacity: room / 768)
    }

    /// A part that is full.
    private final class FullPart {
        let part: Part

        init(_ part: consuming Part) { self.part = part }
    }

    private var full: [FullPart] = []
    private var part = Part()
    private let schemas = RecordType.allCases.map(\.schema)
    /// The type of the record before: most come in runs.
    private var type = 0

    /// How many records there are.
    private(set) var count = 0

    mutating func append(_ record: borrowing Record) {
        if part.octets.count + record.bytes.count > Part.room { endPart() }
        if schemas[type] !== record.schema { type = schemas.firstIndex { $0 === record.schema } ?? 0 }
        let octets = part.octets.append(sliceOf: record.bytes.bytes)
        let first = part.values.count
        append(record, .root, record.schema)
        part.heads.append(
            Head(
                type: UInt8(type), offset: record.offset, index: record.index, octets: octets,
                values: Slice(offset: first, count: part.values.count - first)))
        count += 1
    }

    private mutating func append(_ record: borrowing Record, _ node: Record.Node, _ schema: Schema) {
        let fields = schema.shapes.count
        for field in 0...fields {
            guard var value = record.first(field, of: node) else { continue }
            // What no field claims comes last.
            let child = field < fields && schema.shapes[field] == .children ? schema.children[field] : nil
            while true {
                let place = part.values.count
                part.values.append(
                    Value(
                        text: value.text, label: value.label, offset: value.offset,
                        field: UInt16(truncatingIfNeeded: field), isChild: child != nil))
                if let child {
                    append(record, value.child, child)
                    part.values[place].text = Slice(count: part.values.count - place - 1)
                }
                guard let next = record.next(value) else { break }
                value = next
            }
        }
    }

    private mutating func endPart() {
        var next = Part()
        swap(&next, &part)
        full.append(FullPart(next))
    }
}

extension KeptRecords: ExchangeSource {
    /// Hands over the records of the types that are wanted, each whole.
    mutating func read(
        _ selection: Selection, report: (Diagnostic) -> Void, _ body: (inout Record) throws -> Void
    ) throws {
        var record = Record(Exchange.schema)
        let isWanted = RecordType.allCases.map { selection.wants($0) }
        for index in 0...full.count {
            let number = index < full.count ? full[index].part.heads.count : part.heads.count
            for place in 0..<number {
                if index < full.count {
                    try hand(place, of: full[index].part, &record, isWanted, body)
                } else {
                    try hand(place, of: part, &record, isWanted, body)
                }
            }
        }
    }

    private func hand(
        _ place: Int, of part: borrowing Part, _ record: inout Record, _ isWanted: [Bool],
        _ body: (inout Record) throws -> Void
    ) throws {
        let head = part.heads[place]
        guard isWanted[Int(head.type)] else { return }
        let schema = schemas[Int(head.type)]
        record.begin(schema)
        (record.offset, record.index) = (head.offset, head.index)
        record.bytes.append(part.octets[head.octets])
        let first = Int(head.values.offset)
        Self.fill(&record, .root, schema, part, first..<first + Int(head.values.count))
        try body(&record)
    }

    /// Nothing is found a second time.
    var counter: DiagnosticCounter { DiagnosticCounter() }

    private static func fill(
        _ record: inout Record, _ node: Record.Node, _ schema: Schema, _ part: borrowing Part, _ places: Range<Int>
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
