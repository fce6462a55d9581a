import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel
import ExchangeSyntax

/// What somebody changed in a calendar program, taken over into the record. Each function answers whether there was any.
extension EventRestorer {
    // MARK: A slot

    /// When a slot begins and ends, how it repeats, its UID.
    mutating func masterEdits(_ pair: Pair, _ group: borrowing ComponentGroup, _ record: inout Record) -> Bool {
        let slot = fields.slot
        var isEdited = false
        let (actual, expected) = (times(pair.actual, group), expectedTimes(pair.expected))
        if let start = actual.start, start != expected.start {
            set(slot.start, pair.node, to: start, at: group.first(.start, of: pair.actual)?.offset, &record)
            isEdited = true
            // Where the end goes with it, or none is given, there is nothing more to be said.
        } else if let end = actual.end, end != expected.end {
            let line = group.first(.finish, of: pair.actual) ?? group.first(.duration, of: pair.actual)
            set(slot.end, pair.node, to: end, at: line?.offset, &record)
            isEdited = true
        }
        if rule(pair, group, &record) { isEdited = true }
        if exceptions(pair, group, &record) { isEdited = true }
        if let uid = group.uid(of: pair.actual), let other = self.expected.uid(of: pair.expected), !uid.equals(other),
            uid.unescapedText != other.unescapedText
        {
            _ = record.removeAll(of: slot.uid, of: pair.node)
            let text = unescaped(uid, into: &record.bytes)
            record.append(text, to: slot.uid, of: pair.node, at: group.lines[pair.actual.uid].offset)
            isEdited = true
        }
        return isEdited
    }

    mutating func expectedTimes(_ component: ComponentGroup.Component) -> (start: Moment?, end: Moment?) {
        let start = expected.first(.start, of: component).flatMap { CalendarTime(expected[$0.value]) }
        let end = expected.first(.finish, of: component).flatMap { CalendarTime(expected[$0.value]) }
        let last = end.flatMap { clocks.moment($0, in: nil) }
        if case .day(let behind)? = last {
            return (start.flatMap { clocks.moment($0, in: nil) }, behind.adding(days: -1).map { .day($0) })
        }
        return (start.flatMap { clocks.moment($0, in: nil) }, last)
    }

    /// Gives a field one moment.
    private func set(_ field: Int, _ node: Record.Node, to moment: Moment, at offset: Int?, _ record: inout Record) {
        _ = record.removeAll(of: field, of: node)
        put(moment, field, node, at: offset ?? record.offset, into: &record)
    }

    private mutating func rule(_ pair: Pair, _ group: borrowing ComponentGroup, _ record: inout Record) -> Bool {
        let slot = fields.slot
        let line = group.first(.rule, of: pair.actual)
        let other = expected.first(.rule, of: pair.expected)
        guard let line else {
            guard other != nil else { return false }
            for field in [slot.rule, slot.until, slot.count] { _ = record.removeAll(of: field, of: pair.node) }
            return true
        }
        if let other, group[line.value].equals(expected[other.value]) { return false }
        var rule = CalendarRule(group[line.value])
        var due = other.map { CalendarRule(expected[$0.value]) }
        if rule == due { return false }
        let isWholeDays = group.first(.start, of: pair.actual).flatMap { CalendarTime(group[$0.value]) }?.isDay ?? false
        let until = rule.until(&clocks, isWholeDays: isWholeDays)
        var isEdited = false
        if rule.rule != due?.rule ?? "" {
            _ = record.removeAll(of: slot.rule, of: pair.node)
            if rule.rule.isEmpty { return true }
            record.append(record.bytes.slice(of: rule.rule), to: slot.rule, of: pair.node, at: line.offset)
            isEdited = true
        }
        if rule.count != due?.count {
            _ = record.removeAll(of: slot.count, of: pair.node)
            if let count = rule.count {
                record.append(record.bytes.slice(of: count), to: slot.count, of: pair.node, at: line.offset)
            }
            isEdited = true
        }
        if until != due?.until(&clocks, isWholeDays: isWholeDays) {
            _ = record.removeAll(of: slot.until, of: pair.node)
            if let until { put(until, slot.until, pair.node, at: line.offset, into: &record) }
            isEdited = true
        }
        return isEdited
    }

