import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

/// Writes an exchange as one iCalendar feed (RFC 5545) in one language.
///
/// The exchange is read more than once, for its parts stand in another order than the calendar's: what an event needs
/// of places and pictures and the years that its time zones must cover come first, then the records that are no events,
/// then the time zones, then the events. Memory grows with the number of places, and not with that of events.
public struct CalendarExport {
    private let options: CalendarOptions
    private let zones: ZoneDatabase

    /// A calendar as the options say, with the clocks of a database.
    public init(_ options: CalendarOptions = CalendarOptions(), zones: ZoneDatabase = ZoneDatabase()) {
        self.options = options
        self.zones = zones
    }

    /// Hands the calendar's octets to `sink`, and what it cannot show to `report`.
    ///
    /// `filter` may take something from a record before it is looked at, and answers whether it is there at all; it sees
    /// a record more than once, and is told when the record is about to be written.
    public func write(
        _ source: inout some ExchangeSource & ~Copyable, sink: (Bytes) throws -> Void, report: (Diagnostic) -> Void,
        filter: (_ record: inout Record, _ isWritten: Bool) throws -> Bool = { _, _ in true }
    ) throws {
        let fields = CalendarFields()
        var clock = CalendarClock(zones, fields, options.cancelled)
        var survey = CalendarSurvey(fields)
        let knowsEvents = try source.glance(at: .event, CalendarSurvey.eventFields) { event in
            try filter(&event, false) ? survey.glance(at: event, &clock) : true
        }
        if !knowsEvents { survey = CalendarSurvey(fields) }
        var header = Record(Exchange.schema)
        // What is wrong with it is told when it is read once more, to be written.
        try source.read(.header, report: { _ in }) { record in
            if try filter(&record, false) { header.appendValues(of: record) }
        }
        let first = header.first(fields.header.languages).map { header[$0.text].text } ?? "und"
        let languages = LanguageRange(options.language ?? first, default: first)
        let rest = knowsEvents ? CalendarSurvey.selection.without(.event) : CalendarSurvey.selection
        try source.read(rest, report: { _ in }) { record in
            guard try filter(&record, false) else { return }
            survey.add(record, languages, &clock, report: report)
        }
        var writer = CalendarWriter(header, options, fields, languages: languages, clock: clock, survey: survey)
        var output = ByteBuffer(capacity: 128 << 10)
        func pass(_ full: Int) throws {
            guard output.count >= full else { return }
            try sink(output.bytes)
            output.removeAll()
        }
        writer.begin(header, to: &output)
        try source.read(Selection.all.without(.event), report: report) { record in
            guard try filter(&record, true) else { return }
            writer.record(record, to: &output)
            try pass(64 << 10)
        }
        if writer.survey.hiddenEvents > 0 {
            try source.read(Selection.none.with(.event), report: { _ in }) { record in
                guard try filter(&record, false), writer.clock.look(at: record) != nil else { return }
                writer.record(record, to: &output)
                try pass(64 << 10)
            }
        }
        writer.timeZones(to: &output)
        try source.read(Selection.none.with(.event), report: report) { record in
            guard try filter(&record, true) else { return }
            writer.event(record, to: &output)
            try pass(64 << 10)
        }
        writer.end(to: &output)
        try pass(0)
        writer.losses.report(report)
    }
}
