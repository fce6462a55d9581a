import ExchangeBytes
import ExchangeSyntax

/// The components that tell of one event, unfolded and taken apart: what must be in memory of a calendar at a time.
struct ComponentGroup: ~Copyable {
    struct Line: BitwiseCopyable {
        let property: CalendarProperty
        /// How many components lie around it, within the one that is told of.
        let depth: UInt8
        let parameterCount: UInt32
        let firstParameter: UInt32
        var name: Slice
        var value: Slice
        /// Where in the input it begins, and its value.
        let offset: Int
        let valueOffset: Int
    }

    struct Component: BitwiseCopyable {
        /// Where in the input it begins.
        var offset = 0
        /// All of it but what is carried, a line behind the other, in `text`.
        var text = Slice()
        var firstLine = 0
        var lineCount = 0
        /// The lines that tell whose it is; -1 for none.
        var uid = -1
        var recurrenceID = -1
        /// What it carries of its event, as JSON in `carried`, and where that stands in the input.
        var residue = Slice()
        var residueOffset = -1
        /// Whether something that it carries cannot be read.
        var isBroken = false
        var firstHidden = 0
        var hiddenCount = 0
        /// Whether it has a property, a parameter or a component that is none of an event of ours.
        var hasForeign = false

        var hasResidue: Bool { !residue.isEmpty }
        var isOverride: Bool { recurrenceID >= 0 }
        var lines: Range<Int> { firstLine..<firstLine + lineCount }
    }

    /// A slot that the calendar does not show.
    struct Hidden: BitwiseCopyable {
        let index: Int
        var json: Slice
        let offset: Int
    }

    var text = ByteBuffer(capacity: 16 << 10)
    var carried = ByteBuffer(capacity: 16 << 10)
    var lines = Store<Line>()
    var parameters = Store<ContentLineScanner.Parameter>()
    var components = Store<Component>(capacity: 16)
    var hidden = Store<Hidden>(capacity: 4)

    subscript(slice: Slice) -> Bytes { text[slice] }

    mutating func removeAll() {
        text.removeAll()
        carried.removeAll()
        lines.removeAll()
        parameters.removeAll()
        components.removeAll()
        hidden.removeAll()
    }

    /// Begins a component.
    mutating func begin(at offset: Int) {
        var component = Component()
        component.offset = offset
        component.text = Slice(offset: text.count)
        component.firstLine = lines.count
        component.firstHidden = hidden.count
        components.append(component)
    }

    /// Appends the line that a scanner is at. It is not altered: borrowed out of a reader, it would be copied each time.
    mutating func append(_ scanner: inout ContentLineScanner, _ property: CalendarProperty, depth: Int) {
        let index = components.count - 1
        let base = text.count
        text.reserve(scanner.line.count + 2)
        text.append(scanner.line)
        text.tail.storeBytes(of: UInt16(0x0A0D).littleEndian, as: UInt16.self)
        text.advance(by: 2)
        let isOurs = depth == 0 && (property.isOfEvent || property == .end)
        if scanner.mark & CalendarProperty.foreignParameter != 0 || !isOurs && lines.count > components[index].firstLine
        {
            components[index].hasForeign = true
        }
        let first = parameters.count
        for number in 0..<scanner.parameters.count {
            let parameter = scanner.parameters[number]
            parameters.append(.init(name: parameter.name.moved(by: base), value: parameter.value.moved(by: base)))
        }
        if depth == 0, property == .uid || property == .recurrenceID {
            if property == .uid, components[index].uid < 0 { components[index].uid = lines.count }
            if property == .recurrenceID { components[index].recurrenceID = lines.count }
        }
        lines.append(
            Line(
                property: property, depth: UInt8(truncatingIfNeeded: min(depth, 255)),
                parameterCount: UInt32(truncatingIfNeeded: parameters.count - first),
                firstParameter: UInt32(truncatingIfNeeded: first), name: scanner.name.moved(by: base),
                value: scanner.value.moved(by: base), offset: scanner.offset,
                valueOffset: scanner.valueOffset))
    }

