import ExchangeBytes

/// A day of the Gregorian calendar, as a calendar on the wall shows it: `2026-05-29`, from year 0001 to year 9999.
///
/// Four octets, compared and hashed as one number.
public struct LocalDate: Hashable, Sendable, BitwiseCopyable {
    /// The year in the high bits, then four bits of month and five of day, so that numbers compare as days do.
    private let packed: Int32

    /// From 1 to 9999.
    public var year: Int { Int(packed &>> 9) }
    /// From 1 to 12.
    public var month: Int { Int(packed &>> 5) & 15 }
    /// From 1 to 31.
    public var day: Int { Int(packed) & 31 }

    /// 0001-01-01.
    public static var first: LocalDate { LocalDate(unchecked: 1, 1, 1) }
    /// 9999-12-31.
    public static var last: LocalDate { LocalDate(unchecked: 9999, 12, 31) }

    /// A day that is known to exist.
    init(unchecked year: Int, _ month: Int, _ day: Int) {
        packed = Int32(truncatingIfNeeded: year &<< 9 | month &<< 5 | day)
    }

    /// The day of these numbers, or nil if there is none.
    public init?(year: Int, month: Int, day: Int) {
        guard 1...9999 ~= year, 1...12 ~= month, day >= 1, day <= Self.days(inMonth: month, of: year) else {
            return nil
        }
        self.init(unchecked: year, month, day)
    }

    // MARK: Reading

    /// The day written `YYYY-MM-DD` and in no other way.
    public init(parsing bytes: Bytes) throws(TimeFault) {
        guard bytes.count == 10 else { throw .shape(.date) }
        try self.init(Digits.date(bytes.start), Digits.day(bytes.start), shape: .date)
    }

    /// The day written `YYYY-MM-DD`, or nil.
    @inlinable
    public init?(_ bytes: Bytes) {
        do { try self.init(parsing: bytes) } catch { return nil }
    }

    /// The day written `YYYY-MM-DD`, or nil.
    public init?(_ text: String) {
        guard let date = text.withPaddedBytes({ LocalDate($0) }) else { return nil }
        self = date
    }

    /// The day whose digits lie in two words.
    @inline(__always)
    init(_ date: Digits, _ day: Digits, shape: TimeFault.Shape) throws(TimeFault) {
        guard date.areDigits, day.areDigits else { throw .shape(shape) }
        let pairs = (date.pairs, day.pairs)
        try self.init(
            checkedYear: Digits.pair(pairs.0, 0) &* 100 &+ Digits.pair(pairs.0, 2),
            month: Digits.pair(pairs.0, 5), day: Digits.pair(pairs.1, 0))
    }

    @inline(__always)
    private init(checkedYear year: Int, month: Int, day: Int) throws(TimeFault) {
        guard year > 0 else { throw .year }
        guard UInt(bitPattern: month &- 1) < 12 else { throw .month(month) }
        guard UInt(bitPattern: day &- 1) < 28 || day > 0 && day <= Self.days(inMonth: month, of: year) else {
            throw .day(day, month: month, year: year)
        }
        self.init(unchecked: year, month, day)
    }

    // MARK: Counting

    /// How many days the month of that number has in that year.
    public static func days(inMonth month: Int, of year: Int) -> Int {
        month == 2 ? (isLeap(year) ? 29 : 28) : 30 &+ (month ^ (month &>> 3)) & 1
    }

    /// Whether the year has a 29 February.
    public static func isLeap(_ year: Int) -> Bool {
        year & 3 == 0 && (year % 100 != 0 || year & 15 == 0)
    }

    /// How many days lie between 1970-01-01 and this day; negative before it.
    public var dayNumber: Int { Self.dayNumber(year: year, month: month, day: day) }

    /// The same for any year from 0 on, and for a day behind the end of its month.
    static func dayNumber(year: Int, month: Int, day: Int) -> Int {
        // Years are counted from March, so that the leap day is the last.
        let isEarly = month <= 2
        let year = year &- (isEarly ? 1 : 0)
        let month = month &+ (isEarly ? 9 : -3)
        let whole = 365 &* year &+ year / 4 &- year / 100 &+ year / 400
        return whole &+ (153 &* month &+ 2) / 5 &+ day &- 719_469
    }

    /// The day so many days after 1970-01-01, or nil if it lies outside the years 0001 to 9999.
    public init?(dayNumber: Int) {
        guard -719_162...2_932_896 ~= dayNumber else { return nil }
        let days = dayNumber &+ 719_468
        let era = days / 146_097
        let dayOfEra = days % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        self.init(
            unchecked: 400 * era + yearOfEra + (month >= 10 ? 1 : 0), month < 10 ? month + 3 : month - 9,
            dayOfYear - (153 * month + 2) / 5 + 1)
    }

    /// The day so many days later, or earlier for a negative number; nil outside the years 0001 to 9999.
    public func adding(days: Int) -> LocalDate? {
        let (sum, overflow) = dayNumber.addingReportingOverflow(days)
        return overflow ? nil : LocalDate(dayNumber: sum)
    }

    /// The day of the week.
    public var weekday: Weekday { Weekday(dayNumber: dayNumber) }
}

extension LocalDate: Comparable, CustomStringConvertible {
    /// Earlier before later.
    @inlinable
    public static func < (left: LocalDate, right: LocalDate) -> Bool { left.order < right.order }

    @usableFromInline var order: Int32 { packed }

    /// `YYYY-MM-DD`.
    public var text: String { String.spelt { append(to: &$0) } }

    /// `YYYY-MM-DD`.
    public var description: String { text }

    /// Appends `2026-05-29`, or `20260529` in the basic form.
    public func append(to buffer: inout ByteBuffer, as form: TimeForm = .extended) {
        if form == .basic {
            return buffer.append(word: ByteBuffer.digits(year &* 10_000 &+ month &* 100 &+ day), count: 8)
        }
        buffer.appendDigits(year / 100)
        buffer.appendDigits(year % 100)
        buffer.append(UInt8(ascii: "-"))
        buffer.appendDigits(month)
        buffer.append(UInt8(ascii: "-"))
        buffer.appendDigits(day)
    }
}