    private mutating func exceptions(
        _ pair: Pair, _ group: borrowing ComponentGroup, _ record: inout Record
    ) -> Bool {
        let field = fields.slot.exceptions
        let actual = exceptions(pair.actual, group)
        var due = Set<LocalDate>()
        for index in pair.expected.lines where expected.lines[index].property == .exceptions {
            CalendarText.eachPart(of: expected[expected.lines[index].value]) { part in
                if let date = CalendarTime(part)?.date { due.insert(date) }
            }
        }
        let days = Set(actual.map(\.date))
        if days == due { return false }
        let gone = due.subtracting(days)
        var isEdited = false
        if !gone.isEmpty {
            let removed = record.remove(from: field, of: pair.node) { text, _ in
                LocalDate(text).map { gone.contains($0) } ?? false
            }
            if removed > 0 { isEdited = true }
        }
        var added = due
        record.each(field, of: pair.node) { value in
            if let date = LocalDate(record[value.text]) { added.insert(date) }
        }
        for (date, offset) in actual where added.insert(date).inserted {
            put(.day(date), field, pair.node, at: offset, into: &record, isList: true)
            isEdited = true
        }
        return isEdited
    }

    // MARK: The event

    /// What the first component says of the event itself.
    mutating func eventEdits(_ pair: Pair, _ group: borrowing ComponentGroup, _ record: inout Record) -> Bool {
        let event = fields.event
        var isEdited = false
        if text(.summary, event.name, .root, pair, group, &record) { isEdited = true }
        if text(.description, event.description, .root, pair, group, &record) { isEdited = true }
        if !isSame(.conference, pair, group) {
            var others: [[UInt8]] = []
            record.each(event.online) { if !record[$0.text].isPlainURI { others.append(record[$0.text].octets) } }
            _ = record.removeAll(of: event.online)
            for index in pair.actual.lines
            where group.lines[index].property == .conference && group.lines[index].depth == 0 {
                let line = group.lines[index]
                let uri = record.bytes.append(sliceOf: group[line.value])
                if !uri.isEmpty { record.append(uri, to: event.online, at: line.offset) }
            }
            for other in others {
                let first = record.bytes.count
                record.bytes.append(contentsOf: other)
                record.append(Slice(offset: first, count: other.count), to: event.online, at: pair.actual.offset)
            }
            isEdited = true
        }
        if !isSame(.url, pair, group) {
            _ = record.removeAll(of: event.url)
            if let line = group.first(.url, of: pair.actual), !group[line.value].isEmpty {
                record.append(record.bytes.append(sliceOf: group[line.value]), to: event.url, at: line.offset)
            }
            isEdited = true
        }
        if !isSame(.sequence, pair, group) {
            _ = record.removeAll(of: event.revision)
            if let line = group.first(.sequence, of: pair.actual), group[line.value].isSmallNumber {
                number(line, event.revision, .root, group, into: &record)
            }
            isEdited = true
        }
        if !isSame(.lastModified, pair, group) {
            _ = record.removeAll(of: event.updated)
            if let line = group.first(.lastModified, of: pair.actual) {
                instant(line, event.updated, group, into: &record)
            }
            isEdited = true
        }
        if status(pair, group, &record) { isEdited = true }
        return isEdited
    }

    /// The version of a text that the calendar shows.
    private mutating func text(
        _ property: CalendarProperty, _ field: Int, _ node: Record.Node, _ pair: Pair,
        _ group: borrowing ComponentGroup, _ record: inout Record
    ) -> Bool {
        if isSame(property, pair, group) { return false }
        scratch.removeAll()
        let line = group.first(property, of: pair.actual)
        let other = expected.first(property, of: pair.expected)
        if let other, let tag = expected.parameter("LANGUAGE", of: other) {
            scratch.append(tag)
        } else if other != nil, let shown = writer.languages.best(field, of: node, in: record) {
            scratch.append(record[shown.label])
        }
        guard let line, !group[line.value].isEmpty else {
            let count = record.remove(from: field, of: node) { [tag = scratch.bytes] _, label in
                label.equalsIgnoringCase(tag)
            }
            return count > 0
        }
        if let tag = group.parameter("LANGUAGE", of: line), !tag.isEmpty, !tag.equalsIgnoringCase(scratch.bytes) {
            scratch.removeAll()
            scratch.append(tag)
        }
        if scratch.isEmpty { scratch.append(contentsOf: language) }
        var text = unescaped(group[line.value], into: &record.bytes)
        if property == .summary, cancelled == .title { text = withoutMark(text, record) }
        if record.replace(field, of: node, label: scratch.bytes, with: text, at: line.offset) { return true }
        let label = record.bytes.append(sliceOf: scratch.bytes)
        record.append(text, label: label, to: field, of: node, at: line.offset)
        return true
    }

