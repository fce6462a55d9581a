/// One of the seven days of the week, Monday first (ISO 8601-1 section 3.1.2.8; RFC 5545 section 3.3.10).
public enum Weekday: Int, CaseIterable, Comparable, Hashable, Sendable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday

    /// The two letters that iCalendar writes: `MO` … `SU`.
    public var code: String {
        switch self {
        case .monday: "MO"
        case .tuesday: "TU"
        case .wednesday: "WE"
        case .thursday: "TH"
        case .friday: "FR"
        case .saturday: "SA"
        case .sunday: "SU"
        }
    }

    /// The day on which a day falls that is so many days after 1970-01-01, a Thursday.
    init(dayNumber: Int) {
        switch (dayNumber % 7 + 10) % 7 {
        case 0: self = .monday
        case 1: self = .tuesday
        case 2: self = .wednesday
        case 3: self = .thursday
        case 4: self = .friday
        case 5: self = .saturday
        default: self = .sunday
        }
    }

    /// Monday before Tuesday, and so on to Sunday.
    public static func < (left: Weekday, right: Weekday) -> Bool { left.rawValue < right.rawValue }
}
