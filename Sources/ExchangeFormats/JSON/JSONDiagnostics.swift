import ExchangeDiagnostics
import ExchangeModel
import ExchangeSyntax

/// Where the thing began that was read last.
struct JSONBeginning {
    /// In the window.
    var index: Int
    /// The way to it.
    var path = ""
    /// The type of the record that it is a part of; nil if that is not known.
    var type: RecordType? = .exchange
    /// Whether it is a member, not a value.
    var isMember = false
}

extension JSONRecordParser {
    /// Tells the remarks about the thing that was read last, as far as the counter admits them.
    func tell(
        from beginning: JSONBeginning, of record: borrowing Record, counting counter: inout DiagnosticCounter,
        _ report: (Diagnostic) -> Void
    ) {
        for index in 0..<scanner.remarks.count {
            let remark = scanner.remarks[index]
            guard counter.admits(remark.code) else { continue }
            var note = Note(remark.code, at: remark.offset)
            note.detail = Expectation(rawValue: remark.hint)?.sentence
            report(diagnostic(note, from: beginning, of: record))
        }
    }

    /// A finding with the way to it and the record that it is about, while the window holds both.
    func diagnostic(_ note: Note, from beginning: JSONBeginning, of record: borrowing Record) -> Diagnostic {
        let way = JSONPath(
            in: scanner.window.bytes, from: beginning.index, to: note.offset - scanner.window.base,
            isInsideObject: beginning.isMember)
        let path = beginning.path + way.pointer
        var diagnostic = Diagnostic(
            note.code, message: note.detail, subject: beginning.type.map { record.subject(of: $0) },
            at: Diagnostic.Location(position: Position(offset: note.offset), path: path),
            suggestions: note.suggestions)
        if note.code == .unknownField, let name = way.names.last, let type = beginning.type {
            let known = schema(around: way, in: type.schema).fields.map(\.name)
            diagnostic.suggestions = Resemblance.nearest(to: name, among: known)
        }
        var first = note.related.map { ($0, path) }
        if first == nil, note.code == .duplicateKey {
            first = way.namesake().map { ($0.index + scanner.window.base, beginning.path + $0.pointer) }
        }
        if let first {
            let location = Diagnostic.Location(position: Position(offset: first.0), path: first.1)
            diagnostic.related.append(Diagnostic.Related("first given here", at: location))
        }
        return diagnostic
    }

    /// The schema of the object that the last step of a way leads out of.
    private func schema(around way: JSONPath, in schema: Schema) -> Schema {
        way.names.dropLast().reduce(schema) { schema, name in
            schema.index(of: name).flatMap { schema.children[$0] } ?? schema
        }
    }

    /// Gets more of the input, and steps back to where the thing begins that the window's edge cut in two.
    mutating func refill(from beginning: JSONBeginning, of record: borrowing Record) throws {
        var first = beginning.index
        let bytes = scanner.window.bytes
        while first < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[first]) { first += 1 }
        guard try scanner.window.refill(keepingFrom: first) else {
            throw diagnostic(tooLong(from: first), from: beginning, of: record)
        }
        scanner.index = 0
    }

    /// Refuses a record that is longer than the limit, though the window holds it.
    mutating func checkLength(from first: Int) throws(Halt) {
        guard scanner.index &- first > scanner.limits.record else { return }
        let note = tooLong(from: first)
        throw scanner.fault(note.code, at: note.offset, note.detail)
    }

    private func tooLong(from first: Int) -> Note {
        Note(
            .limitExceeded, at: scanner.window.base + first,
            detail: "longer than the limit of \(scanner.limits.record) octets for one record")
    }
}

extension ByteWindow {
    /// A window that holds a record of the longest that is allowed, and a little of what follows.
    init(_ input: ByteInput, from offset: Int, size: Int, limits: Limits) throws {
        let limit = min(limits.record, 1 << 30) + 16
        self.init(try input.open(at: offset), from: offset, capacity: size, limit: limit)
    }
}
