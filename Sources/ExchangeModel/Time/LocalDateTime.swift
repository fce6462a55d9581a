import ExchangeBytes

/// A day and a time of day as the clock on the wall shows them: `2026-05-29T10:00`, without zone or offset.
public struct LocalDateTime: Hashable, Sendable, BitwiseCopyable {
    /// The day.
    public let date: LocalDate
    /// Seconds since 00:00, below 86,400.
    private let seconds: Int32

    /// Seconds since 00:00 of the day, below 86,400.
    public var secondOfDay: Int { Int(seconds) }
    /// From 0 to 23.
    public var hour: Int { secondOfDay / 3600 }
    /// From 0 to 59.
    public var minute: Int { secondOfDay / 60 % 60 }
    /// From 0 to 59.
    public var second: Int { secondOfDay % 60 }

    /// A day and a time of day, or nil if no clock shows that time.
    public init?(_ date: LocalDate, hour: Int, minute: Int, second: Int = 0) {
        guard 0..<24 ~= hour, 0..<60 ~= minute, 0..<60 ~= second else { return nil }
        self.init(date, secondOfDay: hour * 3600 + minute * 60 + second)
    }

    /// The beginning of a day.
    public init(startOf date: LocalDate) { self.init(date, secondOfDay: 0) }

    /// The last second of a day, 23:59:59.
    public init(endOf date: LocalDate) { self.init(date, secondOfDay: 86_399) }

    /// A day and a number of seconds that is known to be below 86,400.
    init(_ date: LocalDate, secondOfDay: Int) {
        self.date = date
        seconds = Int32(truncatingIfNeeded: secondOfDay)
    }

    // MARK: Reading

    /// The time written `YYYY-MM-DDTHH:MM` or `YYYY-MM-DDTHH:MM:SS` and in no other way.
    public init(parsing bytes: Bytes) throws(TimeFault) {
        guard bytes.count == 16 || bytes.count == 19 else { throw Self.fault(in: bytes) }
        try self.init(bytes.start, hasSeconds: bytes.count == 19, shape: .dateTime)
    }

    /// The time written `YYYY-MM-DDTHH:MM` or `YYYY-MM-DDTHH:MM:SS`, or nil.
    @inlinable
    public init?(_ bytes: Bytes) {
        do { try self.init(parsing: bytes) } catch { return nil }
    }

    /// The time written `YYYY-MM-DDTHH:MM` or `YYYY-MM-DDTHH:MM:SS`, or nil.
    public init?(_ text: String) {
        guard let time = text.withPaddedBytes({ LocalDateTime($0) }) else { return nil }
        self = time
    }

    /// The time in the sixteen octets from an address on, or in nineteen.
    @inline(__always)
    init(_ start: UnsafeRawPointer, hasSeconds: Bool, shape: TimeFault.Shape) throws(TimeFault) {
        let clock = Digits.dayAndTime(start)
        let date = try LocalDate(Digits.date(start), clock, shape: shape)
        let pairs = clock.pairs
        let (hour, minute) = (Digits.pair(pairs, 3), Digits.pair(pairs, 6))
        var second = 0
        if hasSeconds {
            let digits = Digits.seconds(start)
            guard digits.areDigits else { throw .shape(shape) }
            second = Digits.pair(digits.pairs, 1)
        }
        guard hour < 24 else { throw .hour(hour) }
        guard minute < 60 else { throw .minute(minute) }
        guard second < 60 else { throw .second(second) }
        self.init(date, secondOfDay: hour &* 3600 &+ minute &* 60 &+ second)
    }

    /// What is amiss with a run of another length.
    @inline(never)
    private static func fault(in bytes: Bytes) -> TimeFault {
        guard bytes.count > 16 else { return .shape(.dateTime) }
        let hasSeconds = bytes.count > 19 && bytes[16] == UInt8(ascii: ":")
        do { _ = try LocalDateTime(bytes.start, hasSeconds: hasSeconds, shape: .dateTime) } catch { return error }
        switch bytes[hasSeconds ? 19 : 16] {
        case UInt8(ascii: "Z"), UInt8(ascii: "z"), UInt8(ascii: "+"), UInt8(ascii: "-"): return .offset
        case UInt8(ascii: "."), UInt8(ascii: ","): return .fraction
        default: return .shape(.dateTime)
        }
    }

    // MARK: Counting

    /// Seconds since 1970-01-01T00:00, as if the clock on the wall showed UTC.
    public var wallSeconds: Int { date.dayNumber &* 86_400 &+ secondOfDay }

    /// How many seconds later it is than another time on the same clock on the wall.
    public func seconds(since other: LocalDateTime) -> Int {
        // Most are of the same day: no days need be counted.
        date == other.date ? secondOfDay &- other.secondOfDay : wallSeconds &- other.wallSeconds
    }

    /// The time so many seconds later on the same clock on the wall, or nil outside the years 0001 to 9999.
    public func adding(seconds: Int) -> LocalDateTime? {
        let (sum, overflow) = wallSeconds.addingReportingOverflow(seconds)
        if overflow { return nil }
        let second = secondOfDay &+ seconds
        return 0..<86_400 ~= second ? LocalDateTime(date, secondOfDay: second) : LocalDateTime(wallSeconds: sum)
    }

    /// The same time of day on another day.
    public func moved(to date: LocalDate) -> LocalDateTime { LocalDateTime(date, secondOfDay: secondOfDay) }

    /// The time so many seconds after 1970-01-01T00:00, or nil if it lies outside the years 0001 to 9999.
    public init?(wallSeconds: Int) {
        let day = wallSeconds >= 0 ? wallSeconds / 86_400 : -((-1 - wallSeconds) / 86_400) - 1
        guard let date = LocalDate(dayNumber: day) else { return nil }
        self.init(date, secondOfDay: wallSeconds - day * 86_400)
    }
}

extension LocalDateTime: Comparable, CustomStringConvertible {
    /// Earlier before later.
    public static func < (left: LocalDateTime, right: LocalDateTime) -> Bool {
        left.date == right.date ? left.seconds < right.seconds : left.date < right.date
    }

    /// `YYYY-MM-DDTHH:MM`, with `:SS` behind it if the seconds are not 0.
    public var text: String { String.spelt { append(to: &$0) } }

    /// `YYYY-MM-DDTHH:MM`, with `:SS` behind it if the seconds are not 0.
    public var description: String { text }

    /// Appends `2026-05-29T10:00`, or `20260529T100000` in the basic form.
    public func append(to buffer: inout ByteBuffer, as form: TimeForm = .extended) {
        append(to: &buffer, as: form, withSeconds: second != 0)
    }

    func append(to buffer: inout ByteBuffer, as form: TimeForm, withSeconds: Bool) {
        date.append(to: &buffer, as: form)
        if form == .basic {
            let minutes = secondOfDay / 60
            let digits = ByteBuffer.digits(
                minutes / 60 &* 10_000 &+ minutes % 60 &* 100 &+ secondOfDay &- minutes &* 60)
            // Two of the eight digits are noughts before the hour: `T` takes the place of the second.
            return buffer.append(word: (digits &>> 16) &<< 8 | UInt64(UInt8(ascii: "T")), count: 7)
        }
        buffer.append(UInt8(ascii: "T"))
        buffer.appendDigits(hour)
        buffer.append(UInt8(ascii: ":"))
        buffer.appendDigits(minute)
        guard withSeconds else { return }
        buffer.append(UInt8(ascii: ":"))
        buffer.appendDigits(second)
    }
}
