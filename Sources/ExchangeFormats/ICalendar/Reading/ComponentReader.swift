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
    /// What is found wrong: a code, where, and what is to be said of it if more than its sentence.
    private(set) var notes: [Note] = []
    private let limits: Limits
    private var upperName = ByteBuffer(capacity: 64)
    /// Whether the line at hand is still to be looked at.
    private var isHeld = false
    private var calendars = 0
    private var hasToldLineFeed = false
    /// Octets of one event's component, beyond which it is gone past.
    private let limit: Int

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

    var noteCount: Int { notes.count }

    mutating func takeNotes() -> [Note] {
        defer { notes.removeAll(keepingCapacity: true) }
        return notes
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
                notes.append(Note(.bareLineFeed, at: scanner.offset))
            }
            switch scanner.fault {
            case nil: return property
            case .invalidUTF8:
                notes.append(
                    Note(.invalidUTF8, at: scanner.offset, detail: "octets that are not UTF-8, read as U+FFFD"))
            case .noncharacter:
                notes.append(Note(.controlCharacter, at: scanner.offset, detail: "a noncharacter, read as U+FFFD"))
            case .tooLong:
                let most = limits.record / 2 * 3
                notes.append(
                    Note(
                        .limitExceeded, at: scanner.offset, detail: "a line longer than \(most) octets; it is left out")
                )
                continue
            case .noColon:
                notes.append(
                    Note(
                        .calendarLine, at: scanner.offset,
                        detail: "no colon parts a name from a value; the line is left out"))
                continue
            case .badHead:
                notes.append(
                    Note(
                        .calendarLine, at: scanner.offset,
                        detail: "no name, or a parameter that is not closed; the line is left out"))
                continue
            }
            return property
        }
        return nil
    }

    private var property: CalendarProperty {
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
            case .begin where value.equalsIgnoringCase("VCALENDAR"): calendars += 1
            case .begin where value.equalsIgnoringCase("VEVENT"):
                if try event(into: &group) { return .event }
            case .begin: return .component
            case .end where value.equalsIgnoringCase("VCALENDAR"):
                calendars -= 1
                if calendars < 0 { unbalanced("nothing is open that this ends") }
            case .end: unbalanced("nothing is open that this ends")
            default: return .property(property)
            }
        }
        if calendars > 0 { unbalanced("the calendar is not ended") }
        calendars = 0
        return .end
    }

    private mutating func unbalanced(_ detail: String) {
        notes.append(Note(.unbalancedComponent, at: scanner.offset, detail: detail))
    }

    /// Reads an event to its end; false if it is too long to be kept.
    private mutating func event(into group: inout ComponentGroup) throws -> Bool {
        let offset = scanner.offset
        group.begin(at: offset)
        try component(into: &group)
        group.end()
        if group.components[group.components.count - 1].text.count > limit {
            notes.append(
                Note(.limitExceeded, at: offset, detail: "an event longer than \(limit) octets; it is left out"))
            group.dropLast()
            return false
        }
        return true
    }

    /// Reads the component at whose BEGIN the scanner is, to its end.
    mutating func component(into group: inout ComponentGroup) throws {
        let isEvent = scanner[scanner.value].equalsIgnoringCase("VEVENT")
        var names = [scanner[scanner.value].text.uppercased()]
        let (begin, first) = (scanner.offset, group.text.count)
        group.append(scanner, .begin, depth: 0)
        while let property = try line() {
            // What is longer than anything may be is gone past, to its end.
            if group.text.count - first > limit { continue }
            switch property {
            case .begin:
                let name = scanner[scanner.value].text.uppercased()
                if isEvent, name == "VEVENT" || name == "VCALENDAR" {
                    isHeld = true
                    notes.append(Note(.unbalancedComponent, at: begin, detail: "\(names[0]) is not ended"))
                    return close(names, &group)
                }
                group.append(scanner, .begin, depth: names.count)
                names.append(name)
            case .end:
                let name = scanner[scanner.value].text.uppercased()
                guard let open = names.lastIndex(of: name) else {
                    unbalanced("nothing is open that this ends")
                    if name == "VCALENDAR" {
                        isHeld = true
                        return close(names, &group)
                    }
                    continue
                }
                if open < names.count - 1 { unbalanced("\(names[names.count - 1]) is not ended before") }
                while names.count > open + 1 { close(names.removeLast(), depth: names.count, &group) }
                group.append(scanner, .end, depth: open)
                names.removeLast()
                if names.isEmpty { return }
            case .data where isEvent && names.count == 1: residue(into: &group)
            case .record where isEvent && names.count == 1: hidden(into: &group)
            default: group.append(scanner, property, depth: names.count - 1)
            }
        }
        notes.append(Note(.unbalancedComponent, at: begin, detail: "\(names[0]) is not ended"))
        close(names, &group)
    }

    private func close(_ names: [String], _ group: inout ComponentGroup) {
        for (depth, name) in names.enumerated().reversed() { close(name, depth: depth, &group) }
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
            notes.append(Note(.brokenResidue, at: scanner.offset))
            return
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
