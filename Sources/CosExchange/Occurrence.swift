/// One time that a slot takes place, with what is otherwise on that day.
public struct Occurrence: Hashable, Sendable {
    /// The day that the rule gives, or that of the slot's start; an override names it.
    public let day: LocalDate
    /// When it begins, on the wall.
    public let start: Moment
    /// When it ends, on the wall; a day is included. Nil if nobody says.
    public let end: Moment?
    /// When it begins.
    public let starts: Instant
    /// When it is over; for whole days, when the day behind the last begins.
    public let ends: Instant
    /// What is otherwise on that day.
    public let override: Override?

    /// Whether this day is called off.
    public var isCancelled: Bool { override?.status == "cancelled" }
}

extension Slot {
    /// The occurrences in order: excepted days are left out, and overrides hold. None, if its start or its rule cannot be
    /// read.
    ///
    /// A slot takes as long on the wall each time. A time that the clocks skip is told by the offset before, and one that
    /// they show twice is the first (RFC 5545 section 3.3.5). A rule without end gives days to its limit or year 9999.
    public func occurrences(in zone: Zone) -> SlotOccurrences { SlotOccurrences(self, zone) }
}

extension Event {
    /// The occurrences of all slots in order of time; of a slot that never ends no more than `limit`. None, if the time
    /// zone is not known to the database.
    public func occurrences(limit: Int = Recurrence.limit, zones: ZoneDatabase = ZoneDatabase()) -> [Occurrence] {
        var zones = zones
        guard let zone = timeZone.flatMap({ zones.zone(named: $0) }) else { return [] }
        let all = slots.flatMap { Array($0.occurrences(in: zone).prefix(limit)) }
        return all.sorted { $0.starts < $1.starts }
    }
}
