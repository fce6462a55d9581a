import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel
import ExchangeSyntax

/// Whether a calendar still says of an event what this library would have written, and what somebody changed in it.
extension EventRestorer {
    /// A component as it is, and as it would be written.
    struct Pair {
        let actual: ComponentGroup.Component
        let expected: ComponentGroup.Component
        let node: Record.Node
        /// The slot's place among those of the event.
        let index: Int
        /// Whether it is the first of the event that the calendar shows.
        let isFirst: Bool
        var override: Record.Node?

        var path: String { "/slots/\(index)" }
    }

    /// Compares, takes over what was edited, and tells what is left. Answers whether there was nothing of either.
    mutating func compare(_ group: borrowing ComponentGroup, _ record: inout Record) -> Bool {
        var kept: [(Note, String)] = []
        var isWhole = false
        pairs.removeAll(keepingCapacity: true)
        defer { pairs.removeAll(keepingCapacity: true) }
        for round in 0..<5 {
            expectedText.removeAll()
            writer.event(record, to: &expectedText)
            isWhole = isUntouched(group)
            if isWhole, round == 0 { return true }
            if isWhole { break }
            // Nothing of it could be written as it is.
            if expectedText.isEmpty { break }
            readExpected()
            let before = findings.count
            let hasEdits = differences(group, &record)
            if !hasEdits || round == 4 { break }
            kept += findings[before...].filter { $0.note.related == Self.keptMark }
            findings.removeLast(findings.count - before)
        }
        for (note, path) in kept where !findings.contains(where: { $0.note == note }) { findings.append((note, path)) }
        for index in findings.indices where findings[index].note.related == Self.keptMark {
            findings[index].note.related = nil
        }
        if !isWhole { remainder(group, &record) }
        return false
    }

    /// Marks a remark on an edit that was taken over.
    private static var keptMark: Int { -1 }

    private func isUntouched(_ group: borrowing ComponentGroup) -> Bool {
        group.text.bytes.equals(expectedText.bytes)
    }

    /// Takes apart what would be written.
    private mutating func readExpected() {
        expected.removeAll()
        expectedScanner.show(expectedText.bytes)
        while (try? expectedScanner.advance()) == true {
            let property = CalendarProperty(expectedScanner[expectedScanner.name])
            let value = expectedScanner[expectedScanner.value]
            if property == .begin, value.equals("VEVENT") { expected.begin(at: 0) }
            if expected.components.count == 0 { continue }
            expected.append(&expectedScanner, property, depth: property == .begin || property == .end ? 1 : 0)
            if property == .end, value.equals("VEVENT") { expected.end() }
        }
    }

    /// Compares component by component; answers whether the record was changed.
    private mutating func differences(_ group: borrowing ComponentGroup, _ record: inout Record) -> Bool {
        let (pairs, orphans, removed) = match(group, record)
        self.pairs = pairs
        var hasEdits = false
        for pair in pairs where pair.override == nil {
            if masterEdits(pair, group, &record) { hasEdits = true }
            if pair.isFirst, eventEdits(pair, group, &record) { hasEdits = true }
        }
        for pair in pairs {
            guard let override = pair.override else { continue }
            if overrideEdits(pair, override, group, &record) { hasEdits = true }
        }
        for (slot, override) in removed {
            record.remove(child: override, from: fields.slot.overrides, of: slot)
            hasEdits = true
        }
        var known: (slot: Record.Node?, days: Set<LocalDate>) = (nil, [])
        for orphan in orphans {
            if known.slot != orphan.slot.node {
                known = (orphan.slot.node, Set(overrideNodes(of: orphan.slot.node, record).keys))
            }
            if add(orphan, besides: &known.days, group, &record) { hasEdits = true }
        }
        for pair in pairs { derived(pair, group, record) }
        return hasEdits
    }

    // MARK: Which belongs to which

    /// An override's component that the record knows nothing of.
    struct Orphan {
        let component: ComponentGroup.Component
        let slot: Showing
        let index: Int
    }

