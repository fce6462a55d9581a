import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel
import ExchangeSyntax

/// An exchange in an iCalendar feed (RFC 5545): one that this library wrote, whoever has changed it since, or any other.
///
/// What calendar programs understand counts: titles, texts, times, repetitions. What they do not understand the calendar
/// carries (`X-COS-RECORD`, `X-COS-DATA`), and lines that are made from other data are compared with it. Where nothing is
/// carried, events, places and artists are made of what the lines tell.
///
///     var source = CalendarSource(ByteInput(octets))
///     try source.read(.all, report: { findings.append($0) }) { record in … }
///
/// The calendar is looked over once before anything is read. What of it must be in memory is the components of one event
/// at a time; a bit for each event that nobody has changed, which is compared with what its lines are made from in the
/// first reading only; where components do not stand together, 32 octets for each and what tells whose they are; and
/// names and points of all places, and pictures of events, to compare what is made from them.
public struct CalendarSource: ExchangeSource, ~Copyable {
    private let input: ByteInput
    private let limits: Limits
    private let windowSize: Int
    private let zones: ZoneDatabase
    private var header = KeptHeader()
    private var outline: CalendarOutline?
    private let found = Found()
    public var counter: DiagnosticCounter { found.counter }

    /// A calendar in an input, with the clocks of a database. The window is what is in memory of it at a time, at least.
    public init(
        _ input: ByteInput, limits: Limits = Limits(), windowSize: Int = 256 << 10, zones: ZoneDatabase = ZoneDatabase()
    ) {
        self.input = input
        self.limits = limits
        self.windowSize = windowSize
        self.zones = zones
    }

    public mutating func read(
        _ selection: Selection, report: (Diagnostic) -> Void, _ body: (inout Record) throws -> Void
    ) throws {
        let outline = try self.outline ?? lookOver()
        self.outline = outline
        let found = self.found
        found.counter = DiagnosticCounter()
        if selection.wants(.exchange) { try header.read(counting: &found.counter, report: report, body) }
        for type in RecordType.allCases where type != .exchange && selection.wants(type) {
            let wanted: [Bool]? = if case .some(let fields) = selection[type] { fields } else { nil }
            func tell(_ diagnostic: Diagnostic) {
                if found.counter.admits(diagnostic.code) { report(diagnostic) }
            }
            if type == .event {
                try events(outline, wanted, tell, body)
            } else {
                try records(of: type, outline, wanted, tell, body)
            }
        }
    }

    /// How much has been found in the latest reading, and which events nobody had changed in one before it: an object,
    /// for several readers count while the source is read.
    private final class Found {
        var counter = DiagnosticCounter()
        /// A bit for each event.
        private var untouched: [UInt64] = []

        func isUntouched(_ event: Int) -> Bool {
            event >> 6 < untouched.count && untouched[event >> 6] >> UInt64(event & 63) & 1 == 1
        }

        func keepUntouched(_ event: Int) {
            while untouched.count <= event >> 6 { untouched.append(0) }
            untouched[event >> 6] |= 1 << UInt64(event & 63)
        }
    }

    // MARK: Records that are no events

    private func records(
        of type: RecordType, _ outline: CalendarOutline, _ wanted: [Bool]?, _ tell: (Diagnostic) -> Void,
        _ body: (inout Record) throws -> Void
    ) throws {
        var record = Record(type.schema)
        if !outline.hasResidue {
            try outline.places.each(of: type, into: &record) { record in
                record.keep(only: wanted)
                try body(&record)
            }
            return
        }
        guard let section = outline.sections[type] else { return }
        var carrier = try RecordCarrier(input, from: section.offset, windowSize: windowSize, limits: limits)
        var index = 0
        for _ in 0..<section.count where try carrier.next(type, into: &record, index: index, tell) {
            index += 1
            record.keep(only: wanted)
            try body(&record)
        }
    }

    // MARK: Events

