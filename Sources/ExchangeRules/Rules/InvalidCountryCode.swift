import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// A country that ISO 3166-1 does not have.
    ///
    /// Maps and post know countries by these two letters. Write them in capitals: `IT`, `EG`, `SN`, `GB`.
    static let invalidCountryCode = Rule.values(.invalidCountryCode) { field in
        guard case .scalar(.country) = field.kind else { return nil }
        return { record, value, examination in
            let code = record[value.text]
            if Countries.contains(code) { return }
            examination.report(
                .invalidCountryCode, "there is no country \(code.quoted)", at: value, in: record,
                suggestions: Countries.suggestion(for: code).map { [$0] } ?? [])
        }
    }
}
