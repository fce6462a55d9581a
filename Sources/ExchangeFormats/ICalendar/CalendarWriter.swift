import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel
import ExchangeSyntax

/// Lays out a calendar (RFC 5545): its properties, the records that are no events, its time zones, its events.
///
/// What no line says of an event rides in `X-COS-DATA`, and records that are no events in `X-COS-RECORD`, both as
/// base64url of canonical JSON: of all carriers the one that every calendar program hands on untouched.
struct CalendarWriter: ~Copyable {
    var printer: ContentLinePrinter
    /// What other people's lines the calendar and the slot at hand have.
    var headerForeign: ForeignRestoration
    var foreign: ForeignRestoration
    /// Whether it lays events out to compare them with a calendar that was read: unfolded, and without what is carried.
    let printsNothingElse: Bool
    let options: CalendarOptions
    let fields: CalendarFields
    let languages: LanguageRange
    let name: GlobalName
    let lines = EventLines(Event.schema)
    var clock: CalendarClock
    var survey: CalendarSurvey
    var losses = CalendarLosses()
    private var layouts = JSONLayouts(style: .compact)
    /// The layouts of what most residues are: kept apart, for the dictionary's look-up costs as much as a residue.
    private let eventLayout: JSONLayout
    private let slotLayout: JSONLayout
    /// `20260504T090000Z`: when the exchange was made.
    var stamp = ByteBuffer(capacity: 32)
    /// The zone of the event at hand, and its parameter: `;TZID=Europe/Rome:`.
    var zone: Zone?
    var zoneParameter = ByteBuffer(capacity: 64)
    /// The lines that every VEVENT of the slot at hand begins with.
    var identity = ByteBuffer(capacity: 256)
    /// The lines that every VEVENT of one event has, and those that an override may say otherwise.
    var common = ByteBuffer(capacity: 8 << 10)
    var summary = ByteBuffer(capacity: 1 << 10)
    var location = ByteBuffer(capacity: 1 << 10)
    var daySummary = ByteBuffer(capacity: 1 << 10)
    var dayLocation = ByteBuffer(capacity: 1 << 10)
    /// What of each field of the event at hand its lines say.
    var omissions = [Omission](repeating: .nothing, count: Event.schema.shapes.count)
    /// What the lines say of the slot at hand.
    var said = SaidOfSlot()
    var json = ByteBuffer(capacity: 8 << 10)
    /// The days of the slot at hand that are excepted, or have an override already.
    var takenDays = DaySet()
    /// Those that are excepted.
    var exceptedDays = DaySet()

    init(
        _ header: borrowing Record, _ options: CalendarOptions, _ fields: CalendarFields,
        languages: consuming LanguageRange, clock: consuming CalendarClock, survey: consuming CalendarSurvey,
        forComparison: Bool = false
    ) {
        printer = ContentLinePrinter(foldingAt: forComparison ? .max : 75)
        printsNothingElse = forComparison
        headerForeign = ForeignRestoration(foldingAt: 75)
        foreign = ForeignRestoration(foldingAt: forComparison ? .max : 75)
        self.options = options
        self.fields = fields
        self.languages = languages
        self.clock = clock
        self.survey = survey
        (eventLayout, slotLayout) = (layouts[Event.schema], layouts.slot)
        name = GlobalName(
            baseURI: header.first(fields.header.baseURI).map { header[$0.text].text } ?? "",
            exchange: header.first(fields.header.id).map { header[$0.text].text } ?? "")
        let generated = header.first(fields.header.generated).flatMap { Instant(header[$0.text]) }
        (generated ?? Instant(seconds: 0)).append(to: &stamp, as: .basic)
    }

    // MARK: The calendar

