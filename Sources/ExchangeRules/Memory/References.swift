import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

/// References to records that come later, until those have come.
///
/// Of references to one record no more than a hundred are kept, the others counted: memory grows with the records that
/// are waited for, not with how often.
struct References: ~Copyable {
    private var waiting = Store<Waiting>()
    private var texts = ByteBuffer()
    /// How many references wait for each record.
    private var counts: [UInt64: Int] = [:]
    /// Which records of the present type belong to which others of it.
    private(set) var edges = Store<Edge>()

    private static let limit = 100

    struct Waiting: BitwiseCopyable {
        let target: IDHash
        /// The record that refers, if it has an id.
        let source: UInt64
        let offset: Int
        let path: Slice
        let text: Slice
        let id: Slice
        let name: Slice
        /// How many octets of the text say the type.
        let prefix: UInt32
        let type: UInt8
        let wanted: UInt8
    }

    /// A record, and one of the same type that it names as its whole or as its member.
    struct Edge: BitwiseCopyable {
        let source: UInt64
        let target: UInt64
    }

    mutating func connect(_ source: IDHash, _ target: IDHash) {
        edges.append(Edge(source: source.low, target: target.low))
    }

    mutating func wait(
        for target: IDHash, named text: Bytes, prefix: Int, of wanted: Int, from source: IDHash?,
        _ subject: Diagnostic.Subject,
        type: Int, at location: Diagnostic.Location
    ) {
        let count = counts[target.low, default: 0] + 1
        counts[target.low] = count
        guard count <= Self.limit else { return }
        waiting.append(
            Waiting(
                target: target, source: source?.low ?? 0, offset: location.position.offset,
                path: texts.slice(of: location.path), text: texts.append(sliceOf: text),
                id: texts.slice(of: subject.id ?? ""), name: texts.slice(of: subject.name ?? ""),
                prefix: UInt32(truncatingIfNeeded: prefix),
                type: UInt8(truncatingIfNeeded: type), wanted: UInt8(truncatingIfNeeded: wanted)))
    }

    /// How many references to a record were not kept; none the next time.
    mutating func takeUncounted(_ reference: Waiting) -> Int {
        max(0, (counts.removeValue(forKey: reference.target.low) ?? 0) - Self.limit)
    }

    /// Takes out the references that wait for records of a type.
    mutating func take(waitingFor type: Int, _ body: (Waiting) -> Void) {
        var kept = 0
        for index in 0..<waiting.count {
            let reference = waiting[index]
            if Int(reference.wanted) == type {
                body(reference)
            } else {
                waiting[kept] = reference
                kept += 1
            }
        }
        waiting.truncate(to: kept)
    }

    /// Forgets what nothing waits for any longer.
    mutating func tidy() {
        edges.removeAll()
        guard waiting.count == 0 else { return }
        texts.removeAll()
        counts.removeAll()
    }

    // MARK: As it was told

    subscript(slice: Slice) -> Bytes { texts[slice] }

    func subject(_ reference: Waiting) -> Diagnostic.Subject {
        Diagnostic.Subject(
            kind: RecordType.allCases[Int(reference.type)].rawValue,
            id: reference.id.isEmpty ? nil : texts[reference.id].text,
            name: reference.name.isEmpty ? nil : texts[reference.name].text)
    }

    func location(_ reference: Waiting) -> Diagnostic.Location {
        Diagnostic.Location(position: Position(offset: reference.offset), path: texts[reference.path].text)
    }
}
