import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel
import ExchangeSyntax

/// What the lines of an event say that its record does not: kept as lines, and told.
extension EventRestorer {
    /// Where the lines of a component are kept, and what would be written for it.
    private struct Keeper {
        let node: Record.Node
        let path: String
        var isDay = false
        var expected: ComponentGroup.Component?
    }

    /// Goes through all lines of ours; no line is left out without a remark.
    mutating func remainder(_ group: borrowing ComponentGroup, _ record: inout Record) {
        controls(group)
        let keepers = keepers(group, record)
        for number in 0..<group.components.count {
            let component = group.components[number]
            if let keeper = keepers[number] {
                lines(of: component, keeper, group, &record)
                continue
            }
            let uid = group.uid(of: component)
            let showing = showings.first { showing in
                uid != nil && group.uid(of: group.components[showing.component])?.equals(uid ?? group[Slice()]) == true
            }
            guard let node = (showing ?? showings.first)?.node else { continue }
            whole(component, node, path(of: node, record), group, &record)
        }
    }

    /// Tells of control characters, which no text holds: they are left out.
    mutating func controls(_ group: borrowing ComponentGroup) {
        for index in 0..<group.lines.count {
            let line = group.lines[index]
            let value = group[line.value]
            if value.isFreeOfControls { continue }
            for octet in 0..<value.count where value[octet] < 0x20 || value[octet] == 0x7F {
                // A carriage return in a text is read as a line feed.
                if value[octet] == 0x09 || value[octet] == 0x0D && line.property != .other { continue }
                let detail = "a control character; it is left out"
                findings.append((Note(.controlCharacter, at: line.offset, detail: detail), ""))
                break
            }
        }
    }

    private func keepers(_ group: borrowing ComponentGroup, _ record: borrowing Record) -> [Int: Keeper] {
        var numbers: [Int: Int] = [:]
        for number in 0..<group.components.count { numbers[group.components[number].firstLine] = number }
        var keepers: [Int: Keeper] = [:]
        for showing in showings {
            keepers[showing.component] = Keeper(node: showing.node, path: path(of: showing.node, record))
        }
        for pair in pairs {
            guard let number = numbers[pair.actual.firstLine] else { continue }
            keepers[number] = Keeper(
                node: pair.override ?? pair.node, path: pair.path, isDay: pair.override != nil, expected: pair.expected)
        }
        return keepers
    }

    private func path(of node: Record.Node, _ record: borrowing Record) -> String {
        var index = 0
        var slot = record.first(fields.event.slots)
        while let current = slot, current.child != node {
            slot = record.next(current)
            index += 1
        }
        return "/slots/\(index)"
    }

    /// Keeps a component that no day of the record is made of.
    private mutating func whole(
        _ component: ComponentGroup.Component, _ node: Record.Node, _ path: String, _ group: borrowing ComponentGroup,
        _ record: inout Record
    ) {
        let line = group.first(.recurrenceID, of: component)
        let isRead = line.map { moment($0, group) != nil } ?? true
        let detail =
            isRead
            ? "this component is not compared with the event; it is kept in \(ForeignLines.name)"
            : "no such day or time; the component is kept in \(ForeignLines.name)"
        let offset = isRead ? component.offset : line?.valueOffset ?? component.offset
        findings.append((Note(isRead ? .derivedDiffers : .impossibleDate, at: offset, detail: detail), path))
        foreign.begin()
        foreign.append(whole: component, of: group)
        foreign.end()
        record.append(foreign: foreign, to: node, Slot.schema, at: component.offset)
    }

    private mutating func lines(
        of component: ComponentGroup.Component, _ keeper: Keeper, _ group: borrowing ComponentGroup,
        _ record: inout Record
    ) {
        let told = Set(findings.filter { $0.note.code != .controlCharacter }.map(\.note.offset))
        var seen = Set<CalendarProperty>()
        var kept: [Int] = []
        for index in component.lines where group.lines[index].depth == 0 {
            let line = group.lines[index]
            guard line.property.isOfEvent else { continue }
            let isFirst = seen.insert(line.property).inserted
            if let expected = keeper.expected, isFirst, isWritten(line, expected, group) { continue }
            let isTold = told.contains(line.offset) || told.contains(line.valueOffset)
            if let (code, detail) = fault(line, group) {
                if !isTold { findings.append((Note(code, at: line.valueOffset, detail: detail), keeper.path)) }
                kept.append(index)
            } else if !isFirst, !line.property.mayRepeat {
                if !isTold {
                    let detail = "\(line.property.name) a second time; the line is kept in \(ForeignLines.name)"
                    findings.append((Note(.calendarLine, at: line.offset, detail: detail), keeper.path))
                }
                kept.append(index)
            } else if let expected = keeper.expected, !isTold, isFirst,
                !isSaid(line, component, expected, keeper, group, record)
            {
                let detail = "\(line.property.name) says something that the event does not; the change is left out"
                findings.append((Note(.derivedDiffers, at: line.offset, detail: detail), keeper.path))
            }
        }
        if kept.isEmpty { return }
        foreign.begin()
        for index in kept { foreign.append(line: group.lines[index], of: group) }
        foreign.end()
        let schema = keeper.isDay ? Override.schema : Slot.schema
        record.append(foreign: foreign, to: keeper.node, schema, at: component.offset)
    }

