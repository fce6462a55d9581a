import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// A field that every record of its type must have is absent.
    ///
    /// A partner's program leaves a record out that has no name, no kind or no place in a city. Give the field; where it
    /// was given under a misspelt name, mend the name.
    static let missingRequiredField = Rule.nodes(.missingRequiredField) { schema in
        let required = schema.fields.indices.filter { schema.fields[$0].isRequired }
        guard !required.isEmpty else { return nil }
        return { record, node, examination in
            for field in required where record.first(field, of: node) == nil {
                let name = schema.fields[field].name
                var isWrong = false
                var slip: Record.Value?
                record.eachExtra(of: node, schema) { extra in
                    let label = record[extra.label].text
                    // A value of the wrong type is kept under the field's own name, and was reported when it was read.
                    if label == name { isWrong = true }
                    if slip == nil, !Resemblance.nearest(to: label, among: [name]).isEmpty { slip = extra }
                }
                guard !isWrong else { continue }
                let related = slip.map { extra in
                    Diagnostic.Related(
                        "\(record[extra.label].quoted) is probably meant",
                        at: examination.location(ofExtra: extra, named: record[extra.label].text))
                }
                examination.report(
                    .missingRequiredField, "\(name) is missing, which every \(schema.name) has", field: field,
                    related: related.map { [$0] } ?? [])
            }
        }
    }
}