    private mutating func match(
        _ group: borrowing ComponentGroup, _ record: borrowing Record
    ) -> (pairs: [Pair], orphans: [Orphan], removed: [(slot: Record.Node, override: Record.Node)]) {
        var pairs: [Pair] = []
        var removed: [(Record.Node, Record.Node)] = []
        var taken = Set<Int>()
        var next = 0
        var index = 0
        var orphans: [Orphan] = []
        var showingOf: [Record.Node: Showing] = [:]
        for showing in showings { showingOf[showing.node] = showing }
        var slot = record.first(fields.event.slots)
        while let current = slot {
            slot = record.next(current)
            defer { index += 1 }
            let showing = showingOf[current.child]
            var isShown = false
            if index < writer.clock.showings.count, case .success = writer.clock.showings[index] { isShown = true }
            guard isShown, next < expected.components.count else {
                continue
            }
            let master = expected.components[next]
            next += 1
            if let showing {
                pairs.append(
                    Pair(
                        actual: group.components[showing.component], expected: master, node: current.child,
                        index: index, isFirst: showing.component == 0, override: nil))
            }
            let nodes = overrideNodes(of: current.child, record)
            let numbers = showing.map { overrides(of: $0, group) } ?? []
            var numberOf: [LocalDate: Int] = [:]
            for number in numbers {
                guard let day = self.day(of: group.components[number], group) else { continue }
                if let other = numberOf[day], sequence(of: number, group) < sequence(of: other, group) { continue }
                numberOf[day] = number
            }
            while next < expected.components.count, expected.components[next].isOverride {
                let override = expected.components[next]
                next += 1
                let line = expected.first(.recurrenceID, of: override)
                guard showing != nil, let day = line.flatMap({ CalendarTime(expected[$0.value]) })?.date,
                    let node = nodes[day]
                else { continue }
                let found = numberOf[day].flatMap { taken.contains($0) ? nil : $0 }
                guard let found else {
                    removed.append((current.child, node))
                    continue
                }
                taken.insert(found)
                pairs.append(
                    Pair(
                        actual: group.components[found], expected: override, node: current.child, index: index,
                        isFirst: false, override: node))
            }
            if let showing {
                for number in numbers where !taken.contains(number) {
                    taken.insert(number)
                    orphans.append(Orphan(component: group.components[number], slot: showing, index: index))
                }
            }
        }
        return (pairs, orphans, removed)
    }

    /// How often a component was revised (RFC 5545 section 3.8.7.4).
    func sequence(of number: Int, _ group: borrowing ComponentGroup) -> Int {
        let line = group.first(.sequence, of: group.components[number])
        return line.flatMap { Int(group[$0.value].text) } ?? 0
    }

    /// The numbers of the components that replace a slot's on some day: those of its UID.
    func overrides(of showing: Showing, _ group: borrowing ComponentGroup) -> [Int] {
        guard let uid = group.uid(of: group.components[showing.component]) else { return [] }
        return (0..<group.components.count).filter { number in
            group.components[number].isOverride && group.uid(of: group.components[number])?.equals(uid) == true
        }
    }

    /// The day on the clocks of the event that an override is for.
    mutating func day(of component: ComponentGroup.Component, _ group: borrowing ComponentGroup) -> LocalDate? {
        group.first(.recurrenceID, of: component).flatMap { moment($0, group) }?.date
    }

    /// The overrides of a slot by their days, of each day the first.
    func overrideNodes(of slot: Record.Node, _ record: borrowing Record) -> [LocalDate: Record.Node] {
        var nodes: [LocalDate: Record.Node] = [:]
        var override = record.first(fields.slot.overrides, of: slot)
        while let current = override {
            override = record.next(current)
            guard let on = record.first(fields.override.on, of: current.child), let day = LocalDate(record[on.text])
            else { continue }
            if nodes[day] == nil { nodes[day] = current.child }
        }
        return nodes
    }

    // MARK: Lines that are functions of other data

    /// Tells of lines that are made from other data and say something else than it.
    private mutating func derived(_ pair: Pair, _ group: borrowing ComponentGroup, _ record: borrowing Record) {
        var properties: [CalendarProperty] = [
            .stamp, .location, .point, .status, .transparency, .categories, .image, .comment,
        ]
        if pair.override != nil {
            properties += [
                .start, .finish, .rule, .exceptions, .summary, .description, .conference, .url, .sequence,
                .lastModified,
            ]
        } else if !pair.isFirst {
            properties += [.summary, .description, .conference, .url, .sequence, .lastModified]
        }
        for property in properties where !isSame(property, pair, group) {
            let isText = property == .summary || property == .description
            let code: Code = isText && pair.override == nil ? .slotTextDiffers : .derivedDiffers
            differ(code, property, pair, group)
        }
    }

