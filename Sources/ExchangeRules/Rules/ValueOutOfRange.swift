import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// A whole number is smaller or greater than its field allows.
    ///
    /// No studio holds fewer than no visitors; such a number is a slip of the finger. Write the number that is meant.
    static let valueOutOfRange = Rule.values(.valueOutOfRange) { field in
        guard case .scalar(.integer(let range)) = field.kind else { return nil }
        return { record, value, examination in
            if let number = record[value.text].wholeNumber, range.contains(number) { return }
            examination.report(
                .valueOutOfRange,
                "\(record[value.text].text) is not between \(range.lowerBound) and \(range.upperBound)", at: value,
                in: record)
        }
    }
}
