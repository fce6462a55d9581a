import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// The header's `format` is not `cos-exchange`.
    ///
    /// Readers go by it to tell an exchange from any other JSON. Write `"format": "cos-exchange"`, if that is what it is.
    static let foreignFormat = Rule.nodes(.unsupportedSchemaVersion, of: Exchange.schema) {
        let field = Exchange.schema.position(of: "format")
        return { record, node, examination in
            guard let value = record.first(field, of: node), !record[value.text].equals("cos-exchange") else { return }
            examination.report(
                .unsupportedSchemaVersion, "the format is \(record[value.text].quoted)", field: field, at: value,
                suggestions: ["cos-exchange"])
        }
    }
}