    /// Remarks that a line says something else than it would.
    mutating func differ(
        _ code: Code, _ property: CalendarProperty, _ pair: Pair, _ group: borrowing ComponentGroup,
        isKept: Bool = false
    ) {
        let line = group.first(property, of: pair.actual)
        let other = expected.first(property, of: pair.expected)
        let said = line.map { "\"\(group[$0.value].text.excerpt)\"" } ?? "nothing"
        let due = other.map { "\"\(expected[$0.value].text.excerpt)\"" } ?? "nothing"
        var detail = "\(property.name) says \(said), and would say \(due)"
        detail += isKept ? "; the change is kept" : "; the change is left out"
        if code == .slotTextDiffers {
            detail = "\(property.name) says \(said), and \(due) for another date; the first counts"
        }
        var note = Note(code, at: line?.offset ?? pair.actual.offset, detail: detail)
        if isKept { note.related = Self.keptMark }
        findings.append((note, property == .status && isKept ? "/status" : pair.path))
    }

    /// Whether two components say the same with a property, however they spell it.
    mutating func isSame(_ property: CalendarProperty, _ pair: Pair, _ group: borrowing ComponentGroup) -> Bool {
        let left = group.first(property, of: pair.actual)
        let right = expected.first(property, of: pair.expected)
        switch property {
        case .categories:
            return words(property, of: pair.actual, group) == words(property, of: pair.expected, expected)
        case .image, .conference:
            return values(property, of: pair.actual, group) == values(property, of: pair.expected, expected)
        default: break
        }
        guard let left, let right else { return left == nil && right == nil }
        let (here, there) = (group[left.value], expected[right.value])
        if here.equals(there) { return true }
        switch property {
        case .start, .finish, .recurrenceID, .stamp, .lastModified:
            return CalendarTime(here).flatMap { clocks.moment($0, in: group.parameter("TZID", of: left)) }
                == CalendarTime(there).flatMap { clocks.moment($0, in: expected.parameter("TZID", of: right)) }
        case .point: return here.point == there.point
        case .status, .transparency: return here.equalsIgnoringCase(there)
        case .sequence: return Int(here.text) == Int(there.text)
        case .summary, .description, .location, .comment: return here.unescapedText == there.unescapedText
        default: return false
        }
    }

    /// The values of all lines of a property, in order.
    func values(
        _ property: CalendarProperty, of component: ComponentGroup.Component, _ group: borrowing ComponentGroup
    ) -> [String] {
        var values: [String] = []
        for index in component.lines where group.lines[index].property == property && group.lines[index].depth == 0 {
            values.append(group[group.lines[index].value].text)
        }
        return values
    }

    /// The words of all lines of a property: programs part a list into lines, or take its commas for text.
    private func words(
        _ property: CalendarProperty, of component: ComponentGroup.Component, _ group: borrowing ComponentGroup
    ) -> [String] {
        var words: [String] = []
        for index in component.lines where group.lines[index].property == property && group.lines[index].depth == 0 {
            let text = group[group.lines[index].value].unescapedText
            words += text.split(separator: ",").map { $0.drop { $0 == " " } }.map(String.init)
        }
        return words.sorted()
    }
}

extension CalendarTime {
    /// The day, of a time too.
    var date: LocalDate {
        switch self {
        case .day(let date): date
        case .local(let time), .utc(let time): time.date
        }
    }
}

extension Bytes {
    /// A TEXT without its escapes.
    var unescapedText: String {
        var buffer = ByteBuffer(capacity: count + 8)
        CalendarText.appendUnescaped(self, to: &buffer)
        return buffer.bytes.text
    }

    /// The degrees of a GEO.
    fileprivate var point: [Double] {
        text.split(separator: ";").map { part in
            Double(part.filter { $0 != " " }) ?? .nan
        }
    }
}

extension String {
    /// Its beginning, for a sentence.
    fileprivate var excerpt: String { count > 60 ? prefix(57) + "…" : self }
}
