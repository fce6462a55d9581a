import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// A person's name, e-mail address or telephone number without the person's consent, or after it has ended.
    ///
    /// Without consent it must not be published (GDPR articles 5 and 6), and `export` withholds it. Ask the person, and
    /// write what was agreed in `consentScope`; or take the value away.
    static let consentMissing = Rule.nodes(.consentMissing, of: Artist.schema) {
        let fields = Consent.fields
        let needs: [(field: Int, scope: StaticString)] = [
            (fields.name, "name"), (fields.email, "contact"), (fields.telephone, "contact"),
        ]
        return { record, node, examination in
            guard Consent.isPerson(record, node), let first = record.first(fields.scope, of: node) else { return }
            for need in needs {
                guard let value = record.first(need.field, of: node) else { continue }
                var isCovered = false
                record.each(from: first) { if record[$0.text].equals(need.scope) { isCovered = true } }
                guard !isCovered else { continue }
                let name = Artist.schema.fields[need.field].name
                examination.report(
                    .consentMissing, "the person's \(name) is given, but the consent does not cover \(need.scope)",
                    field: need.field, at: value)
            }
            guard let last = record.first(fields.until, of: node), let until = LocalDate(record[last.text]),
                let today = examination.header.generated, until < today
            else { return }
            examination.report(
                .consentMissing,
                "the person's consent ended on \(until.words), before the exchange was made on \(today.words)",
                field: fields.until, at: last)
        }
    }
}
