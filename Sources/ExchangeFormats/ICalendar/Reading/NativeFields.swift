import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel
import ExchangeSyntax

/// What the lines of an event say, for the fields that it does not carry.
extension EventRestorer {
    /// Takes the event's own fields from its first component.
    mutating func event(_ group: borrowing ComponentGroup, into record: inout Record) {
        let component = group.components[0]
        let event = fields.event
        text(.summary, event.name, group, component, into: &record)
        text(.description, event.description, group, component, into: &record)
        zone(group, component, into: &record)
        value(.url, event.url, group, component, into: &record)
        if !record.isGiven(event.online, of: .root) {
            group.each(.conference, of: component) { line in
                let uri = record.bytes.append(sliceOf: group[line.value])
                if !uri.isEmpty { record.append(uri, to: event.online, at: line.offset) }
            }
        }
        if let line = group.first(.sequence, of: component), group[line.value].isSmallNumber,
            !record.isGiven(event.revision, of: .root)
        {
            number(line, event.revision, .root, group, into: &record)
        }
        if !record.isGiven(event.updated, of: .root), let line = group.first(.lastModified, of: component) {
            instant(line, event.updated, group, into: &record)
        }
    }

    private func value(
        _ property: CalendarProperty, _ field: Int, _ group: borrowing ComponentGroup,
        _ component: ComponentGroup.Component, into record: inout Record
    ) {
        guard !record.isGiven(field, of: .root), let line = group.first(property, of: component),
            !group[line.value].isEmpty
        else { return }
        record.append(record.bytes.append(sliceOf: group[line.value]), to: field, at: line.offset)
    }

    /// A whole number without noughts before it.
    func number(
        _ line: ComponentGroup.Line, _ field: Int, _ node: Record.Node, _ group: borrowing ComponentGroup,
        into record: inout Record
    ) {
        var digits = group[line.value]
        while digits.count > 1, digits[0] == UInt8(ascii: "0") { digits = digits.dropping(1) }
        record.append(record.bytes.append(sliceOf: digits), to: field, of: node, at: line.offset)
    }

    func instant(
        _ line: ComponentGroup.Line, _ field: Int, _ group: borrowing ComponentGroup, into record: inout Record
    ) {
        guard let time = CalendarTime(group[line.value]) else { return }
        let first = record.bytes.count
        switch time {
        case .utc(let time), .local(let time): Instant(time, offset: 0).append(to: &record.bytes)
        case .day(let date): Instant(LocalDateTime(startOf: date), offset: 0).append(to: &record.bytes)
        }
        record.append(Slice(offset: first, count: record.bytes.count - first), to: field, at: line.offset)
    }

    /// The version of a text that a line says goes where an empty one keeps its place, or else before the others.
    private mutating func text(
        _ property: CalendarProperty, _ field: Int, _ group: borrowing ComponentGroup,
        _ component: ComponentGroup.Component, into record: inout Record
    ) {
        defer { _ = record.remove(from: field) { text, _ in text.isEmpty } }
        guard let line = group.first(property, of: component) else { return }
        takeTag(of: line, group, record, field)
        var isGiven = false
        let isTagged = group.parameter("LANGUAGE", of: line)?.isEmpty == false
        record.each(field) { version in
            if version.text.isEmpty { return }
            if record[version.label].equalsIgnoringCase(scratch.bytes) { isGiven = true }
            // A tag that no line can hold is carried with its text.
            if !isTagged, !record[version.label].isLanguageTag { isGiven = true }
        }
        let text = unescaped(group[line.value], into: &record.bytes)
        if isGiven || text.isEmpty { return }
        if record.fill(field, label: scratch.bytes, with: text, at: line.offset) { return }
        // A text of another type than a text rides whole.
        if record.first(field) == nil, record.isGiven(field, of: .root) { return }
        record.prepend(text, label: record.bytes.append(sliceOf: scratch.bytes), to: field, at: line.offset)
    }

    /// Puts down the language of a line; where it names none, that which the carried text leaves open, or the calendar's.
    private mutating func takeTag(
        of line: ComponentGroup.Line, _ group: borrowing ComponentGroup, _ record: borrowing Record, _ field: Int
    ) {
        scratch.removeAll()
        if let tag = group.parameter("LANGUAGE", of: line), !tag.isEmpty { return scratch.append(tag) }
        var open: Slice?
        record.each(field) { if $0.text.isEmpty { open = $0.label } }
        if let open { scratch.append(record[open]) } else { scratch.append(contentsOf: language) }
    }

    // MARK: Times

    /// The zone of the event: what it carries, or what its start names, or that of the calendar.
    mutating func zone(
        _ group: borrowing ComponentGroup, _ component: ComponentGroup.Component, into record: inout Record
    ) {
        let field = fields.event.timeZone
        if let value = record.first(field) { return clocks.setZone(record[value.text]) }
        guard !record.isGiven(field, of: .root), let line = group.first(.start, of: component),
            let time = CalendarTime(group[line.value])
        else { return clocks.setZone(nil) }
        switch time {
        case .day:
            clocks.setZone(nil)
            return
        case .local, .utc:
            var name = Slice()
            if case .local = time, let zone = group.parameter("TZID", of: line), !zone.isEmpty {
                name = record.bytes.append(sliceOf: zone)
            } else if let zone = zone(of: time) {
                name = record.bytes.slice(of: zone)
            } else if !timeZone.isEmpty {
                let first = record.bytes.count
                record.bytes.append(contentsOf: timeZone)
                name = Slice(offset: first, count: timeZone.count)
            } else if case .utc = time {
                name = record.bytes.slice(of: "UTC")
            }
            if case .local = time, group.parameter("TZID", of: line) == nil {
                findings.append((Note(.floatingTime, at: line.offset), "/slots/0/start"))
            }
            if name.isEmpty { return clocks.setZone(nil) }
            record.append(name, to: field, at: line.offset)
            clocks.setZone(record[name])
        }
    }

