import ExchangeBytes

/// On which days something happens again: the part of RFC 5545 section 3.3.10 that gives at most one occurrence a day.
///
/// `FREQ` (`DAILY` to `YEARLY`), `INTERVAL`, `BYDAY`, `BYMONTHDAY`, `BYMONTH`, `BYSETPOS`, `WKST`. How long it goes on is
/// told apart from the rule. Lists are sets: neither their order nor a member given twice is kept.
public struct Recurrence: Hashable, Sendable {
    /// What the rule counts in.
    public enum Frequency: Hashable, Sendable {
        case daily, weekly, monthly, yearly
    }

    /// A weekday, each of them or the one of a number.
    public struct Day: Hashable, Sendable, Comparable {
        /// The second for 2, the last but one for -2, within the month or the year; 0 for each.
        public let ordinal: Int
        /// The day of the week.
        public let weekday: Weekday

        /// By weekday, then by number.
        public static func < (left: Day, right: Day) -> Bool {
            (left.weekday, left.ordinal) < (right.weekday, right.ordinal)
        }
    }

    /// What the rule counts in.
    public internal(set) var frequency = Frequency.daily
    /// Every so many days, weeks, months or years; at least 1.
    public internal(set) var interval = 1
    /// The day a week begins with, which matters for every second week and the like.
    public internal(set) var weekStart = Weekday.monday

    /// A bit for each weekday without number, Monday lowest.
    var weekdays: UInt8 = 0
    /// Weekdays with numbers, ascending.
    var numberedDays: [Day] = []
    /// A bit for each day of the month, the first lowest.
    var daysFromStart: UInt32 = 0
    /// A bit for each day counted from the end of the month, the last lowest.
    var daysFromEnd: UInt32 = 0
    /// A bit for each month, January at 1.
    var monthBits: UInt16 = 0
    /// `BYSETPOS`, ascending: which of the days in each period, from the end if negative.
    public internal(set) var positions: [Int] = []

    init() {}

    /// The rule of that text, or nil.
    public init?(_ bytes: Bytes) {
        do { try self.init(parsing: bytes) } catch { return nil }
    }

    /// The rule of that text, or nil.
    public init?(_ text: String) {
        guard let rule = text.withPaddedBytes({ Recurrence($0) }) else { return nil }
        self = rule
    }

    /// `BYDAY`, from Monday to Sunday.
    public var days: [Day] {
        let each = Weekday.allCases.filter { weekdays >> $0.rawValue & 1 == 1 }.map { Day(ordinal: 0, weekday: $0) }
        return (each + numberedDays).sorted()
    }

    /// `BYMONTHDAY`, from the first day on, then from the last but thirty to the last.
    public var monthDays: [Int] {
        (1...31).filter { daysFromStart >> ($0 - 1) & 1 == 1 }
            + (-31 ... -1).filter { daysFromEnd >> (-$0 - 1) & 1 == 1 }
    }

    /// `BYMONTH`, ascending.
    public var months: [Int] { (1...12).filter { monthBits >> $0 & 1 == 1 } }

    var hasDays: Bool { weekdays != 0 || !numberedDays.isEmpty }
    var hasMonthDays: Bool { daysFromStart | daysFromEnd != 0 }
}

extension Recurrence: CustomStringConvertible {
    /// The rule in capitals, its parts in the order of the profile, without those that say what goes without saying.
    public var text: String {
        func list(_ name: String, _ values: [String]) -> String {
            values.isEmpty ? "" : ";\(name)=\(values.joined(separator: ","))"
        }
        var text = "FREQ=\(frequency.code)"
        if interval > 1 { text += ";INTERVAL=\(interval)" }
        text += list("BYDAY", days.map { ($0.ordinal == 0 ? "" : "\($0.ordinal)") + $0.weekday.code })
        text += list("BYMONTHDAY", monthDays.map { "\($0)" })
        text += list("BYMONTH", months.map { "\($0)" })
        text += list("BYSETPOS", positions.map { "\($0)" })
        if weekStart != .monday { text += ";WKST=\(weekStart.code)" }
        return text
    }

    /// The same as `text`.
    public var description: String { text }
}

extension Recurrence.Frequency {
    /// `DAILY` … `YEARLY`.
    public var code: String {
        switch self {
        case .daily: "DAILY"
        case .weekly: "WEEKLY"
        case .monthly: "MONTHLY"
        case .yearly: "YEARLY"
        }
    }
}
