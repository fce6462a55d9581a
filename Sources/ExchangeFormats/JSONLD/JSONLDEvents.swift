import ExchangeBytes
import ExchangeModel

/// Events, and when they are.
extension JSONLDWriter {
    mutating func event(_ event: borrowing Record, _ type: StaticString) {
        let schema = Event.schema
        clock.begin(event.first(schema.position(of: "timeZone")).map { event[$0.text] })
        status(event, .root, schema)
        if let previous = event.first(schema.position(of: "previousStart")) {
            moment("previousStartDate", event[previous.text])
        }
        attendance(event)
        participants(event, isEvent: true)
        disciplines(event)
        offer(event)
        slots(event, type)
    }

    /// Prints a day or a time with its offset; what cannot be read is left out.
    private mutating func moment(_ term: StaticString, _ text: Bytes?) {
        guard let moment = text.flatMap({ Moment($0) }) else { return }
        self.moment(term, moment)
    }

    private mutating func moment(_ term: StaticString, _ moment: Moment) {
        scratch.removeAll()
        clock.append(moment, to: &scratch)
        printer.name(term)
        printer.string(scratch.bytes)
    }

    // MARK: Where, and what of

    private mutating func attendance(_ event: borrowing Record) {
        let (places, online) = (Event.schema.position(of: "places"), Event.schema.position(of: "online"))
        let (place, address) = (event.first(places), event.first(online))
        guard place != nil || address != nil else { return }
        printer.name("eventAttendanceMode")
        switch (place, address) {
        case (_, nil): printer.literal("OfflineEventAttendanceMode")
        case (nil, _): printer.literal("OnlineEventAttendanceMode")
        default: printer.literal("MixedEventAttendanceMode")
        }
        printer.name("location")
        printer.beginArray()
        links(places, .root, event)
        var value = address
        while let current = value {
            printer.beginObject()
            printer.name("@type")
            printer.literal("VirtualLocation")
            member("url", event[current.text])
            printer.endObject()
            value = event.next(current)
        }
        printer.endArray()
    }

    private mutating func links(_ field: Int, _ node: Record.Node, _ event: borrowing Record) {
        var value = event.first(field, of: node)
        while let current = value {
            link(event[current.text], to: "place")
            value = event.next(current)
        }
    }

    private mutating func disciplines(_ event: borrowing Record) {
        var value = event.first(Event.schema.position(of: "disciplines"))
        guard value != nil else { return }
        printer.name("about")
        printer.beginArray()
        while let current = value {
            printer.beginObject()
            printer.name("@type")
            printer.literal("DefinedTerm")
            member("name", event[current.text])
            printer.endObject()
            value = event.next(current)
        }
        printer.endArray()
    }

    private mutating func offer(_ event: borrowing Record) {
        let note = Event.schema.position(of: "admissionNote")
        let url = event.first(Event.schema.position(of: "bookingURL"))
        guard url != nil || event.first(note) != nil else { return }
        printer.name("offers")
        printer.beginObject()
        printer.name("@type")
        printer.literal("Offer")
        if let url { member("url", event[url.text]) }
        texts("description", [note], .root, event)
        printer.endObject()
    }

    // MARK: When

    /// A single slot that happens once is when the event is. Of others each that is repeated is a schedule, and each
    /// that is not a part of the event.
    private mutating func slots(_ event: borrowing Record, _ type: StaticString) {
        let fields = JSONLDSlotFields.shared
        guard let first = event.first(fields.slots) else { return }
        if event.next(first) == nil, event.first(fields.rule, of: first.child) == nil {
            moment("startDate", event.first(fields.start, of: first.child).map { event[$0.text] })
            moment("endDate", event.first(fields.end, of: first.child).map { event[$0.text] })
            if let uid = event.first(fields.uid, of: first.child) { member("identifier", event[uid.text]) }
            losses.count(event, first.child, of: Slot.schema, untold: [fields.note])
        } else {
            schedules(from: first, event)
        }
        subEvents(from: first, event, type)
    }