    private func events(
        _ outline: CalendarOutline, _ wanted: [Bool]?, _ tell: (Diagnostic) -> Void,
        _ body: (inout Record) throws -> Void
    ) throws {
        var restorer = try restorer(outline)
        var record = Record(Event.schema)
        var hidden = outline.hidden.sorted { $0.index < $1.index }[...]
        var carrier: RecordCarrier?
        var index = 0
        func emit() throws {
            index += 1
            record.keep(only: wanted)
            try body(&record)
        }
        func emitHidden(isLast: Bool) throws {
            while let next = hidden.first, isLast || next.index <= index {
                hidden.removeFirst()
                if carrier == nil || !outline.isHiddenSorted {
                    carrier = try RecordCarrier(input, from: next.offset, windowSize: windowSize, limits: limits)
                }
                if try carrier?.next(.event, into: &record, index: index, tell) == true { try emit() }
            }
        }
        if !outline.isGrouped, let first = outline.firstEvent {
            tell(Diagnostic(.orderUnknown, at: .init(position: Position(offset: first), path: "/events")))
        }
        var walk = try EventWalk(input, outline, windowSize: windowSize, limits: limits)
        while try walk.next() {
            try emitHidden(isLast: false)
            for note in walk.takeNotes() { tell(note.diagnostic(path: "")) }
            record.index = index
            let number = index
            if restorer.restore(walk.group, into: &record, isKnownUntouched: found.isUntouched(number)) {
                found.keepUntouched(number)
            }
            record.index = index
            for finding in restorer.findings {
                tell(
                    finding.note.diagnostic(
                        path: "/events/\(index)" + finding.path, subject: record.subject(of: .event)))
            }
            try emit()
        }
        for note in walk.takeNotes() { tell(note.diagnostic(path: "")) }
        try emitHidden(isLast: true)
    }

    /// Reads what events are compared with: places, cities, pictures.
    private func restorer(_ outline: CalendarOutline) throws -> EventRestorer {
        let fields = CalendarFields()
        let header = self.header.record.first(fields.header.languages).map { self.header.record[$0.text].text } ?? "und"
        let languages = LanguageRange(outline.options.language ?? header, default: header)
        var clock = CalendarClock(zones, fields, outline.options.cancelled)
        var survey = CalendarSurvey(fields)
        for type in [RecordType.city, .place, .media] {
            try records(of: type, outline, nil, { _ in }) { survey.add($0, languages, &clock, report: { _ in }) }
        }
        var addresses = outline.places.addresses
        if outline.hasForeign, outline.hasResidue {
            try records(of: .place, outline, nil, { _ in }) { place in
                guard let id = place.first(fields.place.id), let known = survey.gazetteer.find(place[id.text]) else {
                    return
                }
                addresses.keep(place[id.text].text, of: survey.gazetteer[known.address].text)
            }
        }
        let writer = CalendarWriter(
            self.header.record, outline.options, fields, languages: languages, clock: clock, survey: survey,
            forComparison: true)
        return EventRestorer(writer, outline, addresses, zones: zones, limits: limits)
    }

    // MARK: The first look

    private mutating func lookOver() throws -> CalendarOutline {
        var look = try CalendarLook(input, windowSize: windowSize, limits: limits, zones: zones, skims: true)
        try look.look()
        if look.isInDoubt {
            look = try CalendarLook(input, windowSize: windowSize, limits: limits, zones: zones, skims: false)
            try look.look()
        }
        var outline = look.outline
        var header = KeptHeader()
        var record = Record(Exchange.schema)
        header.keeping { counter, report in
            func tell(_ diagnostic: Diagnostic) { if counter.admits(diagnostic.code) { report(diagnostic) } }
            look.header(into: &record, tell)
            if !outline.hasResidue, outline.firstEvent != nil {
                tell(
                    Diagnostic(
                        .residueMissing, at: .init(position: Position(offset: outline.firstEvent ?? 0), path: "")))
            }
        }
        header.append(record)
        header.begin(at: record.offset)
        if outline.language.isEmpty {
            let field = CalendarFields().header.languages
            outline.language = record.first(field).map { record[$0.text].octets } ?? Array("und".utf8)
        }
        if outline.pattern.ending.isEmpty || outline.hasResidue, let name = look.ending(record) {
            outline.pattern.ending = name
        }
        if !outline.isGrouped {
            var order = ComponentOrder()
            var reader = try ComponentReader(
                input, from: outline.firstEvent ?? 0, windowSize: windowSize, limits: limits)
            var group = ComponentGroup()
            loop: while true {
                switch try reader.next(into: &group) {
                case .event:
                    order.add(lastOf: group, outline.pattern)
                    group.removeAll()
                case .end: break loop
                case .property, .component: continue
                }
            }
            outline.entries = order.entries()
        }
        self.header = header
        return outline
    }
}

extension CalendarOutline {
    /// Whether the lines of the events that are not shown stand in the order of those events.
    var isHiddenSorted: Bool {
        !zip(hidden, hidden.dropFirst()).contains { $0.index > $1.index || $0.offset > $1.offset }
    }
}

extension Note {
    /// The note as a finding.
    func diagnostic(path: String, subject: Diagnostic.Subject? = nil) -> Diagnostic {
        Diagnostic(
            code, message: detail, subject: subject, at: .init(position: Position(offset: offset), path: path))
    }
}

extension Record {
    /// Removes what nobody wants: other fields, and all extras.
    mutating func keep(only wanted: [Bool]?) {
        guard let wanted else { return }
        for field in wanted.indices where !wanted[field] { _ = removeAll(of: field) }
        _ = removeAll(of: wanted.count)
    }
}
