import ExchangeBytes
import ExchangeDiagnostics
import ExchangeSyntax

/// Takes components off a calendar one by one. What is wrong with a line or a component stays with it.
struct ComponentReader: ~Copyable {
    /// Whose line the scanner is at.
    enum Item {
        /// A property of the calendar, which the scanner is at.
        case property(CalendarProperty)
        /// A component begins that is no event; its name is the value of the line.
        case component
        /// An event is in the group.
        case event
        case end
    }

    var scanner: ContentLineScanner
    /// What is found wrong inside events, and outside of them.
    private var eventNotes: [Note] = []
    private var calendarNotes: [Note] = []
    private var isInsideEvent = false
    private let limits: Limits
    private var upperName = ByteBuffer(capacity: 64)
    /// Whether the line at hand is still to be looked at.
    private var isHeld = false
    private var calendars = 0
    /// Whether any calendar has begun.
    private(set) var hasBegun = false
    private var hasToldSecond = false
    private var hasToldLineFeed = false
    /// Octets of one event's component, beyond which it is gone past.
    private let limit: Int
    /// Whether of events only those lines are wanted that tell to which event a component belongs, and what it carries.
    var skims = false
    /// Whether an event was skimmed that may be longer than the limit: what is gone past was not counted.
    private(set) var hasSkimmedTooMuch = false

    init(_ input: ByteInput, from offset: Int, windowSize: Int, limits: Limits) throws {
        // Base64 takes a third more than what it carries, and folding a little.
        let longest = min(limits.record, 1 << 30) / 2 * 3 + 64
        let window = ByteWindow(
            try input.open(at: offset), from: offset, capacity: max(windowSize, 8), limit: max(longest, 64))
        scanner = ContentLineScanner(window)
        self.limits = limits
        limit = min(limits.record, 1 << 24) * 64
        calendars = offset > 0 ? 1 : 0
    }

    /// What was found wrong inside events since it was asked for last.
    mutating func takeEventNotes() -> [Note] {
        if eventNotes.isEmpty { return [] }
        defer { eventNotes.removeAll(keepingCapacity: true) }
        return eventNotes
    }

    /// What was found wrong outside of events since it was asked for last; line ends count as such wherever they are.
    mutating func takeCalendarNotes() -> [Note] {
        if calendarNotes.isEmpty { return [] }
        defer { calendarNotes.removeAll(keepingCapacity: true) }
        return calendarNotes
    }

    private mutating func tell(_ code: Code, at offset: Int? = nil, _ detail: String? = nil) {
        let note = Note(code, at: offset ?? scanner.offset, detail: detail)
        if isInsideEvent, code != .bareLineFeed { eventNotes.append(note) } else { calendarNotes.append(note) }
    }

    /// Takes the next line; nil at the end, and lines that cannot be taken apart are told and gone past.
    private mutating func line() throws -> CalendarProperty? {
        if isHeld {
            isHeld = false
            return property
        }
        while try scanner.advance() {
            if scanner.hasBareLineFeed, !hasToldLineFeed {
                hasToldLineFeed = true
                tell(.bareLineFeed)
            }
            switch scanner.fault {
            case nil: return property
            case .invalidUTF8: tell(.invalidUTF8, "octets that are not UTF-8, read as U+FFFD")
            case .noncharacter: tell(.controlCharacter, "a noncharacter, read as U+FFFD")
            case .tooLong:
                let most = limits.record / 2 * 3
                tell(.limitExceeded, "a line longer than \(most) octets; it is left out")
                continue
            case .noColon:
                tell(.calendarLine, "no colon parts a name from a value; the line is left out")
                continue
            case .badHead:
                tell(.calendarLine, "no name, or a parameter that is not closed; the line is left out")
                continue
            }
            return property
        }
        return nil
    }

    /// Whether a line that begins so, little end first, is of none of the properties that tell whose an event is:
    /// `BEGIN`, `END`, `UID`, `RECURRENCE-ID`, `X-COS-…`, in capitals or not, and wherever they are folded.
    private static func isSkimmed(_ beginning: UInt16) -> Bool {
        switch UInt8(truncatingIfNeeded: beginning) {
        case UInt8(ascii: "S"), UInt8(ascii: "D"), UInt8(ascii: "L"), UInt8(ascii: "C"), UInt8(ascii: "G"),
            UInt8(ascii: "T"), UInt8(ascii: "I"):
            true
        case UInt8(ascii: "R"): beginning &>> 8 == UInt8(ascii: "R")
        case UInt8(ascii: "E"): beginning &>> 8 == UInt8(ascii: "X")
        case UInt8(ascii: "U"): beginning &>> 8 == UInt8(ascii: "R")
        default: false
        }
    }