    private mutating func schedules(from first: Record.Value, _ event: borrowing Record) {
        let fields = JSONLDSlotFields.shared
        var isFirst = true
        var slot: Record.Value? = first
        while let current = slot {
            slot = event.next(current)
            let node = current.child
            losses.count(event, node, of: Slot.schema, untold: [])
            guard let rule = event.first(fields.rule, of: node) else { continue }
            guard let recurrence = Recurrence(event[rule.text]),
                let start = event.first(fields.start, of: node).flatMap({ Moment(event[$0.text]) })
            else {
                losses.count(event, field: fields.rule, in: node, of: Slot.schema, ", where it cannot be read,")
                continue
            }
            if isFirst {
                printer.name("eventSchedule")
                printer.beginArray()
                isFirst = false
            }
            schedule(recurrence, start, node, event)
        }
        if !isFirst { printer.endArray() }
    }

    private mutating func schedule(
        _ recurrence: Recurrence, _ start: Moment, _ slot: Record.Node, _ event: borrowing Record
    ) {
        let fields = JSONLDSlotFields.shared
        printer.beginObject()
        printer.name("@type")
        printer.literal("Schedule")
        if let uid = event.first(fields.uid, of: slot) { member("identifier", event[uid.text]) }
        moment("startDate", .day(start.date))
        if let until = event.first(fields.until, of: slot).flatMap({ Moment(event[$0.text]) }) {
            moment("endDate", .day(until.date))
        }
        time("startTime", start)
        if let end = event.first(fields.end, of: slot).flatMap({ Moment(event[$0.text]) }) { time("endTime", end) }
        printer.name("repeatFrequency")
        printer.string("P\(recurrence.interval)\(recurrence.frequency.code.prefix(1))")
        let days = recurrence.days.map { day in (day.ordinal == 0 ? "" : "\(day.ordinal)") + day.weekday.code }
        if !days.isEmpty {
            printer.name("byDay")
            printer.beginArray()
            for day in days { printer.string(day) }
            printer.endArray()
        }
        numbers("byMonthDay", recurrence.monthDays)
        numbers("byMonth", recurrence.months)
        if !recurrence.positions.isEmpty {
            losses.count(event, field: fields.rule, in: slot, of: Slot.schema, ": BYSETPOS")
        }
        if let count = event.first(fields.count, of: slot) {
            printer.name("repeatCount")
            printer.verbatim(event[count.text])
        }
        exceptions(of: slot, event)
        if let zone = event.first(fields.timeZone) { member("scheduleTimezone", event[zone.text]) }
        texts("description", [fields.note], slot, event)
        printer.endObject()
    }

    private mutating func time(_ term: StaticString, _ moment: Moment) {
        guard case .time(let time) = moment else { return }
        scratch.removeAll()
        clock.appendTime(of: time, to: &scratch)
        printer.name(term)
        printer.string(scratch.bytes)
    }

    private mutating func numbers(_ term: StaticString, _ numbers: [Int]) {
        guard !numbers.isEmpty else { return }
        printer.name(term)
        printer.beginArray()
        for number in numbers { printer.integer(number) }
        printer.endArray()
    }

    private mutating func exceptions(of slot: Record.Node, _ event: borrowing Record) {
        var value = event.first(JSONLDSlotFields.shared.exceptions, of: slot)
        guard value != nil else { return }
        printer.name("exceptDate")
        printer.beginArray()
        while let current = value {
            printer.string(event[current.text])
            value = event.next(current)
        }
        printer.endArray()
    }

    // MARK: Parts

    private mutating func subEvents(from first: Record.Value, _ event: borrowing Record, _ type: StaticString) {
        let fields = JSONLDSlotFields.shared
        let isOnly = event.next(first) == nil
        var isFirst = true
        func begin(_ printer: inout JSONLinePrinter) {
            if isFirst {
                printer.name("subEvent")
                printer.beginArray()
            }
            isFirst = false
            printer.beginObject()
        }
        var slot: Record.Value? = first
        while let current = slot {
            slot = event.next(current)
            if !isOnly, event.first(fields.rule, of: current.child) == nil {
                begin(&printer)
                part(of: current.child, event, type)
            }
            var override = event.first(fields.overrides, of: current.child)
            while let other = override {
                override = event.next(other)
                begin(&printer)
                part(other.child, of: current.child, event, type)
                losses.count(event, other.child, of: Override.schema, untold: [])
            }
        }
        if !isFirst { printer.endArray() }
    }