    /// Whether a line would be written octet by octet.
    private func isWritten(
        _ line: ComponentGroup.Line, _ component: ComponentGroup.Component, _ group: borrowing ComponentGroup
    ) -> Bool {
        expected.first(line.property, of: component).map { expected[$0.value].equals(group[line.value]) } ?? false
    }

    private static var kept: String { "; the line is kept in \(ForeignLines.name)" }

    /// What is wrong with the value of a line, if it cannot be read.
    mutating func fault(_ line: ComponentGroup.Line, _ group: borrowing ComponentGroup) -> (Code, String)? {
        let value = group[line.value]
        switch line.property {
        case .start, .finish, .recurrenceID, .lastModified:
            return moment(line, group) == nil ? (.impossibleDate, "no such day or time" + Self.kept) : nil
        case .exceptions:
            var isRead = true
            let zone = group.parameter("TZID", of: line)
            CalendarText.eachPart(of: value) { part in
                if CalendarTime(part).flatMap({ clocks.moment($0, in: zone) }) == nil { isRead = false }
            }
            return isRead && !value.isEmpty ? nil : (.impossibleDate, "no such day or time" + Self.kept)
        case .duration: return CalendarDuration(value) == nil ? (.impossibleDate, "not a duration" + Self.kept) : nil
        case .rule:
            let rule = CalendarRule(value, &rules)
            if rule.rule.isEmpty { return (.invalidRecurrence, "an empty rule" + Self.kept) }
            return rule.isOdd ? (.invalidRecurrence, "the end of the rule cannot be read" + Self.kept) : nil
        case .sequence: return value.isSmallNumber ? nil : (.calendarLine, "not a number" + Self.kept)
        case .status: return Self.status(value) == nil ? (.calendarLine, "not the status of an event" + Self.kept) : nil
        default: return nil
        }
    }

    /// Whether the record says what a line does, however it spells it.
    private mutating func isSaid(
        _ line: ComponentGroup.Line, _ component: ComponentGroup.Component, _ expected: ComponentGroup.Component,
        _ keeper: Keeper, _ group: borrowing ComponentGroup, _ record: borrowing Record
    ) -> Bool {
        let pair = Pair(actual: component, expected: expected, node: keeper.node, index: 0, isFirst: false)
        switch line.property {
        case .start: return times(component, group).start == expectedTimes(expected).start
        case .finish, .duration:
            return times(component, group).end == expectedTimes(expected).end
        case .rule:
            let due = self.expected.first(.rule, of: expected).map { CalendarRule(self.expected[$0.value]) }
            return due == CalendarRule(group[line.value])
        case .exceptions:
            if keeper.isDay { return false }
            var days = Set<LocalDate>()
            record.each(fields.slot.exceptions, of: keeper.node) { value in
                if let day = LocalDate(record[value.text]) { days.insert(day) }
            }
            // A day that is cancelled is written as one that is excepted.
            self.expected.each(.exceptions, of: expected) { line in
                CalendarText.eachPart(of: self.expected[line.value]) { part in
                    if let day = CalendarTime(part)?.date { days.insert(day) }
                }
            }
            return exceptions(component, group).allSatisfy { days.contains($0.date) }
        case .uid:
            let due = self.expected.uid(of: expected)?.unescapedText
            return due == group[line.value].unescapedText
        case .begin, .end, .data, .record: return true
        default: return isSame(line.property, pair, group)
        }
    }
}

extension CalendarProperty {
    /// Whether an event may have several lines of it (RFC 5545 section 3.6.1, RFC 7986 section 5), all of which are read.
    fileprivate var mayRepeat: Bool {
        switch self {
        case .begin, .end, .exceptions, .categories, .conference, .image, .comment, .data, .record: true
        default: false
        }
    }
}

extension Bytes {
    /// The text, for a value that holds no line end: controls are left out.
    var textWithoutControls: String {
        isFreeOfControls ? text : String(decoding: octets.filter { $0 >= 0x20 && $0 != 0x7F }, as: UTF8.self)
    }

    /// Whether no octet is below U+0020, or U+007F; eight are looked at together.
    var isFreeOfControls: Bool {
        var index = 0
        while index &+ 8 <= count {
            let word = Word.load(start + index)
            let low = (word &- Word.ones &* 0x20) & ~word & Word.highs
            if low | Word.equal(word, 0x7F) != 0 { return false }
            index &+= 8
        }
        while index < count {
            if self[index] < 0x20 || self[index] == 0x7F { return false }
            index &+= 1
        }
        return true
    }
}