    /// The zone that a time in UTC is from: python-icalendar writes times so where the clocks show UTC, as in Dakar.
    private func zone(of time: CalendarTime) -> String? {
        guard case .utc(let utc) = time else { return nil }
        return describedZones.first { $0.offset(at: Instant(utc, offset: 0)) == 0 }?.name
    }

    /// What a line says on the clocks of the event.
    mutating func moment(_ line: ComponentGroup.Line, _ group: borrowing ComponentGroup) -> Moment? {
        guard let time = CalendarTime(group[line.value]) else { return nil }
        return clocks.moment(time, in: group.parameter("TZID", of: line))
    }

    /// When a component begins, and when it ends: a day is included.
    mutating func times(
        _ component: ComponentGroup.Component, _ group: borrowing ComponentGroup
    ) -> (start: Moment?, end: Moment?) {
        let start = group.first(.start, of: component).flatMap { moment($0, group) }
        var end = group.first(.finish, of: component).flatMap { moment($0, group) }
        if end == nil, let start, let line = group.first(.duration, of: component),
            let duration = CalendarDuration(group[line.value])
        {
            end = clocks.end(start, duration)
        }
        if case .day(let behind)? = end {
            if case .day(let first)? = start, behind <= first { return (start, start) }
            return (start, behind.adding(days: -1).map { .day($0) })
        }
        return (start, end)
    }

    /// Takes a slot's fields from its component, for what it does not carry.
    mutating func slot(_ number: Int, _ group: borrowing ComponentGroup, into record: inout Record) {
        let component = group.components[number]
        guard let node = showings.last?.node else { return }
        let slot = fields.slot
        let times = times(component, group)
        if let line = group.first(.start, of: component) {
            put(times.start, slot.start, node, at: line.offset, into: &record)
            let end = group.first(.finish, of: component) ?? group.first(.duration, of: component) ?? line
            put(times.end, slot.end, node, at: end.offset, into: &record)
        }
        if let line = group.first(.rule, of: component) {
            var rule = CalendarRule(group[line.value], &rules)
            if !rule.rule.isEmpty, !record.isGiven(slot.rule, of: node) {
                record.append(record.bytes.slice(of: rule.rule), to: slot.rule, of: node, at: line.offset)
            }
            if let count = rule.count, !record.isGiven(slot.count, of: node) {
                record.append(record.bytes.slice(of: count), to: slot.count, of: node, at: line.offset)
            }
            if let until = rule.until(&clocks, isWholeDays: times.start?.isDay ?? false),
                !record.isGiven(slot.until, of: node)
            {
                put(until, slot.until, node, at: line.offset, into: &record)
            }
        }
        if !record.isGiven(slot.exceptions, of: node) {
            let exceptions = exceptions(component, group)
            var nodes = exceptions.isEmpty ? [:] : overrideNodes(of: node, record)
            for number in nodes.isEmpty ? [] : overrides(of: Showing(component: number, node: node), group) {
                if let day = day(of: group.components[number], group) { nodes[day] = nil }
            }
            for (date, offset) in exceptions {
                put(.day(date), slot.exceptions, node, at: offset, into: &record, isList: true)
                // It was otherwise on that day, and somebody deleted it: no component tells of it any more.
                if let override = nodes[date] {
                    record.remove(child: override, from: fields.slot.overrides, of: node)
                }
            }
        }
    }

    /// The days of a component's EXDATE lines, and where they stand.
    mutating func exceptions(
        _ component: ComponentGroup.Component, _ group: borrowing ComponentGroup
    ) -> [(date: LocalDate, offset: Int)] {
        var dates: [(LocalDate, Int)] = []
        for index in component.lines where group.lines[index].property == .exceptions && group.lines[index].depth == 0 {
            let line = group.lines[index]
            let zone = group.parameter("TZID", of: line)
            CalendarText.eachPart(of: group[line.value]) { part in
                if let moment = CalendarTime(part).flatMap({ clocks.moment($0, in: zone) }) {
                    dates.append((moment.date, line.offset))
                }
            }
        }
        return dates
    }

    /// Appends a moment as the model spells it, unless the field is given.
    func put(
        _ moment: Moment?, _ field: Int, _ node: Record.Node, at offset: Int, into record: inout Record,
        isList: Bool = false
    ) {
        guard let moment, isList || !record.isGiven(field, of: node) else { return }
        let first = record.bytes.count
        moment.append(to: &record.bytes)
        record.append(Slice(offset: first, count: record.bytes.count - first), to: field, of: node, at: offset)
    }
}

extension Moment {
    /// Whether it is a day.
    var isDay: Bool { if case .day = self { true } else { false } }
}
