import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// A coordinate of more than seven decimals.
    ///
    /// Seven decimals are a centimetre. More of them come out of a calculation, and no format but JSON is bound to keep
    /// them. Round to five or six.
    static let coordinatesOverprecise = Rule.values(.coordinatesOverprecise) { field in
        guard case .scalar(.decimal) = field.kind else { return nil }
        return { record, value, examination in
            let decimals = DegreeNumber(record[value.text]).decimals
            guard decimals > 7 else { return }
            examination.report(
                .coordinatesOverprecise, "\(decimals) decimals are written, and seven are a centimetre", at: value,
                in: record)
        }
    }
}
