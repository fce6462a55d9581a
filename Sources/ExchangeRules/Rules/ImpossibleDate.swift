import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// A day or a time that no calendar and no clock has, or that is not written as the field wants it.
    ///
    /// Other programs make the 1st of July of the 31st of June without a word. Write the day that is meant.
    static let impossibleDate = Rule.values(.impossibleDate) { field in
        guard let parse = field.kind.timeParser else { return nil }
        return { record, value, examination in
            let bytes = record[value.text]
            do throws(TimeFault) {
                try parse(bytes)
            } catch {
                examination.report(.impossibleDate, "\(bytes.quoted) will not do: \(error)", at: value, in: record)
            }
        }
    }
}

extension Kind {
    fileprivate var timeParser: (@Sendable (Bytes) throws(TimeFault) -> Void)? {
        switch self {
        case .scalar(.date), .list(.date): { bytes throws(TimeFault) in _ = try LocalDate(parsing: bytes) }
        case .scalar(.localDateTime): { bytes throws(TimeFault) in _ = try LocalDateTime(parsing: bytes) }
        case .scalar(.moment): { bytes throws(TimeFault) in _ = try Moment(parsing: bytes) }
        case .scalar(.instant): { bytes throws(TimeFault) in _ = try Instant(parsing: bytes) }
        case .scalar(.dateOrInstant):
            { bytes throws(TimeFault) in
                if bytes.count <= 10 { _ = try LocalDate(parsing: bytes) } else { _ = try Instant(parsing: bytes) }
            }
        default: nil
        }
    }
}
