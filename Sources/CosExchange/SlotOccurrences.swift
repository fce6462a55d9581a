/// The times that a slot takes place, in order of the days that its rule gives.
public struct SlotOccurrences: Sequence, IteratorProtocol, Sendable {
    private let zone: Zone
    private let start: Moment?
    private let end: Moment?
    private let until: Moment?
    private let exceptions: Set<LocalDate>
    private let overrides: [LocalDate: Override]
    private var days: Occurrences?
    /// The day of a slot that does not repeat.
    private var only: LocalDate?

    init(_ slot: Slot, _ zone: Zone) {
        self.zone = zone
        start = slot.start.flatMap { Moment($0) }
        end = slot.end.flatMap { Moment($0) }
        until = slot.until.flatMap { Moment($0) }
        let pairs = slot.overrides.compactMap { override in
            override.on.flatMap { LocalDate($0) }.map { ($0, override) }
        }
        overrides = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
        guard let start else {
            exceptions = []
            return
        }
        guard let text = slot.repetition else {
            exceptions = []
            only = start.date
            return
        }
        exceptions = Set(slot.exceptions.compactMap { LocalDate($0) })
        // A rule whose end cannot be read must not become one without end.
        guard let rule = Recurrence(text), slot.until == nil || until != nil else { return }
        days = rule.occurrences(from: start.date, until: until?.date, count: slot.count)
    }

    /// The next time, or nil behind the last.
    public mutating func next() -> Occurrence? {
        while let day = nextDay() {
            guard !exceptions.contains(day), let usual = moment(on: day) else { continue }
            if case (.time(let time), .time(let last)?) = (usual, until), time > last { return nil }
            if let occurrence = occurrence(on: day, usual) { return occurrence }
        }
        return nil
    }

    private mutating func nextDay() -> LocalDate? {
        defer { only = nil }
        return only ?? days?.next()
    }

    /// When it begins on a day, as usual.
    private func moment(on day: LocalDate) -> Moment? {
        switch start {
        case .day?: .day(day)
        case .time(let time)?:
            LocalDateTime(day, hour: time.hour, minute: time.minute, second: time.second).map { .time($0) }
        case nil: nil
        }
    }

    private func occurrence(on day: LocalDate, _ usual: Moment) -> Occurrence? {
        let override = overrides[day]
        let start = override?.start.flatMap { Moment($0) } ?? usual
        let end = override?.end.flatMap { Moment($0) } ?? usualEnd(from: start)
        let starts = instant(start)
        let ends = Swift.max(starts, end.map(over) ?? over(start))
        return Occurrence(day: day, start: start, end: end, starts: starts, ends: ends, override: override)
    }

    /// When it ends if it takes as long as usual; nil where nobody says, or says that it ends before it begins.
    private func usualEnd(from moment: Moment) -> Moment? {
        switch (moment, start, end) {
        case (.day(let day), .day(let first)?, .day(let last)?):
            last < first ? nil : day.adding(days: last.dayNumber - first.dayNumber).map { .day($0) }
        case (.time(let time), .time(let first)?, .time(let last)?):
            if last < first {
                nil
            } else {
                LocalDateTime(wallSeconds: time.wallSeconds + last.wallSeconds - first.wallSeconds).map { .time($0) }
            }
        default: nil
        }
    }

    private func instant(_ moment: Moment) -> Instant {
        switch moment {
        case .day(let day): zone.instant(of: LocalDateTime(startOf: day))
        case .time(let time): zone.instant(of: time)
        }
    }

    /// When a moment that is an end is over.
    private func over(_ moment: Moment) -> Instant {
        guard case .day(let day) = moment else { return instant(moment) }
        return instant(.day(day.adding(days: 1) ?? day))
    }
}
