/// Which days of a week, a month or a year a rule gives, as bits (the table of RFC 5545 section 3.3.10).
extension Recurrence {
    /// Whether it is every so many days and nothing else.
    var isPlainDaily: Bool { frequency == .daily && monthBits == 0 && !hasDays && !hasMonthDays }

    /// The days of the week that begins on a day.
    func week(from base: Int, _ start: LocalDate) -> UInt32 {
        let days = weekdays == 0 ? 1 << UInt8(start.weekday.rawValue) : weekdays
        let shift = UInt32(weekStart.rawValue)
        let mask = (UInt32(days) >> shift | UInt32(days) << (7 - shift)) & 0x7F
        guard monthBits != 0, let date = LocalDate(dayNumber: base) else { return mask }
        let rest = LocalDate.days(inMonth: date.month, of: date.year) - date.day + 1
        let inMonth: UInt32 = rest >= 7 ? 0x7F : 1 << UInt32(rest) - 1
        let isIn = monthBits >> date.month & 1 == 1
        let isNextIn = monthBits >> (date.month % 12 + 1) & 1 == 1
        return mask & ((isIn ? inMonth : 0) | (isNextIn ? ~inMonth : 0))
    }

    /// The days of the month that begins on a day. Of a year's numbered weekdays nothing is known here.
    func month(_ month: Int, of year: Int, from base: Int, _ start: LocalDate) -> UInt32 {
        guard monthBits == 0 || monthBits >> month & 1 == 1 else { return 0 }
        let length = LocalDate.days(inMonth: month, of: year)
        var mask: UInt32 = .max >> UInt32(32 - length)
        if hasMonthDays {
            // Reversed, the last day is the highest bit.
            let fromEnd = UInt32(reversing: daysFromEnd) >> UInt32(32 - length)
            mask &= daysFromStart | fromEnd
        }
        if hasDays, frequency != .yearly || monthBits != 0 || numberedDays.isEmpty {
            var days = weekdays == 0 ? 0 : Self.days(weekdays, from: base)
            for day in numberedDays {
                if let index = Self.index(of: day, from: base, length: length) { days |= 1 << UInt32(index) }
            }
            mask &= days
        }
        if hasDays || hasMonthDays || frequency == .daily { return mask }
        if frequency == .yearly, monthBits == 0, month != start.month { return 0 }
        return mask & 1 << UInt32(start.day - 1)
    }

    /// The days of thirty-one from a base on that fall on weekdays.
    static func days(_ weekdays: UInt8, from base: Int) -> UInt32 {
        let shift = UInt64(Weekday(dayNumber: base).rawValue)
        let week = (UInt64(weekdays) | UInt64(weekdays) << 7) >> shift & 0x7F
        return UInt32(truncatingIfNeeded: week &* (1 | 1 << 7 | 1 << 14 | 1 << 21 | 1 << 28))
    }

    /// Where in a run of days the n-th of a weekday lies, counted from the end if n is negative; nil if there is none.
    static func index(of day: Day, from base: Int, length: Int) -> Int? {
        let first = (day.weekday.rawValue - Weekday(dayNumber: base).rawValue + 7) % 7
        let last = first + (length - 1 - first) / 7 * 7
        let index = day.ordinal > 0 ? first + 7 * (day.ordinal - 1) : last + 7 * (day.ordinal + 1)
        return 0..<length ~= index ? index : nil
    }

    // MARK: Positions

    /// Those bits that `BYSETPOS` chooses.
    func choose(_ mask: UInt32) -> UInt32 {
        guard !positions.isEmpty else { return mask }
        var masks = InlineArray<12, UInt32>(repeating: 0)
        masks[0] = mask
        choose(&masks)
        return masks[0]
    }

    /// What `BYSETPOS` leaves of days each of which is a period by itself.
    func chooseAlone(_ mask: UInt32) -> UInt32 {
        positions.isEmpty || positions.contains(1) || positions.contains(-1) ? mask : 0
    }

    /// Leaves those bits that `BYSETPOS` chooses of all twelve masks together.
    func choose(_ masks: inout InlineArray<12, UInt32>) {
        guard !positions.isEmpty else { return }
        var total = 0
        for index in 0..<12 { total += masks[index].nonzeroBitCount }
        var chosen = InlineArray<12, UInt32>(repeating: 0)
        for position in positions {
            var rank = position > 0 ? position - 1 : total + position
            guard 0..<total ~= rank else { continue }
            var index = 0
            while rank >= masks[index].nonzeroBitCount {
                rank -= masks[index].nonzeroBitCount
                index += 1
            }
            chosen[index] |= 1 << UInt32(masks[index].indexOfBit(rank))
        }
        masks = chosen
    }
}

extension UInt32 {
    /// A number whose bits stand in the other order.
    init(reversing number: UInt32) {
        var number = number
        number = number >> 1 & 0x5555_5555 | (number & 0x5555_5555) << 1
        number = number >> 2 & 0x3333_3333 | (number & 0x3333_3333) << 2
        number = number >> 4 & 0x0F0F_0F0F | (number & 0x0F0F_0F0F) << 4
        self = number.byteSwapped
    }

    /// Where the bit stands below which that many others are set.
    func indexOfBit(_ rank: Int) -> Int {
        var rest = self
        for _ in 0..<rank { rest &= rest &- 1 }
        return rest.trailingZeroBitCount
    }
}