    /// A title without the word that tells that it is cancelled.
    private func withoutMark(_ text: Slice, _ record: borrowing Record) -> Slice {
        let mark = CancelledWord.before(scratch.bytes)
        let count = mark.utf8CodeUnitCount
        guard record[text].count > count, record[text].prefix(count).equals(mark) else { return text }
        return Slice(offset: Int(text.offset) + count, count: Int(text.count) - count)
    }

    /// Whether it happens, where that is not what the event's own status would say.
    private mutating func status(_ pair: Pair, _ group: borrowing ComponentGroup, _ record: inout Record) -> Bool {
        guard !isSame(.status, pair, group), let line = group.first(.status, of: pair.actual),
            let status = Self.status(group[line.value])
        else { return false }
        // One date of several is no matter of the event.
        for showing in showings {
            guard let other = group.first(.status, of: group.components[showing.component]),
                group[other.value].equalsIgnoringCase(group[line.value])
            else { return false }
        }
        let value = record.first(fields.event.status)
        if let value, record[value.text].equals(status) { return false }
        differ(.derivedDiffers, .status, pair, group, isKept: true)
        _ = record.removeAll(of: fields.event.status)
        record.append(record.bytes.slice(of: status.text), to: fields.event.status, at: line.offset)
        return true
    }

    /// The status of the model that a STATUS is nearest to.
    static func status(_ text: Bytes) -> StaticString? {
        if text.equalsIgnoringCase("CANCELLED") { return "cancelled" }
        if text.equalsIgnoringCase("TENTATIVE") { return "postponed" }
        return text.equalsIgnoringCase("CONFIRMED") ? "scheduled" : nil
    }

    // MARK: A day

    /// What is otherwise on one day.
    mutating func overrideEdits(
        _ pair: Pair, _ override: Record.Node, _ group: borrowing ComponentGroup, _ record: inout Record
    ) -> Bool {
        let (actual, expected) = (times(pair.actual, group), expectedTimes(pair.expected))
        var isEdited = false
        let field = fields.override
        if let start = actual.start, start != expected.start {
            let usual = self.expected.first(.recurrenceID, of: pair.expected)
                .flatMap { CalendarTime(self.expected[$0.value]) }.flatMap { clocks.moment($0, in: nil) }
            if start == usual {
                _ = record.removeAll(of: field.start, of: override)
            } else {
                set(field.start, override, to: start, at: group.first(.start, of: pair.actual)?.offset, &record)
            }
            isEdited = true
        } else if let end = actual.end, end != expected.end {
            set(field.end, override, to: end, at: group.first(.finish, of: pair.actual)?.offset, &record)
            isEdited = true
        }
        if !isSame(.status, pair, group), let line = group.first(.status, of: pair.actual),
            let status = Self.status(group[line.value])
        {
            let isGiven = record.first(field.status, of: override) != nil
            _ = record.removeAll(of: field.status, of: override)
            let event = record.first(fields.event.status).map { record[$0.text] }
            let eventSays = event.map { $0.equals("cancelled") || $0.equals("postponed") } ?? false
            if !(isGiven && status.equals("scheduled") && !eventSays) {
                record.append(record.bytes.slice(of: status.text), to: field.status, of: override, at: line.offset)
            }
            isEdited = true
        }
        if !isSame(.comment, pair, group), text(.comment, field.note, override, pair, group, &record) {
            isEdited = true
        }
        return isEdited
    }

    /// Adds a day that somebody made to be otherwise; false if the record knows that day already.
    mutating func add(
        _ orphan: Orphan, besides known: inout Set<LocalDate>, _ group: borrowing ComponentGroup,
        _ record: inout Record
    ) -> Bool {
        let slot = orphan.slot.node
        guard let day = day(of: orphan.component, group), known.insert(day).inserted else { return false }
        let offset = orphan.component.offset
        let node = record.appendChild(Override.schema, to: fields.slot.overrides, of: slot, at: offset)
        put(.day(day), fields.override.on, node, at: offset, into: &record)
        if let line = group.first(.status, of: orphan.component), group[line.value].equalsIgnoringCase("CANCELLED") {
            record.append(record.bytes.slice(of: "cancelled"), to: fields.override.status, of: node, at: line.offset)
        }
        strangers(of: orphan.component, group, node, Override.schema, into: &record)
        return true
    }
}

extension CalendarTime {
    fileprivate var isDay: Bool { if case .day = self { true } else { false } }
}

extension StaticString {
    fileprivate var text: String {
        String(decoding: UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount), as: UTF8.self)
    }

    fileprivate func equals(_ other: StaticString) -> Bool { text == other.text }
}