    /// The property of the line at hand. It is kept with the way in which the line begins.
    private var property: CalendarProperty {
        @inline(__always)
        mutating get { CalendarProperty(mark: scanner.mark) ?? takeProperty() }
    }

    @inline(never)
    private mutating func takeProperty() -> CalendarProperty {
        let property = namedProperty
        var isForeign = false
        for number in 0..<scanner.parameters.count
        where !ForeignLines.isOurs(parameter: scanner[scanner.parameters[number].name]) {
            isForeign = true
        }
        scanner.keep(mark: property.mark(hasForeignParameter: isForeign))
        return property
    }

    private var namedProperty: CalendarProperty {
        mutating get {
            let name = scanner[scanner.name]
            let property = CalendarProperty(name)
            guard property == .other else { return property }
            upperName.removeAll()
            for index in 0..<name.count {
                let octet = name[index]
                upperName.append((octet | 0x20) &- UInt8(ascii: "a") < 26 ? octet & 0xDF : octet)
            }
            return CalendarProperty(upperName.bytes)
        }
    }

    // MARK: Items

    /// Takes what comes next. An event is appended to the group.
    mutating func next(into group: inout ComponentGroup) throws -> Item {
        while let property = try line() {
            let value = scanner[scanner.value]
            switch property {
            case .begin where value.equalsIgnoringCase("VCALENDAR"):
                calendars += 1
                if hasBegun, !hasToldSecond {
                    hasToldSecond = true
                    tell(.unbalancedComponent, "a second calendar begins; it is read as a part of the first")
                }
                hasBegun = true
            case .begin where value.equalsIgnoringCase("VEVENT"):
                if try event(into: &group) { return .event }
            case .begin: return .component
            case .end where value.equalsIgnoringCase("VCALENDAR"):
                calendars -= 1
                if calendars < 0 { tell(.unbalancedComponent, "nothing is open that this ends") }
            case .end: tell(.unbalancedComponent, "nothing is open that this ends")
            default: return .property(property)
            }
        }
        if calendars > 0 { tell(.unbalancedComponent, "the calendar is not ended") }
        calendars = 0
        return .end
    }

    /// Reads an event to its end; false if it is too long to be kept.
    private mutating func event(into group: inout ComponentGroup) throws -> Bool {
        let offset = scanner.offset
        group.begin(at: offset)
        isInsideEvent = true
        defer { isInsideEvent = false }
        try component(into: &group)
        group.end()
        if skims, scanner.nextOffset - offset > limit { hasSkimmedTooMuch = true }
        if group.components[group.components.count - 1].text.count > limit {
            tell(.limitExceeded, at: offset, "an event longer than \(limit) octets; it is left out")
            group.dropLast()
            return false
        }
        return true
    }

    /// Reads the component at whose BEGIN the scanner is, to its end.
    mutating func component(into group: inout ComponentGroup) throws {
        let isEvent = scanner[scanner.value].equalsIgnoringCase("VEVENT")
        let (begin, first) = (scanner.offset, group.text.count)
        group.append(&scanner, .begin, depth: 0)
        let root = group.lines[group.lines.count - 1].value
        /// Those that are open within it.
        var names: [String] = []
        while true {
            if skims, isInsideEvent { scanner.skip(allowsBareLineFeed: hasToldLineFeed, while: Self.isSkimmed) }
            if isEvent, names.isEmpty, group.text.count - first <= limit, plainResidue(into: &group) { continue }
            guard let property = try line() else { break }
            // What is longer than anything may be is gone past, to its end.
            if group.text.count - first > limit { continue }
            switch property {
            case .begin:
                let name = scanner[scanner.value].text.uppercased()
                if isEvent, name == "VEVENT" || name == "VCALENDAR" {
                    isHeld = true
                    tell(.unbalancedComponent, at: begin, "\(group[root].text) is not ended")
                    return close(names, root, &group)
                }
                names.append(name)
                group.append(&scanner, .begin, depth: names.count)
            case .end:
                if try end(&names, root, &group) { return }
            case .data where isEvent && names.isEmpty: residue(into: &group)
            case .record where isEvent && names.isEmpty: hidden(into: &group)
            default: group.append(&scanner, property, depth: names.count)
            }
        }
        tell(.unbalancedComponent, at: begin, "\(group[root].text) is not ended")
        close(names, root, &group)
    }

