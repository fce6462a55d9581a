import ExchangeBytes
import ExchangeModel
import ExchangeSyntax

/// A slot that can be shown, with what its lines need.
struct SlotLine {
    let node: Record.Node
    let times: SlotTimes
    let rule: KnownRules.Rule?
}

/// The lines that are made of several fields of a slot or an override, which the table alone cannot say.
extension CalendarWriter {
    /// Lays out UID and DTSTAMP, which all VEVENTs of a slot have: the same in every export of the same data.
    mutating func identify(_ slot: SlotLine, _ event: borrowing Record) {
        identity.removeAll()
        printer.line.append("UID:")
        if let uid = event.first(fields.slot.uid, of: slot.node) {
            printer.text(event[uid.text])
        } else {
            let id = event.first(fields.slot.id, of: slot.node)
            name.append(
                event.first(fields.event.id).map { event[$0.text] }, id.map { event[$0.text] }, to: &printer.line)
        }
        printer.end(to: &identity)
        identity.append("DTSTAMP:")
        if let updated = event.first(fields.event.updated).flatMap({ Instant(event[$0.text]) }) {
            updated.append(to: &identity, as: .basic)
        } else {
            identity.append(stamp.bytes)
        }
        identity.append("\r\n")
    }

    mutating func times(_ times: SlotTimes, to output: inout ByteBuffer) {
        moment("DTSTART", times.start, to: &output)
        moment("DTEND", times.end, to: &output)
    }

    private mutating func moment(_ name: StaticString, _ moment: Moment, to output: inout ByteBuffer) {
        // What is too short to be folded need not be put together first: all but the zone is less than 32 octets.
        guard zoneParameter.count < 40 else {
            printer.line.append(name)
            spell(formOf: moment)
            moment.append(to: &printer.line, as: .basic)
            return printer.end(to: &output)
        }
        output.append(name)
        form(of: moment, to: &output)
        moment.append(to: &output, as: .basic)
        output.append("\r\n")
    }

    /// The parameter that says how a moment is to be read, and the colon.
    private mutating func form(of moment: Moment, to output: inout ByteBuffer) {
        if case .day = moment { output.append(";VALUE=DATE:") } else { output.append(zoneParameter.bytes) }
    }

    /// The same, to the line at hand.
    private mutating func spell(formOf moment: Moment) {
        if case .day = moment { printer.line.append(";VALUE=DATE:") } else { printer.line.append(zoneParameter.bytes) }
    }

    // MARK: Recurrence

    /// RRULE and EXDATE; notes what of the slot's fields its lines say. A foreign UID is not among it, for the UID of our
    /// own making would look the same.
    mutating func repetition(_ slot: SlotLine, _ event: borrowing Record, to output: inout ByteBuffer) {
        said.removeAll()
        // What is spelled otherwise than the lines would be read must be carried as it is.
        if event.isCanonical(fields.slot.start, of: slot.node) { said.omissions[fields.slot.start] = .field }
        if !slot.times.isEndMadeUp {
            if event.isCanonical(fields.slot.end, of: slot.node) { said.omissions[fields.slot.end] = .field }
        } else if event.first(fields.slot.end, of: slot.node) == nil {
            said.madeUp.append(fields.slot.end)
        }
        guard let known = slot.rule, let rule = event.first(fields.slot.rule, of: slot.node) else { return }
        printer.line.append("RRULE:")
        printer.line.append(event[rule.text])
        // Programs that write the calendar again put the parts of a rule in an order of their own.
        if known.isCanonical { said.omissions[fields.slot.rule] = .field }
        if let until = event.first(fields.slot.until, of: slot.node), let moment = Moment(event[until.text]) {
            printer.line.append(";UNTIL=")
            let isReadBack = self.until(moment, slot)
            if isReadBack, event.isCanonical(fields.slot.until, of: slot.node) {
                said.omissions[fields.slot.until] = .field
            }
        } else if let count = event.first(fields.slot.count, of: slot.node) {
            printer.line.append(";COUNT=")
            printer.line.append(event[count.text])
            said.omissions[fields.slot.count] = .field
        }
        printer.end(to: &output)
        exceptions(slot, event, to: &output)
    }

