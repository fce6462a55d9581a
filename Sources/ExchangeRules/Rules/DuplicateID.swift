import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// Two records of a type bear the same id.
    ///
    /// A reference to it could mean either, and a partner keeps only one of the two. Give the second an id of its own, or
    /// take it away if it is the same thing once more.
    static let duplicateID = Rule.nodes(.duplicateID) { schema in
        guard let type = RecordType.allCases.first(where: { $0.schema === schema }) else { return nil }
        let field = schema.position(of: "id")
        return { record, node, examination in
            guard let first = examination.identities.first, let id = record.first(field, of: node) else { return }
            let place = Diagnostic.Location(position: Position(offset: first), path: "/\(schema.collection)")
            examination.report(
                .duplicateID, "another \(type.rawValue) has the id \(record[id.text].quoted) already", field: field,
                at: id, related: [Diagnostic.Related("first used here", at: place)])
        }
    }
}
