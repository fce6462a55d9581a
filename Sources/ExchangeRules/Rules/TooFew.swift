import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// A cooperation of fewer than two cities, or a route with fewer than two stops.
    ///
    /// Neither is one: a map cannot draw a line to a single place. Add the other, or leave the record out.
    static let tooFew = Rule.nodes(.missingRequiredField) { schema in
        let name: String
        switch schema.name {
        case RecordType.cooperation.rawValue: name = "cities"
        case RecordType.route.rawValue: name = "stops"
        default: return nil
        }
        let field = schema.position(of: name)
        return { record, node, examination in
            guard let only = record.first(field, of: node), record.next(only) == nil else { return }
            examination.report(
                .missingRequiredField, "\(name) has one entry, and \(schema.name.withArticle) has two at least",
                field: field, at: only)
        }
    }
}