    mutating func begin(_ header: borrowing Record, to output: inout ByteBuffer) {
        output.append("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//cos-exchange//cos-exchange//EN\r\n")
        output.append("CALSCALE:GREGORIAN\r\n")
        printer.line.append("UID:")
        name.append(header.first(fields.header.id).map { header[$0.text] }, to: &printer.line)
        printer.end(to: &output)
        output.append("LAST-MODIFIED:")
        output.append(stamp.bytes)
        output.append("\r\n")
        if let url = header.first(fields.header.url), header[url.text].isPlainURI {
            printer.line.append("URL:")
            printer.line.append(header[url.text])
            printer.end(to: &output)
        }
        text("NAME", "X-WR-CALNAME", fields.header.name, header, to: &output)
        text("DESCRIPTION", "X-WR-CALDESC", fields.header.description, header, to: &output)
        // Programs look for one or the other; some for neither.
        output.append("REFRESH-INTERVAL;VALUE=DURATION:PT12H\r\nX-PUBLISHED-TTL:PT12H\r\n")
        if let zone = survey.zones.first?.zone {
            output.append("X-WR-TIMEZONE:")
            output.append(utf8: zone.name)
            output.append("\r\n")
        }
        var zones = clock.zones
        headerForeign.plan(header, .root, Exchange.schema, .calendar) { zones.contains($0) }
        output.append(headerForeign.properties.bytes)
    }

    /// A text of the calendar (RFC 7986 sections 5.1 and 5.2), and again under the name that older programs know.
    private mutating func text(
        _ name: StaticString, _ other: StaticString, _ field: Int, _ header: borrowing Record,
        to output: inout ByteBuffer
    ) {
        guard let text = languages.best(field, in: header) else { return }
        printer.line.append(name)
        language(header[text.label])
        printer.line.append(":")
        printer.text(header[text.text])
        printer.end(to: &output)
        printer.line.append(other)
        printer.line.append(":")
        printer.text(header[text.text])
        printer.end(to: &output)
    }

    /// The parameter that tells a text's language, to the line at hand.
    mutating func language(_ tag: Bytes) {
        guard tag.isLanguageTag else { return }
        printer.line.append(";LANGUAGE=")
        printer.line.append(tag)
    }

    mutating func timeZones(to output: inout ByteBuffer) {
        for (zone, years) in survey.zones { TimeZoneComponent(zone, years).append(to: &output) }
        output.append(headerForeign.components.bytes)
    }

    mutating func end(to output: inout ByteBuffer) { output.append("END:VCALENDAR\r\n") }

    // MARK: Records

    /// A record whole, in one line.
    mutating func record(_ record: borrowing Record, to output: inout ByteBuffer) {
        if options.isLean { return losses.count(record) }
        json.removeAll()
        if record.schema === Exchange.schema, headerForeign.extra != nil {
            header(record)
        } else {
            layouts[record.schema].object(record, .root, to: &json)
        }
        printer.line.append("X-COS-RECORD;X-COS-TYPE=")
        printer.line.append(utf8: record.schema.name)
        if let id = record.schema.index(of: "id").flatMap({ record.first($0) }), record[id.text].isToken {
            printer.line.append(";X-COS-ID=")
            printer.line.append(record[id.text])
        }
        if record.schema === Event.schema {
            printer.line.append(utf8: ";X-COS-INDEX=\(record.index)")
        }
        if record.schema === Exchange.schema { manner() }
        printer.line.append(":1.")
        Base64URL.append(json.bytes, to: &printer.line)
        printer.end(to: &output)
    }

    /// Lays out the header without what is lines of the calendar.
    private mutating func header(_ record: borrowing Record) {
        let layout = layouts[Exchange.schema]
        json.append("{")
        // The lines were made from another reading of the header: it is the last extra that they are.
        var extra: Slice?
        record.eachExtra(of: .root, Exchange.schema) { extra = $0.text }
        let isEmpty = !layout.members(record, isFirst: true, exceptExtra: extra, to: &json)
        json.appendRest(of: headerForeign, isFirst: isEmpty)
        json.append("}")
    }

    /// How the calendar was asked for, in parameters: whoever reads it must know to make its lines again.
    private mutating func manner() {
        if let language = options.language {
            let first = printer.line.count
            printer.line.append(";X-COS-LANGUAGE=")
            let begin = printer.line.count
            printer.line.append(utf8: language)
            if !printer.line.bytes.dropping(begin).isLanguageTag { printer.line.truncate(to: first) }
        }
        if options.cancelled != .status {
            printer.line.append(";X-COS-CANCELLED=")
            printer.line.append(utf8: options.cancelled.rawValue)
        }
    }

    // MARK: Residue

