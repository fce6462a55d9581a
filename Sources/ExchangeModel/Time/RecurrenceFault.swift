/// Why a run of octets is no recurrence rule of the profile. The text is the part that is at fault, as written.
public enum RecurrenceFault: Error, Hashable, Sendable {
    /// Nothing is written.
    case empty
    /// A part is not `NAME=VALUE`.
    case shape(String)
    /// A part is given twice.
    case repeated(String)
    /// RFC 5545 section 3.3.10 has no such part.
    case unknown(String)
    /// A part or a frequency of RFC 5545 that would make several occurrences a day, or is otherwise left out.
    case outsideProfile(String)
    /// `UNTIL` or `COUNT`: they have fields of their own.
    case keptApart(String)
    /// `FREQ` is missing.
    case noFrequency
    /// The value is none of those that the part may have.
    case value(String)
    /// A weekday with a number needs `FREQ=MONTHLY` or `FREQ=YEARLY`.
    case numberedDay(String)
    /// `BYMONTHDAY` does not go with `FREQ=WEEKLY`.
    case monthDayOfWeek(String)
    /// `BYSETPOS` needs another `BY` part to choose from.
    case positionAlone(String)
}

extension RecurrenceFault: CustomStringConvertible {
    /// One sentence without its full stop.
    public var description: String {
        switch self {
        case .empty: "a rule begins with FREQ"
        case .shape(let part): "\"\(part)\" is not NAME=VALUE"
        case .repeated(let part): "\(part) gives a part for the second time"
        case .unknown(let part): "\(part) is no part of a recurrence rule"
        case .outsideProfile(let part):
            "\(part) is not used here: a rule gives days, by FREQ, INTERVAL, BYDAY, BYMONTHDAY, BYMONTH, BYSETPOS and WKST"
        case .keptApart(let part): "\(part) has a field of its own beside the rule"
        case .noFrequency: "FREQ is missing"
        case .value(let part): "\(part) has a value that RFC 5545 does not know"
        case .numberedDay(let part): "\(part) numbers a weekday, which needs FREQ=MONTHLY or FREQ=YEARLY"
        case .monthDayOfWeek(let part): "\(part) does not go with FREQ=WEEKLY"
        case .positionAlone(let part): "\(part) needs another BY part to choose from"
        }
    }
}
