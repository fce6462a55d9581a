import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel
import ExchangeSyntax

/// The first look at a calendar: its own properties, the header that it carries, and where everything is.
struct CalendarLook: ~Copyable {
    private(set) var outline = CalendarOutline()
    /// The calendar's own lines, and the components in it that are no events.
    private(set) var calendar = ComponentGroup()
    private(set) var headerJSON = ByteBuffer(capacity: 0)
    private(set) var headerOffset = -1
    private(set) var notes: [Note] = []
    private(set) var firstStamp: [UInt8] = []
    private(set) var languages: [String] = []

    private var reader: ComponentReader
    private var incoming = ComponentGroup()
    private var group = ComponentGroup()
    private var part = ComponentGroup()
    private var zones: ZoneDatabase
    let limits: Limits

    /// Whether lines of events are gone past that do not matter here.
    private let skims: Bool

    init(_ input: ByteInput, windowSize: Int, limits: Limits, zones: ZoneDatabase, skims: Bool) throws {
        self.skims = skims
        reader = try ComponentReader(input, from: 0, windowSize: windowSize, limits: limits)
        self.limits = limits
        self.zones = zones
        calendar.begin(at: 0)
        calendar.appendBegin("VCALENDAR")
    }

    /// Whether the look must be taken again without skimming: the limit of one event may have been passed.
    var isInDoubt: Bool { reader.hasSkimmedTooMuch }

    mutating func look() throws {
        while true {
            // Until then titles and texts tell languages and places.
            reader.skims = skims && outline.hasResidue && !firstStamp.isEmpty
            switch try reader.next(into: &incoming) {
            case .property(.record):
                takeNotes()
                record()
            case .property(let property):
                takeNotes()
                if fits() { calendar.append(&reader.scanner, property, depth: 0) }
                note(property)
            case .component:
                takeNotes()
                try component()
            case .event:
                takeNotes()
                event()
                incoming.removeAll()
            case .end:
                takeNotes()
                guard reader.hasBegun else {
                    throw Note(.unbalancedComponent, at: 0, detail: "no calendar begins here: no BEGIN:VCALENDAR")
                        .diagnostic(path: "")
                }
                calendar.end()
                return
            }
        }
    }

    /// What is wrong with events is told when they are read.
    private mutating func takeNotes() {
        notes += reader.takeCalendarNotes()
        _ = reader.takeEventNotes()
    }

    private func fits() -> Bool { calendar.text.count <= limits.record }

    /// Takes up what the calendar says of itself.
    private mutating func note(_ property: CalendarProperty) {
        let value = reader.scanner[reader.scanner.value]
        switch property {
        case .uid:
            var end = 0
            while end < value.count, value[end] != UInt8(ascii: "~"), value[end] != UInt8(ascii: "@") { end += 1 }
            if end > 0, end < value.count, outline.pattern.ending.isEmpty {
                outline.pattern.ending = value.dropping(end).octets
            }
        case .olderTimeZone: outline.timeZone = value.octets
        case .name:
            if outline.language.isEmpty { outline.language = reader.parameter("LANGUAGE")?.octets ?? [] }
        default: break
        }
    }

    private mutating func record() {
        outline.hasResidue = true
        guard let name = reader.parameter("X-COS-TYPE")?.text, let type = RecordType(rawValue: name) else {
            return notes.append(Note(.brokenResidue, at: reader.scanner.offset))
        }
        let offset = reader.scanner.offset
        switch type {
        case .exchange:
            guard headerOffset < 0, reader.carried(into: &headerJSON) != nil else {
                return notes.append(Note(.brokenResidue, at: offset))
            }
            headerOffset = offset
            outline.options.language = reader.parameter("X-COS-LANGUAGE")?.text
            let cancelled = reader.parameter("X-COS-CANCELLED").flatMap { CalendarOptions.Cancelled(rawValue: $0.text) }
            outline.options.cancelled = cancelled ?? .status
        case .event:
            guard let index = reader.parameter("X-COS-INDEX"), index.isSmallNumber, let index = Int(index.text) else {
                return notes.append(Note(.brokenResidue, at: offset))
            }
            outline.hidden.append(.init(index: index, offset: offset))
        default:
            if outline.sections[type] == nil {
                outline.sections[type] = .init(offset: offset)
            } else {
                outline.sections[type]?.count += 1
            }
        }
    }

