import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// A name is not given in the first language of the exchange.
    ///
    /// A calendar or a page in that language shows another instead, or nothing. The exchange's own name must be given in
    /// it; other names should; those of artists stay as they are spelled. Descriptions need not be translated at all.
    static let missingDefaultLanguage = Rule.nodes(.missingDefaultLanguage) { schema in
        guard schema !== Artist.schema, let field = schema.index(of: "name"), schema.shapes[field] == .texts else {
            return nil
        }
        let severity: Severity? = schema === Exchange.schema ? nil : .warning
        return { record, node, examination in
            guard let first = record.first(field, of: node), !examination.header.defaultLanguage.isEmpty else { return }
            var value = first
            while !LanguageTag.areKin(record[value.label], examination.header.defaultLanguage) {
                guard let next = record.next(value) else {
                    return examination.report(
                        .missingDefaultLanguage,
                        "the name is not given in \(examination.header.defaultLanguage.text), the first language here",
                        field: field, at: first, severity: severity)
                }
                value = next
            }
        }
    }
}
