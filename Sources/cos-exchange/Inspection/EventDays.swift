import ExchangeBytes
import ExchangeModel

/// The first and the last day of the events of an exchange, and of how many slots they are made.
struct EventDays {
    private(set) var first: LocalDate?
    private(set) var last: LocalDate?
    private(set) var slots = 0
    /// How many of the slots repeat, and how many of those never end.
    private(set) var repeating = 0
    private(set) var endless = 0
    private(set) var overrides = 0

    private let slotsOfEvent = Event.schema.index(of: "slots")
    private let fields = Fields()

    private struct Fields {
        let start = Slot.schema.index(of: "start")
        let end = Slot.schema.index(of: "end")
        let rule = Slot.schema.index(of: "repeat")
        let until = Slot.schema.index(of: "until")
        let count = Slot.schema.index(of: "count")
        let overrides = Slot.schema.index(of: "overrides")
        let ofOverride = ["start", "end"].map { Override.schema.index(of: $0) }
    }

    mutating func add(_ event: borrowing Record) {
        guard let slotsOfEvent else { return }
        var slot = event.first(slotsOfEvent)
        while let current = slot {
            slot = event.next(current)
            add(current.child, of: event)
        }
    }

    private mutating func add(_ slot: Record.Node, of event: borrowing Record) {
        slots += 1
        if let start = day(fields.start, slot, event) {
            let end = max(start, day(fields.end, slot, event) ?? start)
            extend(to: start)
            extend(to: end)
            if let last = lastStart(of: slot, from: start, event) {
                extend(to: last.adding(days: end.dayNumber - start.dayNumber) ?? last)
            }
        }
        guard let field = fields.overrides else { return }
        var override = event.first(field, of: slot)
        while let current = override {
            override = event.next(current)
            overrides += 1
            for field in fields.ofOverride { if let day = day(field, current.child, event) { extend(to: day) } }
        }
    }

    /// The last day on which a slot begins, as its rule says; nil where it does not repeat, or does so for ever.
    private mutating func lastStart(
        of slot: Record.Node, from start: LocalDate, _ event: borrowing Record
    ) -> LocalDate? {
        guard let field = fields.rule, let text = event.first(field, of: slot) else { return nil }
        repeating += 1
        guard let rule = Recurrence(event[text.text]) else { return nil }
        if let until = day(fields.until, slot, event) { return rule.lastDay(from: start, until: until) }
        let count = fields.count.flatMap { event.first($0, of: slot) }.flatMap { Int(event[$0.text].text) }
        guard let count else {
            endless += 1
            return nil
        }
        return rule.lastDay(from: start, count: count)
    }

    private mutating func extend(to day: LocalDate) {
        first = min(first ?? day, day)
        last = max(last ?? day, day)
    }

    private func day(_ field: Int?, _ node: Record.Node, _ event: borrowing Record) -> LocalDate? {
        field.flatMap { event.first($0, of: node) }.flatMap { Moment(event[$0.text]) }?.date
    }
}