    /// The end of a rule: a day for whole days, otherwise an instant in UTC (RFC 5545 section 3.3.10). A day ends at
    /// its last second, in the zone of the event. Answers whether it would be read back from there as it is.
    private mutating func until(_ moment: Moment, _ slot: SlotLine) -> Bool {
        guard !slot.times.isWholeDays, let zone else {
            moment.date.append(to: &printer.line, as: .basic)
            return moment == .day(moment.date)
        }
        let lastSecond = LocalDateTime(endOf: moment.date)
        let time: LocalDateTime = if case .time(let time) = moment { time } else { lastSecond }
        let resolution = zone.resolve(time)
        Instant(time, offset: resolution.offset).append(to: &printer.line, as: .basic)
        // No clock shows a time in a gap, and the last second would be read as the day.
        if case .gap = resolution { return false }
        return moment != .time(lastSecond)
    }

    /// The days on which it does not happen, and those on which what is cancelled is left out.
    private mutating func exceptions(_ slot: SlotLine, _ event: borrowing Record, to output: inout ByteBuffer) {
        var areAllSaid = true
        var areMadeUp = false
        var isFirst = true
        var value = event.first(fields.slot.exceptions, of: slot.node)
        while let current = value {
            value = event.next(current)
            guard let date = LocalDate(event[current.text]) else {
                areAllSaid = false
                continue
            }
            exception(date, slot, isFirst: &isFirst)
        }
        if options.cancelled == .omit {
            eachOverride(slot, event) { writer, node, date in
                guard event.isCancelled(event.first(writer.fields.override.status, of: node)) else { return }
                areMadeUp = true
                writer.exception(date, slot, isFirst: &isFirst)
            }
        }
        if isFirst { return }
        printer.end(to: &output)
        if areMadeUp, event.first(fields.slot.exceptions, of: slot.node) == nil {
            said.madeUp.append(fields.slot.exceptions)
        } else if areAllSaid, !areMadeUp, !isDoublyReplaced(slot, event) {
            said.omissions[fields.slot.exceptions] = .field
        }
    }

    /// Whether a day is both excepted and replaced: who reads the calendar must not think that somebody deleted it there.
    private mutating func isDoublyReplaced(_ slot: SlotLine, _ event: borrowing Record) -> Bool {
        var value = event.first(fields.slot.overrides, of: slot.node)
        if value == nil { return false }
        exceptedDays.removeAll()
        exceptedDays.insert(event, fields.slot.exceptions, of: slot.node)
        while let current = value {
            value = event.next(current)
            guard let on = event.first(fields.override.on, of: current.child) else { continue }
            if let date = LocalDate(event[on.text]), exceptedDays.contains(date) { return true }
        }
        return false
    }

    private mutating func exception(_ date: LocalDate, _ slot: SlotLine, isFirst: inout Bool) {
        let moment = occurrence(on: date, of: slot)
        if isFirst {
            printer.line.append("EXDATE")
            spell(formOf: moment)
        } else {
            printer.line.append(",")
        }
        isFirst = false
        moment.append(to: &printer.line, as: .basic)
    }

    /// When the occurrence of a slot on a day begins.
    private func occurrence(on date: LocalDate, of slot: SlotLine) -> Moment {
        guard case .time(let start) = slot.times.start else { return .day(date) }
        return .time(start.moved(to: date))
    }

    // MARK: Overrides

    mutating func overrides(_ slot: SlotLine, _ event: borrowing Record, to output: inout ByteBuffer) {
        eachOverride(slot, event) { writer, node, date in
            writer.override(node, on: date, slot, event, to: &output)
        }
    }

    private mutating func override(
        _ node: Record.Node, on date: LocalDate, _ slot: SlotLine, _ event: borrowing Record,
        to output: inout ByteBuffer
    ) {
        let status = event.first(fields.override.status, of: node)
        let isCancelled = event.isCancelled(status)
        if isCancelled, options.cancelled == .omit { return }
        guard let times = times(of: node, on: date, slot, event) else { return }
        output.append("BEGIN:VEVENT\r\n")
        output.append(identity.bytes)
        moment("RECURRENCE-ID", occurrence(on: date, of: slot), to: &output)
        self.times(times, to: &output)
        daySummary.removeAll()
        dayLocation.removeAll()
        if options.cancelled == .title, status != nil {
            title(event, isMarked: isCancelled)
        } else {
            daySummary.append(summary.bytes)
        }
        if let places = event.first(fields.override.places, of: node) {
            location(event, from: places)
        } else {
            dayLocation.append(location.bytes)
        }
        output.append(daySummary.bytes)
        output.append(dayLocation.bytes)
        details(status: status ?? event.first(fields.event.status), event, to: &output)
        if let note = languages.best(fields.override.note, of: node, in: event) {
            printer.line.append("COMMENT")
            language(event[note.label])
            printer.line.append(":")
            printer.text(event[note.text])
            printer.end(to: &output)
        }
        output.append("END:VEVENT\r\n")
    }