    /// What no line says of an event and of one of its slots, as an event with that slot alone.
    ///
    /// The event's own part is said once, with its first slot; later slots say whose they are. A member with nothing in
    /// it says that there is none, though a line shows something that calendars cannot do without.
    mutating func residue(
        _ event: borrowing Record, slot: Record.Node, isFirst: Bool, to output: inout ByteBuffer
    ) {
        json.removeAll()
        let layout = eventLayout
        json.append("{")
        if isFirst {
            layout.members(event, isFirst: true, omissions: omissions, to: &json)
        } else {
            layout.name(fields.event.id, isFirst: true, to: &json)
            // An event without an id is the one before.
            JSONText.append(event.first(fields.event.id).map { event[$0.text] } ?? event[Slice()], to: &json)
        }
        if isFirst, json.bytes.isNameOfEvent {
            // Lest it be taken for one more slot of an event of the same id.
            layout.name(fields.event.edition, to: &json)
            json.append("\"\"")
        }
        layout.name(fields.event.slots, isFirst: json.count == 1, to: &json)
        json.append("[{")
        let slots = slotLayout
        var isEmpty = !slots.members(
            event, slot, isFirst: true, omissions: said.omissions, exceptExtra: foreign.extra, to: &json)
        if json.appendRest(of: foreign, isFirst: isEmpty) { isEmpty = false }
        for field in said.madeUp where !event.hasExtra(Slot.schema.fields[field].name, of: slot, Slot.schema) {
            slots.name(field, isFirst: isEmpty, to: &json)
            json.append(Slot.schema.shapes[field] == .list ? "[]" : "\"\"")
            isEmpty = false
        }
        json.append("}]}")
        printer.line.append("X-COS-DATA:1.")
        Base64URL.append(json.bytes, to: &printer.line)
        printer.end(to: &output)
    }

    /// The slots of an event that the calendar does not show, each whole in a line that tells its place among them all.
    mutating func hiddenSlots(_ event: borrowing Record, to output: inout ByteBuffer) {
        var index = 0
        var slot = event.first(fields.event.slots)
        while let current = slot {
            slot = event.next(current)
            defer { index += 1 }
            guard case .failure = clock.showings[index] else { continue }
            json.removeAll()
            slotLayout.object(event, current.child, to: &json)
            printer.line.append(utf8: "X-COS-RECORD;X-COS-TYPE=slot;X-COS-INDEX=\(index):1.")
            Base64URL.append(json.bytes, to: &printer.line)
            printer.end(to: &output)
        }
    }
}

extension ByteBuffer {
    /// Appends what of other people's lines did not become lines, as a member; answers whether there was any.
    @discardableResult
    fileprivate mutating func appendRest(of foreign: borrowing ForeignRestoration, isFirst: Bool) -> Bool {
        if foreign.rest.isEmpty { return false }
        if !isFirst { append(",") }
        append("\"x-ical\":")
        append(foreign.rest.bytes)
        return true
    }
}

extension Bytes {
    /// Whether a residue that is not closed yet says an event's id and nothing else.
    fileprivate var isNameOfEvent: Bool {
        guard count > 7, prefix(6).equals("{\"id\":") else { return false }
        guard self[6] == UInt8(ascii: "\"") else { return false }
        var index = 7
        while index < count, self[index] != UInt8(ascii: "\"") { index += self[index] == UInt8(ascii: "\\") ? 2 : 1 }
        return index == count - 1
    }
}

/// What the lines say of a slot: of which fields all, and of which something that the data does not give.
struct SaidOfSlot {
    var omissions = [Omission](repeating: .nothing, count: Slot.schema.shapes.count)
    var madeUp: [Int] = []

    mutating func removeAll() {
        omissions.withUnsafeMutableBufferPointer { $0.update(repeating: .nothing) }
        if !madeUp.isEmpty { madeUp.removeAll(keepingCapacity: true) }
    }
}

extension Record {
    /// Whether a member that no field claims has this name, since its value is of another type.
    fileprivate func hasExtra(_ name: String, of node: Node, _ schema: Schema) -> Bool {
        var isThere = false
        eachExtra(of: node, schema) { if self[$0.label].text == name { isThere = true } }
        return isThere
    }
}
