/// One part of a VTIMEZONE, STANDARD or DAYLIGHT: from when on the clocks have which offset (RFC 5545 section 3.6.5).
public struct Observance: Hashable, Sendable {
    /// DAYLIGHT rather than STANDARD: of a pair of offsets the larger, also where the database calls the winter the
    /// daylight saving time, as Dublin's law does.
    public let isDaylight: Bool
    /// DTSTART: when it begins, on clocks that still have the offset before it.
    public let onset: LocalDateTime
    /// TZOFFSETFROM, in seconds ahead of UTC.
    public let offsetFrom: Int
    /// TZOFFSETTO, in seconds ahead of UTC.
    public let offsetTo: Int
    /// TZNAME, or nil where the database has no name but the offset in digits, which says nothing new.
    public let abbreviation: String?
    /// On which day of every year it begins again; nil if it begins once.
    public let rule: YearlyRule?

    /// A day that is told by its weekday: the last Sunday of March.
    public struct YearlyRule: Hashable, Sendable {
        /// BYMONTH, from 1 to 12.
        public let month: Int
        /// Which of the month's: 1 to 4, or -1 for the last.
        public let ordinal: Int
        /// The day of the week.
        public let weekday: Weekday

        /// `FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU`, in the order that Outlook documents.
        public var text: String { "FREQ=YEARLY;BYMONTH=\(month);BYDAY=\(ordinal)\(weekday.code)" }
    }

    /// What a transition to another offset brings; nil if no calendar has its day.
    init?(_ transition: ZoneTransition, rule: YearlyRule? = nil) {
        guard let onset = transition.onset else { return nil }
        let (before, after) = (transition.before, transition.after)
        isDaylight = before.isDaylight == after.isDaylight ? after.isDaylight : after.offset > before.offset
        self.onset = onset
        (offsetFrom, offsetTo) = (before.offset, after.offset)
        abbreviation = Self.name(after)
        self.rule = rule
    }

    /// What has been in force for as long as matters.
    init(standing type: LocalTimeType, from onset: LocalDateTime) {
        isDaylight = false
        self.onset = onset
        (offsetFrom, offsetTo) = (type.offset, type.offset)
        abbreviation = Self.name(type)
        rule = nil
    }

    private static func name(_ type: LocalTimeType) -> String? {
        let hasLetter = type.abbreviation.utf8.contains { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20 }
        return hasLetter ? type.abbreviation : nil
    }
}

extension Zone {
    /// What a VTIMEZONE must hold to be right in a range of years, in the order of the onsets (RFC 5545 section 3.6.5).
    ///
    /// One of them is in force when the first year begins. Where the offset never changes in these years it is one
    /// STANDARD since 1970-01-01; where the clocks are changed twice in each of them on a day that one rule tells, a
    /// STANDARD and a DAYLIGHT with that rule (and the onset before the first year, if the rule does not tell it);
    /// otherwise each change with an onset of its own. Changes of name alone are left out.
    public func observances(for years: ClosedRange<Int>) -> [Observance] {
        let years = years.clamped(to: 1...9999)
        let startOfYears = LocalDateTime(startOf: LocalDate(unchecked: years.lowerBound, 1, 1))
        let changes = changes(in: years)
        let initial = lastChange(before: years.lowerBound, changes.first?.instant ?? instant(of: startOfYears))

        guard !changes.isEmpty, let inForce = initial.flatMap({ Observance($0) }) else {
            let type = changes.first?.before ?? type(at: instant(of: startOfYears))
            let since = min(startOfYears, LocalDateTime(startOf: LocalDate(unchecked: 1970, 1, 1)))
            return [Observance(standing: type, from: since)] + changes.compactMap { Observance($0) }
        }
        guard let pair = YearlyPair(changes, in: years, followed: self) else {
            return [inForce] + changes.compactMap { Observance($0) }
        }
        return pair.observances(after: initial, inForce: inForce)
    }

    /// The changes of offset whose onsets fall into a range of years.
    func changes(in years: ClosedRange<Int>) -> [ZoneTransition] {
        let first = LocalDate.dayNumber(year: years.lowerBound, month: 1, day: 1) - 2
        let last = LocalDate.dayNumber(year: years.upperBound + 1, month: 1, day: 1) + 2
        let range = Instant(seconds: first * 86_400)..<Instant(seconds: last * 86_400)
        return transitions(in: range).filter { change in
            guard change.before.offset != change.after.offset, let onset = change.onset else { return false }
            return years.contains(onset.date.year)
        }
    }

    /// The last change of offset before a year, looked for back from an instant.
    private func lastChange(before year: Int, _ instant: Instant) -> ZoneTransition? {
        var instant = instant
        // Far more than there are changes of name between two of offset.
        for _ in 0..<100 {
            guard let change = transition(before: instant) else { return nil }
            if change.before.offset != change.after.offset, (change.onset?.date.year ?? 0) < year { return change }
            instant = change.instant
        }
        return nil
    }
}