    private mutating func identity(of slot: Record.Node, _ event: borrowing Record, day: Bytes?, _ type: StaticString) {
        let fields = JSONLDSlotFields.shared
        if let id = event.first(fields.event), let slot = event.first(fields.id, of: slot) {
            beginName(event.schema.name, event[id.text])
            continueName(event[slot.text])
            if let day { continueName(day) }
            printer.name("@id")
            printer.string(scratch.bytes)
        }
        printer.name("@type")
        printer.literal(type)
    }

    /// One slot of several that happens once.
    private mutating func part(of slot: Record.Node, _ event: borrowing Record, _ type: StaticString) {
        let fields = JSONLDSlotFields.shared
        identity(of: slot, event, day: nil, type)
        texts("name", [Event.schema.position(of: "name")], .root, event)
        texts("description", [fields.note], slot, event)
        moment("startDate", event.first(fields.start, of: slot).map { event[$0.text] })
        moment("endDate", event.first(fields.end, of: slot).map { event[$0.text] })
        if let uid = event.first(fields.uid, of: slot) { member("identifier", event[uid.text]) }
        printer.endObject()
    }

    /// One day that is otherwise.
    private mutating func part(
        _ override: Record.Node, of slot: Record.Node, _ event: borrowing Record, _ type: StaticString
    ) {
        let fields = JSONLDSlotFields.shared
        let on = event.first(fields.on, of: override).map { event[$0.text] }
        identity(of: slot, event, day: on, type)
        texts("name", [Event.schema.position(of: "name")], .root, event)
        texts("description", [fields.overrideNote], override, event)
        status(event, override, Override.schema)
        let usual = UsualTimes(
            start: event.first(fields.start, of: slot).flatMap { Moment(event[$0.text]) },
            end: event.first(fields.end, of: slot).flatMap { Moment(event[$0.text]) })
        let start =
            event.first(fields.overrideStart, of: override).flatMap { Moment(event[$0.text]) }
            ?? on.flatMap { LocalDate($0) }.flatMap(usual.start(on:))
        if let start { moment("startDate", start) }
        let end =
            event.first(fields.overrideEnd, of: override).flatMap { Moment(event[$0.text]) }
            ?? start.flatMap(usual.end(from:))
        if let end { moment("endDate", end) }
        if event.first(fields.overridePlaces, of: override) != nil {
            printer.name("location")
            printer.beginArray()
            links(fields.overridePlaces, override, event)
            printer.endArray()
        }
        printer.endObject()
    }
}

/// When a slot begins on any of its days, and how long it takes.
private struct UsualTimes {
    let start: Moment?
    let end: Moment?

    /// The same time of another day.
    func start(on date: LocalDate) -> Moment? {
        switch start {
        case .time(let time):
            LocalDateTime(date, hour: time.hour, minute: time.minute, second: time.second).map { .time($0) }
        case .day: .day(date)
        case nil: nil
        }
    }

    /// As long after another start as usual.
    func end(from other: Moment) -> Moment? {
        switch (start, end, other) {
        case (.time(let first), .time(let last), .time(let start)):
            LocalDateTime(wallSeconds: start.wallSeconds + last.wallSeconds - first.wallSeconds).map { .time($0) }
        case (.day(let first), .day(let last), .day(let start)):
            start.adding(days: last.dayNumber - first.dayNumber).map { .day($0) }
        default: nil
        }
    }
}

/// Where the records hold what schedules are made of.
private struct JSONLDSlotFields {
    static let shared = JSONLDSlotFields()

    let event = Event.schema.position(of: "id")
    let timeZone = Event.schema.position(of: "timeZone")
    let slots = Event.schema.position(of: "slots")
    let id = Slot.schema.position(of: "id")
    let start = Slot.schema.position(of: "start")
    let end = Slot.schema.position(of: "end")
    let rule = Slot.schema.position(of: "repeat")
    let until = Slot.schema.position(of: "until")
    let count = Slot.schema.position(of: "count")
    let exceptions = Slot.schema.position(of: "except")
    let note = Slot.schema.position(of: "note")
    let uid = Slot.schema.position(of: "uid")
    let overrides = Slot.schema.position(of: "overrides")
    let on = Override.schema.position(of: "on")
    let overrideStart = Override.schema.position(of: "start")
    let overrideEnd = Override.schema.position(of: "end")
    let overridePlaces = Override.schema.position(of: "places")
    let overrideNote = Override.schema.position(of: "note")
}
