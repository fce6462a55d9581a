import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// An id holds what cannot stand in every format: a blank, a slash, capitals, a letter beyond a to z.
    ///
    /// Ids become parts of URIs, of lists in a table and of the UIDs in a calendar. An id with a blank or a slash would be
    /// taken for two there, which is an error; others are merely hard to type. Choose small letters, digits and hyphens
    /// before the id is published; afterwards keep it.
    static let idNotPortable = Rule.values(.idNotPortable) { field in
        guard case .scalar(.identifier) = field.kind else { return nil }
        return { record, value, examination in
            let id = record[value.text]
            if Token.matches(id) { return }
            let fault = Token.fault(in: id)
            examination.report(
                .idNotPortable, "the id \(id.quoted) \(fault.words)", at: value, in: record,
                severity: fault.isGrave ? .error : nil, suggestions: Token.suggestion(for: id).map { [$0] } ?? [])
        }
    }
}
