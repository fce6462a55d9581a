import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// A latitude beyond the poles, or a longitude beyond 180 degrees.
    ///
    /// A map shows nothing, or the other side of the world. Mostly a full stop is missing.
    static let coordinatesOutOfRange = Rule.values(.coordinatesOutOfRange) { field in
        guard case .scalar(.decimal(let range)) = field.kind else { return nil }
        let scaled = range.lowerBound * DegreeNumber.scale...range.upperBound * DegreeNumber.scale
        return { record, value, examination in
            if let number = DegreeNumber(record[value.text]).scaled, scaled.contains(number) { return }
            examination.report(
                .coordinatesOutOfRange,
                "\(record[value.text].text) is not between \(range.lowerBound) and \(range.upperBound) degrees",
                at: value, in: record)
        }
    }
}