    /// Takes the END that the scanner is at; answers whether the component is at its end.
    private mutating func end(_ names: inout [String], _ root: Slice, _ group: inout ComponentGroup) throws -> Bool {
        let value = scanner[scanner.value]
        if names.isEmpty, value.equalsIgnoringCase(group[root]) {
            group.append(&scanner, .end, depth: 0)
            return true
        }
        let name = value.text.uppercased()
        if let open = names.lastIndex(of: name) {
            if open < names.count - 1 { tell(.unbalancedComponent, "\(names[names.count - 1]) is not ended before") }
            while names.count > open + 1 { closeLast(&names, &group) }
            group.append(&scanner, .end, depth: names.count)
            names.removeLast()
        } else if value.equalsIgnoringCase(group[root]) {
            tell(.unbalancedComponent, "\(names[names.count - 1]) is not ended before")
            while !names.isEmpty { closeLast(&names, &group) }
            group.append(&scanner, .end, depth: 0)
            return true
        } else {
            tell(.unbalancedComponent, "nothing is open that this ends")
            guard name == "VCALENDAR" else { return false }
            isHeld = true
            close(names, root, &group)
            return true
        }
        return false
    }

    private func close(_ names: [String], _ root: Slice, _ group: inout ComponentGroup) {
        var names = names
        while !names.isEmpty { closeLast(&names, &group) }
        close(group[root].text, depth: 0, &group)
    }

    private func closeLast(_ names: inout [String], _ group: inout ComponentGroup) {
        let depth = names.count
        close(names.removeLast(), depth: depth, &group)
    }

    /// Ends what nobody ended.
    private func close(_ name: String, depth: Int, _ group: inout ComponentGroup) {
        let begin = group.text.count
        group.text.append("END:")
        let value = group.text.slice(of: name)
        group.text.append("\r\n")
        group.lines.append(
            .init(
                property: .end, depth: UInt8(truncatingIfNeeded: min(depth, 255)), parameterCount: 0, firstParameter: 0,
                name: Slice(offset: begin, count: 3), value: value, offset: scanner.offset, valueOffset: scanner.offset)
        )
    }

    // MARK: What is carried

    /// Takes the next line if it carries something of an event as this library writes it, and it is the first to do so.
    private mutating func plainResidue(into group: inout ComponentGroup) -> Bool {
        let index = group.components.count - 1
        guard group.components[index].residueOffset < 0,
            let json = scanner.takeEncoded("X-COS-DATA:1.", into: &group.carried)
        else { return false }
        group.components[index].residueOffset = scanner.offset
        group.components[index].residue = json
        return true
    }

    private mutating func residue(into group: inout ComponentGroup) {
        let index = group.components.count - 1
        guard group.components[index].residueOffset < 0 else { return }
        group.components[index].residueOffset = scanner.offset
        if let json = carried(into: &group.carried) {
            group.components[index].residue = json
        } else {
            group.components[index].isBroken = true
        }
    }

    private mutating func hidden(into group: inout ComponentGroup) {
        guard parameter("X-COS-TYPE")?.equals("slot") == true,
            let index = parameter("X-COS-INDEX").flatMap({ $0.isSmallNumber ? Int($0.text) : nil }),
            let json = carried(into: &group.carried)
        else {
            return tell(.brokenResidue)
        }
        group.hidden.append(.init(index: index, json: json, offset: scanner.offset))
    }

    /// Appends the JSON that the line at hand carries, and answers where it lies; nil if it carries none.
    func carried(into buffer: inout ByteBuffer) -> Slice? {
        let value = scanner[scanner.value]
        let first = buffer.count
        guard value.prefix(2).equals("1."), Base64URL.appendDecoded(value.dropping(2), to: &buffer),
            buffer.count > first,
            UTF8Check.firstFault(Bytes(start: buffer.bytes.start + first, count: buffer.count - first)) == nil
        else {
            buffer.truncate(to: first)
            return nil
        }
        return Slice(offset: first, count: buffer.count - first)
    }

    /// A parameter of the line at hand.
    func parameter(_ name: StaticString) -> Bytes? {
        for index in 0..<scanner.parameters.count
        where scanner[scanner.parameters[index].name].equalsIgnoringCase(name) {
            return scanner[scanner.parameters[index].value]
        }
        return nil
    }
}
