import ExchangeDiagnostics
import ExchangeModel

/// What an export cannot say: how many values of each field, or records of each type, and where the first of them is.
struct ExportLosses {
    private struct Key: Hashable {
        let schema: ObjectIdentifier
        /// The index of the field; -1 for a record as a whole.
        let field: Int
        let words: String
    }

    private struct Loss {
        let schema: Schema
        let field: Int
        let words: String
        var count = 1
        let offset: Int
        let subject: Diagnostic.Subject
    }

    private let code: Code
    private let title: String
    private var places: [Key: Int] = [:]
    private var losses: [Loss] = []

    /// The losses of a format that is called so in a sentence.
    init(_ code: Code, _ title: String) { (self.code, self.title) = (code, title) }

    /// Counts a record that is left out whole.
    mutating func count(_ record: borrowing Record) { count(record, -1, of: record.schema, "", at: record.offset) }

    /// Counts the fields of a record, or of one that belongs to it, that are not told, and what no field claims.
    mutating func count(
        _ record: borrowing Record, _ node: Record.Node = .root, of schema: Schema, untold fields: [Int]
    ) {
        for field in fields { count(record, field: field, in: node, of: schema) }
        count(record, field: schema.shapes.count, in: node, of: schema)
    }

    /// Counts a field, if it has a value that is not told; `words` say what of it.
    mutating func count(
        _ record: borrowing Record, field: Int, in node: Record.Node = .root, of schema: Schema, _ words: String = ""
    ) {
        guard let value = record.first(field, of: node) else { return }
        count(record, field, of: schema, words, at: value.offset)
    }

    private mutating func count(
        _ record: borrowing Record, _ field: Int, of schema: Schema, _ words: String, at offset: Int
    ) {
        let key = Key(schema: ObjectIdentifier(schema), field: field, words: words)
        if let place = places[key] {
            losses[place].count += 1
            return
        }
        places[key] = losses.count
        let type = RecordType(rawValue: record.schema.name) ?? .event
        losses.append(
            Loss(schema: schema, field: field, words: words, offset: offset, subject: record.subject(of: type)))
    }

    /// Reports each field once.
    func report(_ report: (Diagnostic) -> Void) {
        for loss in losses {
            let records = loss.count == 1 ? "1 record" : "\(loss.count) records"
            let name: String
            switch loss.field {
            case -1: name = loss.schema.name
            case loss.schema.fields.count: name = "\(loss.schema.name): members that no field claims,"
            default: name = "\(loss.schema.name).\(loss.schema.fields[loss.field].name)"
            }
            let message =
                loss.field < 0
                ? "\(name): \(records) \(loss.count == 1 ? "is" : "are") not in \(title)"
                : "\(name)\(loss.words) of \(records) is not in \(title)"
            report(
                Diagnostic(
                    code, message: message, subject: loss.subject,
                    at: .init(position: Position(offset: loss.offset), path: path(of: loss))))
        }
    }

    private func path(of loss: Loss) -> String { loss.schema.collection.isEmpty ? "" : "/\(loss.schema.collection)" }
}
