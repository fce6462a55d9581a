import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// A person is in the exchange without a word on what the person agreed to, or without the day of it.
    ///
    /// Whoever publishes has to be able to show the consent (GDPR article 7(1)), and `export` withholds what it does not
    /// cover. Ask, and give `consentScope` and `consentDate`.
    static let missingConsent = Rule.nodes(.missingRequiredField, of: Artist.schema) {
        let fields = Consent.fields
        return { record, node, examination in
            if let scope = record.first(fields.scope, of: node) {
                guard record.first(fields.date, of: node) == nil,
                    !record.hasExtra("consentDate", of: node, Artist.schema)
                else { return }
                let related = Diagnostic.Related("the consent", at: examination.location(of: fields.scope, at: scope))
                examination.report(
                    .missingRequiredField, "consentDate is missing, which stands beside every consent",
                    field: fields.date, related: [related])
            } else if Consent.isPerson(record, node), !record.hasExtra("consentScope", of: node, Artist.schema) {
                examination.report(
                    .missingRequiredField, "consentScope is missing, which every artist has who is a person",
                    field: fields.scope)
            }
        }
    }
}
