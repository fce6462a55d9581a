import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel
import ExchangeSyntax

/// Lines of somebody else's, as jCal (RFC 7265) with raw values: `["x-foo",{"p":"v"},"unknown","raw value"]` for a
/// property, `["valarm",[…],[…]]` for a component.
///
/// Parameters alone, on a line that a field says, are kept with `null` for a value.
struct ForeignLines: ~Copyable {
    /// The name of the extra that holds them.
    static let name = "x-ical"
    /// Components may lie so deep within each other: each takes two arrays, of which a document has only so many.
    static let deepest = 8

    private(set) var json = ByteBuffer(capacity: 1 << 10)
    private(set) var count = 0
    private var text = ByteBuffer(capacity: 256)
    private var plain = ByteBuffer(capacity: 256)

    mutating func begin() {
        json.removeAll()
        count = 0
    }

    /// Appends what no field says of a component: parameters of our lines first, then properties, then components.
    ///
    /// `unsaid` tells which lines of a property of ours no field says, and `isOurs` which properties are ours. Answers
    /// where something lies too deep.
    mutating func append(
        _ component: ComponentGroup.Component, of group: borrowing ComponentGroup, unsaid: Set<Int> = [],
        isOurs: (CalendarProperty) -> Bool
    ) -> Int? {
        let inner = component.lines.dropFirst()
        for index in inner where group.lines[index].depth == 0 {
            let line = group.lines[index]
            guard isOurs(line.property), line.property != .end else { continue }
            if unsaid.contains(index) {
                property(line, group, hasValue: true)
            } else if hasForeignParameter(line, group) {
                property(line, group, hasValue: false)
            }
        }
        for index in inner where group.lines[index].depth == 0 {
            let line = group.lines[index]
            if !isOurs(line.property), line.property != .end { property(line, group, hasValue: true) }
        }
        var deep: Int?
        var index = component.firstLine + 1
        while index < component.lines.upperBound {
            guard group.lines[index].property == .begin else {
                index += 1
                continue
            }
            let end = Self.end(of: index, in: group, component.lines.upperBound)
            if Self.depth(from: index, to: end, in: group) > Self.deepest {
                deep = group.lines[index].offset
            } else {
                separate()
                self.component(from: index, to: end, group)
                count += 1
            }
            index = end + 1
        }
        return deep
    }

    /// Appends a line whole.
    mutating func append(line: ComponentGroup.Line, of group: borrowing ComponentGroup) {
        property(line, group, hasValue: true)
    }

    /// Appends a component whole.
    mutating func append(whole component: ComponentGroup.Component, of group: borrowing ComponentGroup) {
        separate()
        self.component(from: component.firstLine, to: component.lines.upperBound - 1, group)
        count += 1
    }

    private static let parameters = NameIndex(["TZID", "VALUE", "LANGUAGE", "DISPLAY", "FMTTYPE"])
    private static let parametersInAnyCase: [StaticString] = ["TZID", "VALUE", "LANGUAGE", "DISPLAY", "FMTTYPE"]

    private func hasForeignParameter(_ line: ComponentGroup.Line, _ group: borrowing ComponentGroup) -> Bool {
        for number in 0..<Int(line.parameterCount) {
            let name = group[group.parameters[Int(line.firstParameter) + number].name]
            if !Self.isOurs(parameter: name) { return true }
        }
        return false
    }

    /// Whether a parameter is one that fields say.
    static func isOurs(parameter name: Bytes) -> Bool {
        parameters.find(name) != nil || parametersInAnyCase.contains { name.equalsIgnoringCase($0) }
    }

    /// The line that ends the component that a line begins.
    static func end(of begin: Int, in group: borrowing ComponentGroup, _ last: Int) -> Int {
        var index = begin + 1
        while index < last {
            if group.lines[index].property == .end, group.lines[index].depth == group.lines[begin].depth {
                return index
            }
            index += 1
        }
        return last - 1
    }

    private static func depth(from begin: Int, to end: Int, in group: borrowing ComponentGroup) -> Int {
        var deepest = 0
        for index in begin..<end where group.lines[index].property == .begin {
            deepest = max(deepest, Int(group.lines[index].depth))
        }
        return deepest
    }

    // MARK: jCal

    private mutating func separate() { json.append(count == 0 ? "[" : ",") }

    /// Closes the array.
    mutating func end() { if count > 0 { json.append("]") } }

    private mutating func property(_ line: ComponentGroup.Line, _ group: borrowing ComponentGroup, hasValue: Bool) {
        separate()
        count += 1
        entry(line, group, hasValue: hasValue)
    }

    private mutating func entry(_ line: ComponentGroup.Line, _ group: borrowing ComponentGroup, hasValue: Bool) {
        json.append("[")
        lowerCased(group[line.name])
        json.append(",{")
        // By their names, in the order in which each comes first.
        var places: [[UInt8]: Int] = [:]
        var groups: [[Int]] = []
        for number in 0..<Int(line.parameterCount) {
            let index = Int(line.firstParameter) + number
            let name = group[group.parameters[index].name].octets
            let lower = name.map { $0 &- UInt8(ascii: "A") < 26 ? $0 | 0x20 : $0 }
            if let place = places[lower] {
                groups[place].append(index)
            } else {
                places[lower] = groups.count
                groups.append([index])
            }
        }
        for (place, indices) in groups.enumerated() {
            if place > 0 { json.append(",") }
            lowerCased(group[group.parameters[indices[0]].name])
            json.append(":")
            parameter(indices, group)
        }
        json.append("},\"unknown\",")
        if hasValue { string(group[line.value]) } else { json.append("null") }
        json.append("]")
    }

