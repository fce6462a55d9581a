import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel
import ExchangeSyntax

/// An event of which a calendar has nothing but what calendar programs understand.
extension EventRestorer {
    mutating func rebuild(_ group: borrowing ComponentGroup, into record: inout Record) {
        let index = record.index
        record.begin(Event.schema)
        let first = group.components[0]
        (record.offset, record.index) = (first.offset, index)
        var unsaid = Set<Int>()
        id(first, group, &record)
        event(group, into: &record)
        if record.first(fields.event.updated) == nil, let line = group.first(.stamp, of: first) {
            instant(line, fields.event.updated, group, into: &record)
        }
        categories(first, group, &record, &unsaid)
        let status = group.first(.status, of: first).flatMap { Self.status(group[$0.value]) }
        append(status ?? "scheduled", to: fields.event.status, .root, first.offset, &record)
        location(first, group, .root, fields.event.places, &record, &unsaid)
        artists(first, group, &record)
        for number in 0..<group.components.count where number == 0 || !group.components[number].isOverride {
            let component = group.components[number]
            let node = record.appendChild(Slot.schema, to: fields.event.slots, of: .root, at: component.offset)
            showings.append(Showing(component: number, node: node))
            name(node, of: component, group, &record)
            slot(number, group, into: &record)
            if record.first(fields.slot.end, of: node) == nil, let start = times(component, group).start, start.isDay {
                put(start, fields.slot.end, node, at: component.offset, into: &record)
            }
            unread(component, group, isFirst: number == 0, &unsaid)
            if number > 0, title(component, group) != title(first, group) {
                findings.append((Note(.slotTextDiffers, at: component.offset), "/slots/\(showings.count - 1)"))
            }
        }
        for showing in showings {
            var days = Set<LocalDate>()
            for number in overrides(of: showing, group) where number != showing.component {
                override(group.components[number], showing, group, &record, &days)
            }
        }
        controls(group)
        strangers(group, into: &record, unsaid: unsaid)
    }

    private func title(_ component: ComponentGroup.Component, _ group: borrowing ComponentGroup) -> String? {
        group.first(.summary, of: component).map { group[$0.value].unescapedText }
    }

    private mutating func id(
        _ component: ComponentGroup.Component, _ group: borrowing ComponentGroup, _ record: inout Record
    ) {
        let field = fields.event.id
        guard let uid = group.uid(of: component), !uid.isEmpty else {
            findings.append((Note(.missingUID, at: component.offset), ""))
            let name = UIDPattern.token(of: group[component.text], to: &scratch)
            let id = record.bytes.append(sliceOf: scratch[name].last(8))
            scratch.removeAll()
            return record.append(id, to: field, at: component.offset)
        }
        let offset = group.lines[component.uid].offset
        if let parts = pattern.parts(of: uid) {
            return record.append(record.bytes.append(sliceOf: parts.event), to: field, at: offset)
        }
        record.append(UIDPattern.token(of: uid, to: &record.bytes), to: field, at: offset)
    }

    func append(
        _ text: StaticString, to field: Int, _ node: Record.Node, _ offset: Int, _ record: inout Record
    ) {
        let first = record.bytes.count
        record.bytes.append(text)
        record.append(Slice(offset: first, count: record.bytes.count - first), to: field, of: node, at: offset)
    }

    /// The kind of an event, and its disciplines, as far as the lists of codes know them.
    private mutating func categories(
        _ component: ComponentGroup.Component, _ group: borrowing ComponentGroup, _ record: inout Record,
        _ unsaid: inout Set<Int>
    ) {
        var isKindKnown = false
        let event = fields.event
        for index in component.lines where group.lines[index].property == .categories && group.lines[index].depth == 0 {
            let line = group.lines[index]
            var areAllKnown = true
            for category in self.categories.all(of: group[line.value]) {
                if !isKindKnown, category.isKind {
                    isKindKnown = true
                    record.append(appended(category.code, &record), to: event.kind, at: line.offset)
                } else if category.isDiscipline {
                    record.append(appended(category.code, &record), to: event.disciplines, at: line.offset)
                } else {
                    areAllKnown = false
                }
            }
            if !areAllKnown { unsaid.insert(index) }
        }
        if !isKindKnown { append("other", to: event.kind, .root, component.offset, &record) }
    }