    /// Keeps a component that is no event, unless it is a time zone that the database has.
    private mutating func component() throws {
        part.removeAll()
        part.begin(at: reader.scanner.offset)
        try reader.component(into: &part)
        part.end()
        takeNotes()
        let component = part.components[0]
        if part[part.lines[component.firstLine].value].equalsIgnoringCase("VTIMEZONE") {
            for index in component.lines where part[part.lines[index].name].equalsIgnoringCase("TZID") {
                if let zone = zones.zone(named: part[part.lines[index].value]) { return outline.zones.append(zone) }
            }
        }
        if fits() {
            calendar.append(nested: part)
        } else {
            notes.append(
                Note(
                    .limitExceeded, at: component.offset,
                    detail: "more than the limit of \(limits.record) octets that are no event; it is left out"))
        }
    }

    private mutating func event() {
        let component = incoming.components[incoming.components.count - 1]
        if outline.firstEvent == nil { outline.firstEvent = component.offset }
        if component.hasResidue {
            outline.hasResidue = true
        } else if !component.isOverride {
            outline.hasForeign = true
        }
        if firstStamp.isEmpty, let line = incoming.first(.stamp, of: component) {
            firstStamp = incoming[line.value].octets
        }
        if !outline.hasResidue {
            if outline.language.isEmpty, let line = incoming.first(.summary, of: component) {
                outline.language = incoming.parameter("LANGUAGE", of: line)?.octets ?? []
            }
            for property in [CalendarProperty.summary, .description, .location, .comment] {
                guard let line = incoming.first(property, of: component),
                    let tag = incoming.parameter("LANGUAGE", of: line)?.text, !languages.contains(tag)
                else { continue }
                languages.append(tag)
            }
            outline.places.add(lastOf: incoming, language: outline.language)
        }
        if group.claims(lastOf: incoming, outline.pattern) {
            return group.append(lastOf: incoming)
        }
        let isFurther = component.hasResidue && Residue.furtherSlot(incoming.carried[component.residue]) != nil
        if component.isOverride || isFurther { outline.isGrouped = false }
        if !component.hasResidue, let uid = incoming.uid(of: component),
            let event = outline.pattern.parts(of: uid)?.event, !known.insert(event.text).inserted
        {
            outline.isGrouped = false
        }
        group.removeAll()
        swap(&group, &incoming)
    }

    /// The events that carry nothing and were met, where UIDs tell events apart.
    private var known: Set<String> = []
}

extension ComponentGroup {
    /// Appends the line with which a component begins that is none of the input.
    fileprivate mutating func appendBegin(_ name: StaticString) {
        let begin = text.count
        text.append("BEGIN:")
        let value = text.count
        text.append(name)
        let count = text.count - value
        text.append("\r\n")
        lines.append(
            Line(
                property: .begin, depth: 0, parameterCount: 0, firstParameter: 0, name: Slice(offset: begin, count: 5),
                value: Slice(offset: value, count: count), offset: 0, valueOffset: 0))
    }

    /// Appends the component of another group to the one at hand, as a part of it.
    fileprivate mutating func append(nested other: borrowing ComponentGroup) {
        let base = text.count
        text.append(other.text.bytes)
        for index in 0..<other.lines.count {
            let line = other.lines[index]
            let first = parameters.count
            for number in 0..<Int(line.parameterCount) {
                let parameter = other.parameters[Int(line.firstParameter) + number]
                parameters.append(
                    .init(
                        name: Slice(offset: Int(parameter.name.offset) + base, count: Int(parameter.name.count)),
                        value: Slice(offset: Int(parameter.value.offset) + base, count: Int(parameter.value.count))))
            }
            lines.append(
                Line(
                    property: line.property, depth: line.depth &+ 1, parameterCount: line.parameterCount,
                    firstParameter: UInt32(truncatingIfNeeded: first),
                    name: Slice(offset: Int(line.name.offset) + base, count: Int(line.name.count)),
                    value: Slice(offset: Int(line.value.offset) + base, count: Int(line.value.count)),
                    offset: line.offset, valueOffset: line.valueOffset))
        }
    }
}
