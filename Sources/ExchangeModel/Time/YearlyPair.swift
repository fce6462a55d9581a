/// Two changes that happen in each of some years on days that one rule each tells.
struct YearlyPair {
    private let first, second: Series
    /// Whether the range is one year.
    private let isSingle: Bool

    /// A change that comes again every year, at the same time of the same weekday of a month.
    private struct Series {
        /// The first of the changes.
        let change: ZoneTransition
        private let onset: LocalDateTime
        /// Those of 1, 2, 3, 4 and -1 that have been true of all changes so far.
        private(set) var ordinals: [Int]

        init?(_ change: ZoneTransition) {
            guard let onset = change.onset else { return nil }
            self.change = change
            self.onset = onset
            ordinals = Self.ordinals(of: onset.date)
        }

        /// What a day is called within its month: the fourth, the last, or both.
        private static func ordinals(of date: LocalDate) -> [Int] {
            let ordinal = (date.day - 1) / 7 + 1
            let isLast = date.day + 7 > LocalDate.days(inMonth: date.month, of: date.year)
            return (isLast ? [-1] : []) + (ordinal < 5 ? [ordinal] : [])
        }

        /// The ordinals that another change leaves, or none if it differs in more than its day.
        func ordinals(with other: ZoneTransition) -> [Int] {
            guard let time = other.onset, time.date.month == onset.date.month, time.secondOfDay == onset.secondOfDay,
                time.date.weekday == onset.date.weekday, other.before == change.before, other.after == change.after
            else { return [] }
            let others = Self.ordinals(of: time.date)
            return ordinals.filter(others.contains)
        }

        mutating func narrow(to ordinals: [Int]) { self.ordinals = ordinals }

        var rule: Observance.YearlyRule {
            Observance.YearlyRule(
                month: onset.date.month, ordinal: ordinals.first ?? -1, weekday: onset.date.weekday)
        }
    }

    /// The pair that tells all changes of a range of years, or nil if none does.
    ///
    /// Where a few years leave open whether a day is the fourth or the last, the years that follow decide.
    init?(_ changes: [ZoneTransition], in years: ClosedRange<Int>, followed zone: Zone) {
        guard changes.count == 2 * years.count, var first = Series(changes[0]), var second = Series(changes[1]) else {
            return nil
        }
        for (index, year) in years.enumerated() {
            let pair = (changes[2 * index], changes[2 * index + 1])
            guard pair.0.onset?.date.year == year, pair.1.onset?.date.year == year else { return nil }
            first.narrow(to: first.ordinals(with: pair.0))
            second.narrow(to: second.ordinals(with: pair.1))
            if first.ordinals.isEmpty || second.ordinals.isEmpty { return nil }
        }
        var year = years.upperBound + 1
        while first.ordinals.count > 1 || second.ordinals.count > 1, year <= min(years.upperBound + 28, 9999) {
            let following = zone.changes(in: year...year)
            guard following.count == 2 else { break }
            let ordinals = (first.ordinals(with: following[0]), second.ordinals(with: following[1]))
            if ordinals.0.isEmpty || ordinals.1.isEmpty { break }
            first.narrow(to: ordinals.0)
            second.narrow(to: ordinals.1)
            year += 1
        }
        (self.first, self.second) = (first, second)
        isSingle = years.count == 1
    }

    /// The two with their rules, and before them what is in force as the years begin, unless the second tells it.
    func observances(after initial: ZoneTransition?, inForce: Observance) -> [Observance] {
        let year = inForce.onset.date.year
        let ruled = [first, second].compactMap { Observance($0.change, rule: $0.rule) }
        if let initial, ruled.count == 2, year == ruled[0].onset.date.year - 1,
            second.ordinals(with: initial).contains(second.rule.ordinal),
            let earlier = Observance(initial, rule: second.rule)
        {
            return [earlier, ruled[0]]
        }
        // Of a single year that is unlike the one before it a rule tells nothing that its onset does not.
        return [inForce] + (isSingle ? [first, second].compactMap { Observance($0.change) } : ruled)
    }
}