    /// The values of all parameters of a name: a text, or an array of several.
    private mutating func parameter(_ indices: [Int], _ group: borrowing ComponentGroup) {
        var values: [[UInt8]] = []
        for index in indices {
            CalendarText.eachValue(ofParameter: group[group.parameters[index].value]) { values.append($0.octets) }
        }
        if values.count > 1 { json.append("[") }
        for (index, value) in values.enumerated() {
            if index > 0 { json.append(",") }
            text.removeAll()
            plain.removeAll()
            plain.append(contentsOf: value)
            CalendarText.appendParameter(plain.bytes, to: &text)
            spelled()
        }
        if values.count > 1 { json.append("]") }
    }

    private mutating func component(from begin: Int, to end: Int, _ group: borrowing ComponentGroup) {
        let depth = group.lines[begin].depth
        json.append("[")
        lowerCased(group[group.lines[begin].value])
        json.append(",[")
        var isFirst = true
        for index in begin + 1..<max(begin + 1, end) where group.lines[index].depth == depth {
            if !isFirst { json.append(",") }
            isFirst = false
            entry(group.lines[index], group, hasValue: true)
        }
        json.append("],[")
        isFirst = true
        var index = begin + 1
        while index < end {
            guard group.lines[index].property == .begin, group.lines[index].depth == depth + 1 else {
                index += 1
                continue
            }
            if !isFirst { json.append(",") }
            isFirst = false
            let last = Self.end(of: index, in: group, end)
            component(from: index, to: last, group)
            index = last + 1
        }
        json.append("]]")
    }

    private mutating func lowerCased(_ name: Bytes) {
        text.removeAll()
        for index in 0..<name.count {
            let octet = name[index]
            text.append(octet &- UInt8(ascii: "A") < 26 ? octet | 0x20 : octet)
        }
        spelled()
    }

    private mutating func string(_ value: Bytes) {
        text.removeAll()
        text.append(value)
        spelled()
    }

    /// Appends the text at hand as JSON, without the controls that no JSON of ours holds.
    private mutating func spelled() {
        plain.removeAll()
        for index in 0..<text.count {
            let octet = text.bytes[index]
            if octet >= 0x20 && octet != 0x7F || octet == 0x09 || octet == 0x0A { plain.append(octet) }
        }
        JSONText.append(plain.bytes, to: &json)
    }
}

extension Record {
    /// Appends lines of somebody else's to those that a node has, as its last extra.
    mutating func append(foreign lines: borrowing ForeignLines, to node: Node, _ schema: Schema, at offset: Int) {
        guard lines.count > 0 else { return }
        var known: Value?
        var isSecondKnown = false
        eachExtra(of: node, schema) { extra in
            if self[extra.label].equals("x-ical") { known = extra }
            if self[extra.label].equals("x-ical-2") { isSecondKnown = true }
        }
        guard let known else {
            let name = bytes.slice(of: ForeignLines.name)
            return appendExtra(bytes.append(sliceOf: lines.json.bytes), name: name, to: node, schema, at: offset)
        }
        let text = self[known.text]
        guard text.count > 2, text[0] == UInt8(ascii: "["), !isSecondKnown else {
            if isSecondKnown { return }
            let name = bytes.slice(of: ForeignLines.name + "-2")
            return appendExtra(bytes.append(sliceOf: lines.json.bytes), name: name, to: node, schema, at: offset)
        }
        var joined = ByteBuffer(capacity: text.count + lines.json.count)
        joined.append(text.prefix(text.count - 1))
        joined.append(",")
        joined.append(lines.json.bytes.dropping(1))
        let all = bytes.append(sliceOf: joined.bytes)
        let name = bytes.slice(of: ForeignLines.name)
        _ = replace(schema.shapes.count, of: node, label: self[name], with: all, at: known.offset)
    }
}

extension EventRestorer {
    /// Keeps what no field says: on each slot, and on each day that is otherwise.
    mutating func strangers(_ group: borrowing ComponentGroup, into record: inout Record, unsaid: Set<Int> = []) {
        // Of most events nothing is somebody else's.
        var hasForeign = !unsaid.isEmpty
        for number in 0..<group.components.count where group.components[number].hasForeign { hasForeign = true }
        if !hasForeign { return }
        for showing in showings {
            let component = group.components[showing.component]
            strangers(of: component, group, showing.node, Slot.schema, into: &record, unsaid: unsaid)
            if group.components.count == showings.count { continue }
            let nodes = overrideNodes(of: showing.node, record)
            for number in overrides(of: showing, group) where number != showing.component {
                guard let day = day(of: group.components[number], group), let node = nodes[day] else { continue }
                strangers(of: group.components[number], group, node, Override.schema, into: &record)
            }
        }
    }

    mutating func strangers(
        of component: ComponentGroup.Component, _ group: borrowing ComponentGroup, _ node: Record.Node,
        _ schema: Schema, into record: inout Record, unsaid: Set<Int> = []
    ) {
        foreign.begin()
        let deep = foreign.append(component, of: group, unsaid: unsaid) { $0.isOfEvent }
        foreign.end()
        if let deep {
            findings.append(
                (Note(.tooDeep, at: deep, detail: "components lie too deep within each other; they are left out"), ""))
        }
        record.append(foreign: foreign, to: node, schema, at: component.offset)
    }
}