    /// Ends the component at hand, as if it were told so.
    mutating func end() {
        let index = components.count - 1
        components[index].lineCount = lines.count - components[index].firstLine
        components[index].text.count = UInt32(truncatingIfNeeded: text.count - Int(components[index].text.offset))
        components[index].hiddenCount = hidden.count - components[index].firstHidden
    }

    /// Forgets the last component.
    mutating func dropLast() {
        let last = components[components.count - 1]
        text.truncate(to: Int(last.text.offset))
        lines.truncate(to: last.firstLine)
        hidden.truncate(to: last.firstHidden)
        components.truncate(to: components.count - 1)
    }

    /// Takes the last component of another group.
    mutating func append(lastOf other: borrowing ComponentGroup) {
        var component = other.components[other.components.count - 1]
        let base = text.count
        let shift = base - Int(component.text.offset)
        text.append(other.text[component.text])
        for index in component.lines {
            let line = other.lines[index]
            let first = parameters.count
            for number in 0..<Int(line.parameterCount) {
                let parameter = other.parameters[Int(line.firstParameter) + number]
                parameters.append(.init(name: parameter.name.moved(by: shift), value: parameter.value.moved(by: shift)))
            }
            lines.append(
                Line(
                    property: line.property, depth: line.depth, parameterCount: line.parameterCount,
                    firstParameter: UInt32(truncatingIfNeeded: first), name: line.name.moved(by: shift),
                    value: line.value.moved(by: shift), offset: line.offset, valueOffset: line.valueOffset))
        }
        let lineShift = lines.count - component.lineCount - component.firstLine
        component.firstLine += lineShift
        if component.uid >= 0 { component.uid += lineShift }
        if component.recurrenceID >= 0 { component.recurrenceID += lineShift }
        component.text.offset = UInt32(truncatingIfNeeded: base)
        component.residue = carried.append(sliceOf: other.carried[component.residue])
        let firstHidden = hidden.count
        for index in component.firstHidden..<component.firstHidden + component.hiddenCount {
            var slot = other.hidden[index]
            slot.json = carried.append(sliceOf: other.carried[slot.json])
            hidden.append(slot)
        }
        component.firstHidden = firstHidden
        components.append(component)
    }

    // MARK: Looking things up

    /// The first line of a component that is of a property.
    func first(_ property: CalendarProperty, of component: Component) -> Line? {
        for index in component.lines where lines[index].property == property && lines[index].depth == 0 {
            return lines[index]
        }
        return nil
    }

    /// Hands over the lines of a component that are of a property.
    func each(_ property: CalendarProperty, of component: Component, _ body: (Line) -> Void) {
        for index in component.lines where lines[index].property == property && lines[index].depth == 0 {
            body(lines[index])
        }
    }

    /// The first value of a parameter, without its quotation marks.
    func parameter(_ name: StaticString, of line: Line) -> Bytes? {
        for index in 0..<Int(line.parameterCount) {
            let parameter = parameters[Int(line.firstParameter) + index]
            guard text[parameter.name].equalsIgnoringCase(name) else { continue }
            let spelling = text[parameter.value]
            guard !spelling.isEmpty, spelling[0] == UInt8(ascii: "\"") else { return spelling }
            var end = 1
            while end < spelling.count, spelling[end] != UInt8(ascii: "\"") { end += 1 }
            return Bytes(start: spelling.start + 1, count: end - 1)
        }
        return nil
    }

    /// The UID of a component.
    func uid(of component: Component) -> Bytes? { component.uid < 0 ? nil : text[lines[component.uid].value] }
}

extension Slice {
    fileprivate func moved(by octets: Int) -> Slice { Slice(offset: Int(offset) + octets, count: Int(count)) }
}

extension Bytes {
    /// Whether the run holds the octets of a literal but for the case of ASCII letters.
    func equalsIgnoringCase(_ literal: StaticString) -> Bool {
        equalsIgnoringCase(Bytes(start: UnsafeRawPointer(literal.utf8Start), count: literal.utf8CodeUnitCount))
    }
}