    /// Hands over the overrides of days on which the slot has an occurrence, of each day the first. An override of
    /// another day would add an occurrence in many programs.
    private mutating func eachOverride(
        _ slot: SlotLine, _ event: borrowing Record, _ body: (inout CalendarWriter, Record.Node, LocalDate) -> Void
    ) {
        var value = event.first(fields.slot.overrides, of: slot.node)
        if value == nil { return }
        takenDays.removeAll()
        if slot.rule != nil { takenDays.insert(event, fields.slot.exceptions, of: slot.node) }
        while let current = value {
            value = event.next(current)
            guard let on = event.first(fields.override.on, of: current.child), let date = LocalDate(event[on.text]),
                happens(slot, on: date, event), takenDays.insert(date)
            else { continue }
            body(&self, current.child, date)
        }
    }

    /// Whether the slot has an occurrence on a day, unless it is excepted. Mutating, like what asks for it: a writer that is
    /// lent to be read alone is copied first, all three kilobytes of it.
    private mutating func happens(_ slot: SlotLine, on date: LocalDate, _ event: borrowing Record) -> Bool {
        let start = slot.times.start.date
        guard let recurrence = slot.rule?.recurrence else { return date == start }
        let until = event.first(fields.slot.until, of: slot.node).flatMap { Moment(event[$0.text]) }
        let count = event.first(fields.slot.count, of: slot.node).flatMap { Int(event[$0.text].text) }
        if case .time(let last) = until, case .time(let time) = occurrence(on: date, of: slot), time > last {
            return false
        }
        return recurrence.contains(date, from: start, until: until?.date, count: count)
    }

    /// What an override says of the day, and where it says nothing the usual times.
    private mutating func times(
        of node: Record.Node, on date: LocalDate, _ slot: SlotLine, _ event: borrowing Record
    ) -> SlotTimes? {
        let usual = occurrence(on: date, of: slot)
        let start = moment(of: fields.override.start, node, event) ?? usual
        if let end = moment(of: fields.override.end, node, event) {
            return SlotTimes(start: start, end: end, in: zone)
        }
        switch (start, slot.times.start, slot.times.end) {
        case (.day(let day), .day(let first), .day(let behind)):
            let last = day.adding(days: behind.dayNumber - first.dayNumber - 1)
            return SlotTimes(start: start, end: last.map { .day($0) }, in: zone)
        case (.time(let time), .time(let first), .time(let last)):
            let end = time.adding(seconds: last.seconds(since: first))
            return SlotTimes(start: start, end: end.map { .time($0) }, in: zone)
        default: return SlotTimes(start: start, end: nil, in: zone)
        }
    }

    /// What an override says, as far as a calendar can: a time without a zone is no more than its day.
    private func moment(of field: Int, _ node: Record.Node, _ event: borrowing Record) -> Moment? {
        let moment = event.first(field, of: node).flatMap { Moment(event[$0.text]) }
        return zone == nil ? moment.map { .day($0.date) } : moment
    }

    /// The title of a day that is cancelled, or is not although the event is.
    private mutating func title(_ event: borrowing Record, isMarked: Bool) {
        guard let title = languages.best(fields.event.name, in: event) else { return }
        printer.line.append("SUMMARY")
        language(event[title.label])
        printer.line.append(":")
        if isMarked { printer.line.append(CancelledWord.before(event[title.label])) }
        printer.text(event[title.text])
        printer.end(to: &daySummary)
    }
}

extension Record {
    /// Whether a moment is spelled as it would be read back from a calendar: without seconds that are nought.
    fileprivate func isCanonical(_ field: Int, of node: Node) -> Bool {
        guard let value = first(field, of: node) else { return false }
        let text = self[value.text]
        return text.count == 10 || text.count == 16 || text.count == 19 && !text.last(3).equals(":00")
    }
}
