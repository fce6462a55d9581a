import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// A telephone number without its country.
    ///
    /// A visitor from abroad cannot dial it. Begin with `+` and the number of the country: `+39`, `+20`, `+221`.
    static let phoneNotInternational = Rule.values(.phoneNotInternational) { field in
        guard case .scalar(.telephone) = field.kind else { return nil }
        return { record, value, examination in
            guard record[value.text][0] != UInt8(ascii: "+") else { return }
            examination.report(
                .phoneNotInternational, "the telephone number does not begin with + and a country", at: value,
                in: record)
        }
    }
}
