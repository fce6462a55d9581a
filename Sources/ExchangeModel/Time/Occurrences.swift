/// The days that a rule gives, in order, from the first on (RFC 5545 section 3.3.10).
///
/// It works a period at a time — a week, a month, the months of a year — with a bit for each day. It always ends: at the
/// last day, after the count, at its limit, in year 9999, or when the calendar has come round without a match.
public struct Occurrences: Sequence, IteratorProtocol, Sendable {
    private let rule: Recurrence
    private let start: LocalDate
    private let first: Int
    private let last: Int
    private var remaining: Int
    /// The first day of the week, the number of the month since year 0, or the year; for a rule of days alone the day.
    private var period: Int
    private let step: Int
    /// How many periods without a match prove that none will come.
    private var patience: Int
    private let wholePatience: Int

    /// A bit for each day from a base on, one mask for each month of a year and otherwise one.
    private var masks = InlineArray<12, UInt32>(repeating: 0)
    private var bases = InlineArray<12, Int>(repeating: 0)
    private var index = 0
    private var count = 0

    /// The days from `start` on, beginning with the period in which `near` falls.
    init(_ rule: Recurrence, from start: LocalDate, near: LocalDate, until: LocalDate?, atMost count: Int) {
        self.rule = rule
        self.start = start
        first = start.dayNumber
        last = (until ?? .last).dayNumber
        remaining = Swift.max(count, 0)
        let origin: Int
        let target: Int
        switch (rule.frequency, rule.isPlainDaily) {
        case (.daily, true):
            (origin, target, step, wholePatience) = (first, near.dayNumber, rule.interval, 1)
        case (.weekly, _):
            origin = first - (start.weekday.rawValue - rule.weekStart.rawValue + 7) % 7
            // Weeks differ in nothing but the months that they lie in.
            (target, step) = (near.dayNumber, 7 * rule.interval)
            wholePatience = rule.monthBits == 0 ? 1 : 20_871
        case (.monthly, _):
            (origin, target) = (Self.month(start), Self.month(near))
            (step, wholePatience) = (rule.interval, 4800)
        case (.yearly, _):
            (origin, target, step, wholePatience) = (start.year, near.year, rule.interval, 400)
        case (.daily, false):
            // Months are gone through one by one, and the interval picks days from them.
            (origin, target) = (Self.month(start), Self.month(near))
            (step, wholePatience) = (1, 4800 * rule.interval / Self.commonDivisor(rule.interval, 146_097))
        }
        patience = wholePatience
        period = origin + Swift.max(0, target - origin) / step * step
    }

    private static func commonDivisor(_ left: Int, _ right: Int) -> Int {
        right == 0 ? left : commonDivisor(right, left % right)
    }

    private static func month(_ date: LocalDate) -> Int { date.year * 12 + date.month - 1 }

    /// The next day, or nil behind the last.
    public mutating func next() -> LocalDate? {
        guard remaining > 0 else { return nil }
        while true {
            while index < count {
                let mask = masks[index]
                if mask == 0 { index += 1; continue }
                masks[index] = mask & (mask - 1)
                let day = bases[index] + mask.trailingZeroBitCount
                if day < first { continue }
                guard day <= last else { remaining = 0; return nil }
                remaining -= 1
                return LocalDate(dayNumber: day)
            }
            guard fill() else { remaining = 0; return nil }
        }
    }

    /// Puts the days of the next period into the masks; false behind the last period.
    private mutating func fill() -> Bool {
        (index, count) = (0, 1)
        switch rule.frequency {
        case .daily where rule.isPlainDaily:
            guard period <= last else { return false }
            (bases[0], masks[0]) = (period, 1)
        case .weekly:
            guard period <= last else { return false }
            (bases[0], masks[0]) = (period, rule.choose(rule.week(from: period, start)))
        case .monthly, .daily:
            if rule.frequency == .daily { skipMonths() }
            let (year, month) = (period / 12, period % 12 + 1)
            guard year <= 9999 else { return false }
            bases[0] = LocalDate.dayNumber(year: year, month: month, day: 1)
            guard bases[0] <= last else { return false }
            let mask = rule.month(month, of: year, from: bases[0], start)
            masks[0] = rule.frequency == .daily ? picked(mask, from: bases[0]) : rule.choose(mask)
        case .yearly:
            guard period <= 9999, LocalDate.dayNumber(year: period, month: 1, day: 1) <= last else { return false }
            count = 12
            for month in 1...12 {
                bases[month - 1] = LocalDate.dayNumber(year: period, month: month, day: 1)
                masks[month - 1] = rule.month(month, of: period, from: bases[month - 1], start)
            }
            if rule.monthBits == 0, !rule.numberedDays.isEmpty { limitToNumberedDays() }
            rule.choose(&masks)
        }
        let isEmpty = (0..<count).allSatisfy { masks[$0] == 0 }
        patience = isEmpty ? patience - 1 : wholePatience
        period += step
        return patience > 0
    }

    /// Goes on to a month that the rule lets be.
    private mutating func skipMonths() {
        guard rule.monthBits != 0 else { return }
        while rule.monthBits >> (period % 12 + 1) & 1 == 0 { period += 1 }
    }

    /// Those days of a month that lie a whole number of intervals behind the first day.
    private func picked(_ mask: UInt32, from base: Int) -> UInt32 {
        guard mask != 0, rule.interval > 1 else { return rule.chooseAlone(mask) }
        var kept: UInt32 = 0
        let distance = (first - base) % rule.interval
        var index = distance < 0 ? distance + rule.interval : distance
        while index < 31 {
            kept |= mask & 1 << UInt32(index)
            index += rule.interval
        }
        return rule.chooseAlone(kept)
    }

    /// Leaves of a year's days those that are the n-th such weekday of the year, or any such weekday without number.
    private mutating func limitToNumberedDays() {
        var numbered = InlineArray<12, UInt32>(repeating: 0)
        let newYear = bases[0]
        let length = LocalDate.isLeap(period) ? 366 : 365
        for day in rule.numberedDays {
            guard let index = Recurrence.index(of: day, from: newYear, length: length) else { continue }
            var month = 11
            while bases[month] > newYear + index { month -= 1 }
            numbered[month] |= 1 << UInt32(newYear + index - bases[month])
        }
        for month in 0..<12 {
            let each = rule.weekdays == 0 ? 0 : Recurrence.days(rule.weekdays, from: bases[month])
            masks[month] &= numbered[month] | each
        }
    }
}
