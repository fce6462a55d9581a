import ExchangeBytes
import ExchangeModel

/// Tells for each slot whether a calendar can show it, and when it is.
struct CalendarClock: ~Copyable {
    /// Why a calendar cannot show something.
    enum Obstacle: Hashable, Sendable {
        case noSlot, noStart, noZone, unknownZone, unreadableRule, leftOut
    }

    /// What a calendar can show of a slot.
    struct Showing {
        let times: SlotTimes
        /// By which rule it happens again, one that means something.
        let rule: KnownRules.Rule?
    }

    private(set) var zones: ZoneDatabase
    private let fields: CalendarFields
    private let cancelled: CalendarOptions.Cancelled
    private var rules = KnownRules()

    init(_ zones: ZoneDatabase, _ fields: CalendarFields, _ cancelled: CalendarOptions.Cancelled) {
        self.zones = zones
        self.fields = fields
        self.cancelled = cancelled
    }

    /// The zone of the event at hand, or nil if it names none that is known.
    private(set) var zone: Zone?
    /// What of each slot of the event at hand can be shown.
    private(set) var showings: [Result<Showing, Obstacle>] = []

    /// Looks at an event, its zone and its slots; answers why nothing of it can be shown, if nothing can.
    mutating func look(at event: borrowing Record) -> Obstacle? {
        showings.removeAll(keepingCapacity: true)
        if cancelled == .omit, event.isCancelled(event.first(fields.event.status)) { return .leftOut }
        zone = event.first(fields.event.timeZone).flatMap { zones.zone(named: event[$0.text]) }
        var obstacle: Obstacle? = .noSlot
        var isShown = false
        var slot = event.first(fields.event.slots)
        while let current = slot {
            let showing = showing(of: current.child, event)
            switch showing {
            case .success: isShown = true
            case .failure(let other): if showings.isEmpty { obstacle = other }
            }
            showings.append(showing)
            slot = event.next(current)
        }
        return isShown ? nil : obstacle
    }

    private mutating func showing(of slot: Record.Node, _ event: borrowing Record) -> Result<Showing, Obstacle> {
        guard let start = event.first(fields.slot.start, of: slot) else { return .failure(.noStart) }
        let end = event.first(fields.slot.end, of: slot).map { event[$0.text] }
        guard let times = SlotTimes(start: event[start.text], end: end, in: zone) else { return .failure(.noStart) }
        if zone == nil, !times.isWholeDays {
            return .failure(event.first(fields.event.timeZone) == nil ? .noZone : .unknownZone)
        }
        guard let text = event.first(fields.slot.rule, of: slot) else {
            if cancelled == .omit, isCancelled(on: times.start.date, slot, event) { return .failure(.leftOut) }
            return .success(Showing(times: times, rule: nil))
        }
        let rule = rules.rule(event[text.text])
        guard rule.recurrence != nil, isEndReadable(of: slot, event) else { return .failure(.unreadableRule) }
        return .success(Showing(times: times, rule: rule))
    }

    /// Whether a slot that happens once has an override by which it does not.
    private func isCancelled(on date: LocalDate, _ slot: Record.Node, _ event: borrowing Record) -> Bool {
        var override = event.first(fields.slot.overrides, of: slot)
        while let current = override {
            override = event.next(current)
            if let on = event.first(fields.override.on, of: current.child), LocalDate(event[on.text]) == date {
                return event.isCancelled(event.first(fields.override.status, of: current.child))
            }
        }
        return false
    }

    /// Whether a rule goes on for as long as it says: a rule whose end cannot be read must not become one without end.
    private func isEndReadable(of slot: Record.Node, _ event: borrowing Record) -> Bool {
        if let until = event.first(fields.slot.until, of: slot) { return Moment(event[until.text]) != nil }
        guard let count = event.first(fields.slot.count, of: slot) else { return true }
        return event[count.text].isSmallNumber && !event[count.text].equals("0")
    }
}

extension Record {
    /// Whether a status of its says that it does not happen.
    func isCancelled(_ status: Value?) -> Bool {
        guard let status else { return false }
        return self[status.text].equals("cancelled")
    }
}

extension CalendarClock.Obstacle: Error {
    /// Why the calendar does not show it, for the report.
    var sentence: String {
        switch self {
        case .noSlot: "the calendar does not show it: it has no slot yet"
        case .noStart: "the calendar does not show it: it has no start that can be read"
        case .noZone: "the calendar does not show it: its times have no time zone"
        case .unknownZone: "the calendar does not show it: its time zone is not in the database"
        case .unreadableRule: "the calendar does not show it: its rule, or the end of it, cannot be read"
        case .leftOut: "the calendar does not show it: what is cancelled is left out"
        }
    }
}