    /// The places whose addresses a component tells; what is none of theirs stays a line.
    private mutating func location(
        _ component: ComponentGroup.Component, _ group: borrowing ComponentGroup, _ node: Record.Node, _ field: Int,
        _ record: inout Record, _ unsaid: inout Set<Int>
    ) {
        var isKnown = true
        for index in component.lines where group.lines[index].property == .location && group.lines[index].depth == 0 {
            let ids = addresses.ids(of: group[group.lines[index].value])
            if ids.isEmpty {
                unsaid.insert(index)
                isKnown = false
            }
            for id in ids {
                record.append(record.bytes.slice(of: id), to: field, of: node, at: group.lines[index].offset)
            }
        }
        guard record.first(field, of: node) == nil || !isKnown else { return }
        for index in component.lines where group.lines[index].property == .point && group.lines[index].depth == 0 {
            unsaid.insert(index)
        }
    }

    private func artists(
        _ component: ComponentGroup.Component, _ group: borrowing ComponentGroup, _ record: inout Record
    ) {
        Participant.each(component, group) { participant, offset in
            guard let id = addresses.artists[participant.name] else { return }
            let label = record.bytes.slice(of: participant.role)
            record.append(record.bytes.slice(of: id), label: label, to: fields.event.artists, at: offset)
        }
    }

    /// Notes the lines of our properties that no field has taken.
    private mutating func unread(
        _ component: ComponentGroup.Component, _ group: borrowing ComponentGroup, isFirst: Bool,
        _ unsaid: inout Set<Int>
    ) {
        var seen: UInt64 = 0
        for index in component.lines where group.lines[index].depth == 0 {
            let line = group.lines[index]
            switch line.property {
            case .summary, .description, .url, .sequence, .lastModified, .status, .start, .finish, .duration, .rule:
                let mark: UInt64 = 1 << UInt64(line.property.rawValue)
                if seen & mark != 0 { unsaid.insert(index) }
                seen |= mark
            case .transparency: if !group[line.value].equalsIgnoringCase("TRANSPARENT") { unsaid.insert(index) }
            case .image, .comment: unsaid.insert(index)
            default: break
            }
            if let (code, detail) = fault(line, group) {
                unsaid.insert(index)
                findings.append((Note(code, at: line.valueOffset, detail: detail), "/slots/\(showings.count - 1)"))
            }
        }
    }

    /// One day on which a slot is otherwise.
    private mutating func override(
        _ component: ComponentGroup.Component, _ showing: Showing, _ group: borrowing ComponentGroup,
        _ record: inout Record, _ days: inout Set<LocalDate>
    ) {
        guard let line = group.first(.recurrenceID, of: component), let usual = moment(line, group),
            days.insert(usual.date).inserted
        else { return }
        let field = fields.override
        let node = record.appendChild(
            Override.schema, to: fields.slot.overrides, of: showing.node, at: component.offset)
        put(.day(usual.date), field.on, node, at: line.offset, into: &record)
        let master = times(group.components[showing.component], group)
        let day = times(component, group)
        let occurrence: Moment =
            if case .time(let start)? = master.start,
                let time = LocalDateTime(wallSeconds: usual.date.dayNumber * 86_400 + start.secondOfDay)
            { .time(time) } else { .day(usual.date) }
        if let start = day.start, start != occurrence {
            put(start, field.start, node, at: component.offset, into: &record)
        }
        if let end = day.end, let start = day.start, let first = master.start, let last = master.end,
            end.seconds - start.seconds != last.seconds - first.seconds
        {
            put(end, field.end, node, at: component.offset, into: &record)
        }
        if let line = group.first(.status, of: component), let status = Self.status(group[line.value]) {
            let due = record.first(fields.event.status).map { record[$0.text].equals(status) } ?? false
            if !due { append(status, to: field.status, node, line.offset, &record) }
        }
        if let line = group.first(.comment, of: component) {
            let text = unescaped(group[line.value], into: &record.bytes)
            let label =
                group.parameter("LANGUAGE", of: line).map { record.bytes.append(sliceOf: $0) }
                ?? appended(language, &record)
            if !text.isEmpty { record.append(text, label: label, to: field.note, of: node, at: line.offset) }
        }
        let here = group.first(.location, of: component).map { group[$0.value].unescapedText }
        let there = group.first(.location, of: group.components[showing.component]).map {
            group[$0.value].unescapedText
        }
        var unsaid = Set<Int>()
        if here != there { location(component, group, node, field.places, &record, &unsaid) }
    }

    private func appended(_ octets: [UInt8], _ record: inout Record) -> Slice {
        let first = record.bytes.count
        record.bytes.append(contentsOf: octets)
        return Slice(offset: first, count: octets.count)
    }
}

extension Moment {
    /// Seconds on the clock of the wall since 1970.
    fileprivate var seconds: Int {
        switch self {
        case .day(let date): date.dayNumber * 86_400
        case .time(let time): time.wallSeconds
        }
    }
}
