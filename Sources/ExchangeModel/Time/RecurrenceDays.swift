extension Recurrence {
    /// How many days are looked at before a rule is taken to be ill-meant.
    public static var limit: Int { 10_000 }

    /// The days of the rule from a first one on, in order.
    ///
    /// `until` is the last day that may be one, `count` how many there are with the first; with neither there is no end
    /// but the limit and year 9999. A day that the rule does not give is not among them, even the first.
    public func occurrences(
        from start: LocalDate, until: LocalDate? = nil, count: Int? = nil, limit: Int = limit
    ) -> Occurrences {
        Occurrences(self, from: start, near: start, until: until, atMost: min(count ?? limit, limit))
    }

    /// The last day of the rule, or nil if it has no end; `start` if it gives no day at all.
    ///
    /// Found without going through all days wherever the rule lets it. Of a count above the limit the day at the limit
    /// may be the answer.
    public func lastDay(
        from start: LocalDate, until: LocalDate? = nil, count: Int? = nil, limit: Int = limit
    ) -> LocalDate? {
        guard let count else { return until.map { lastDay(from: start, until: $0) } }
        if let last = counted(count, from: start) {
            guard let until, until < last else { return last }
            return lastDay(from: start, until: until)
        }
        var last = start
        for day in occurrences(from: start, until: until, count: count, limit: limit) { last = day }
        return last
    }

    /// Whether the rule gives a day.
    public func contains(
        _ day: LocalDate, from start: LocalDate, until: LocalDate? = nil, count: Int? = nil, limit: Int = limit
    ) -> Bool {
        guard day >= start, until.map({ day <= $0 }) ?? true, (count ?? 1) > 0 else { return false }
        var days = Occurrences(self, from: start, near: day, until: day, atMost: 400)
        var isGiven = false
        while let next = days.next() { isGiven = next == day }
        guard isGiven, let count else { return isGiven }
        return lastDay(from: start, count: count, limit: limit).map { day <= $0 } ?? true
    }

    /// The last day up to another, looked for backwards by ever longer strides.
    private func lastDay(from start: LocalDate, until: LocalDate) -> LocalDate {
        let period =
            switch frequency {
            case .daily: isPlainDaily ? interval : 31
            case .weekly: 7 * interval
            case .monthly: 31 * interval
            case .yearly: 366 * interval
            }
        var stride = 0
        while true {
            let near = max(start, until.adding(days: -stride) ?? start)
            var days = Occurrences(self, from: start, near: near, until: until, atMost: .max)
            var last: LocalDate?
            while let day = days.next() { last = day }
            if let last { return last }
            if near == start { return start }
            stride = max(2 * stride, period)
        }
    }

    /// The last of so many days, if it can be reckoned: every so many days, or some weekdays of every so many weeks.
    private func counted(_ count: Int, from start: LocalDate) -> LocalDate? {
        guard 1...10_000_000 ~= count else { return nil }
        if isPlainDaily { return start.adding(days: (count - 1) * interval) }
        guard frequency == .weekly, monthBits == 0, positions.isEmpty else { return nil }
        let distance = (start.weekday.rawValue - weekStart.rawValue + 7) % 7
        let week = self.week(from: 0, start)
        let firstWeek = (week >> UInt32(distance)) << UInt32(distance)
        let inFirst = firstWeek.nonzeroBitCount
        if count <= inFirst { return start.adding(days: firstWeek.indexOfBit(count - 1) - distance) }
        let (weeks, rest) = (count - inFirst - 1).quotientAndRemainder(dividingBy: week.nonzeroBitCount)
        return start.adding(days: (weeks + 1) * 7 * interval + week.indexOfBit(rest) - distance)
    }
}
