import ExchangeDiagnostics
import ExchangeFormats
import ExchangeSyntax
import Foundation
import Testing

/// What somebody writes into a calendar of ours that cannot be read is kept as a line, or told.
@Suite("A calendar that was edited into something unreadable") struct RemainderTests {
    private static let exchange = """
        {"format":"cos-exchange","schemaVersion":"1.0","id":"x","name":{"it":"Studi"},"baseURI":"https://a.example/id/",\
        "generated":"2026-05-04T09:00:00Z","languages":["it"],\
        "events":[{"id":"a","name":{"it":"Aperto"},"description":{"it":"Una riga"},"kind":"opening","status":"scheduled",\
        "timeZone":"Europe/Rome","updated":"2026-05-01T00:00:00Z","revision":3,\
        "slots":[{"id":"am","start":"2026-05-29T10:00","end":"2026-05-29T13:00","repeat":"FREQ=WEEKLY;BYDAY=FR",\
        "until":"2026-06-26","except":["2026-06-12"],\
        "overrides":[{"on":"2026-06-05","start":"2026-06-05T11:00"}]}]}]}
        """

    private static let text = CalendarConversion(exchange).text.replacingOccurrences(of: "\r\n ", with: "")

    /// The master's lines are the first of their kind.
    private static func edited(_ old: String, _ new: String) throws -> CalendarReading {
        let range = try #require(text.range(of: old), "\(old) is not in the calendar")
        return CalendarReading(text.replacingCharacters(in: range, with: new))
    }

    /// Reads an edited calendar, whose JSON says the same when it is read again.
    private func check(
        _ old: String, _ new: String, _ code: Code, keeps entry: String? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let reading = try Self.edited(old, new)
        #expect(reading.fault == nil, sourceLocation: sourceLocation)
        #expect(reading.codes.contains(code), "\(new): \(reading.remarks)", sourceLocation: sourceLocation)
        let flat = String(reading.text.filter { !$0.isWhitespace })
        if let entry {
            #expect(flat.contains(entry), "\(new): \(reading.text)", sourceLocation: sourceLocation)
        }
        let again = Conversion(reading.text)
        #expect(again.fault == nil, sourceLocation: sourceLocation)
        #expect(reading.isSame(as: again.output), "\(new)", sourceLocation: sourceLocation)
        let written = CalendarReading(CalendarConversion(reading.text).text)
        #expect(
            written.isSame(as: reading.output), "\(new): \(difference(written.output, reading.output))",
            sourceLocation: sourceLocation)
    }

    private static let start = "DTSTART;TZID=Europe/Rome:20260529T100000"
    private static let end = "DTEND;TZID=Europe/Rome:20260529T130000"
    private static let rule = "RRULE:FREQ=WEEKLY;BYDAY=FR;UNTIL=20260626T215959Z"

    @Test(
        "a start and an end that cannot be read", arguments: ["20260230T170000", "", "2026-06-06", "20260529T240000"])
    func times(_ value: String) throws {
        let entry = #"{"tzid":"Europe/Rome"},"unknown","\#(value)"]"#
        try check(
            Self.start, "DTSTART;TZID=Europe/Rome:" + value, .impossibleDate, keeps: #"["dtstart","# + entry)
        try check(Self.end, "DTEND;TZID=Europe/Rome:" + value, .impossibleDate, keeps: #"["dtend","# + entry)
    }

    @Test(
        "a rule that cannot be read",
        arguments: [
            "FREQ=WEEKLY;UNTIL=20260231T080000Z", "FREQ=WEEKLY;UNTIL=nonsense", "FREQ=WEEKLY;COUNT=abc",
            "FREQ=WEEKLY;COUNT=2;COUNT=3", "FREQ=WEEKLY;COUNT=99999999999999999999999", "",
        ])
    func rules(_ value: String) throws {
        try check(
            Self.rule, "RRULE:" + value, .invalidRecurrence, keeps: #"["rrule",{},"unknown","\#(value)"]"#)
    }

    @Test("other values that cannot be read")
    func values() throws {
        try check(
            "EXDATE;TZID=Europe/Rome:20260612T100000", "EXDATE:tomorrow", .impossibleDate,
            keeps: #"["exdate",{},"unknown","tomorrow"]"#)
        try check(Self.end, "DURATION:long", .impossibleDate, keeps: #"["duration",{},"unknown","long"]"#)
        try check("SEQUENCE:3", "SEQUENCE:three", .calendarLine, keeps: #"["sequence",{},"unknown","three"]"#)
        try check("STATUS:CONFIRMED", "STATUS:MAYBE", .derivedDiffers, keeps: #"["status",{},"unknown","MAYBE"]"#)
        try check(
            "LAST-MODIFIED:20260501T000000Z", "LAST-MODIFIED:today", .impossibleDate,
            keeps: #"["last-modified",{},"unknown","today"]"#)
        try check(
            "RECURRENCE-ID;TZID=Europe/Rome:20260605T100000", "RECURRENCE-ID:whenever", .impossibleDate,
            keeps: #"["recurrence-id",{},"unknown","whenever"]"#)
    }

    @Test(
        "a property a second time",
        arguments: [
            ("RRULE:FREQ=DAILY;COUNT=4", #"["rrule",{},"unknown","FREQ=DAILY;COUNT=4"]"#),
            ("SUMMARY:Due", #"["summary",{},"unknown","Due"]"#),
            ("DESCRIPTION:Due", #"["description",{},"unknown","Due"]"#),
            ("DTSTART:20260601", #"["dtstart",{},"unknown","20260601"]"#),
            ("UID:two", #"["uid",{},"unknown","two"]"#),
        ])
    func repeated(_ line: String, _ entry: String) throws {
        try check("END:VEVENT", line + "\r\nEND:VEVENT", .calendarLine, keeps: entry)
    }

    @Test("of two components for one day the one revised more often counts, and the other is kept and told")
    func twice() throws {
        let parts = Self.text.components(separatedBy: "BEGIN:VEVENT")
        let day = try #require(parts.first { $0.contains("RECURRENCE-ID") })
        let body = day.replacingOccurrences(of: "END:VCALENDAR\r\n", with: "")
        let newer = body.replacingOccurrences(of: "SEQUENCE:3", with: "SEQUENCE:4")
            .replacingOccurrences(of: "20260605T110000", with: "20260605T120000")
        for pair in [body + "BEGIN:VEVENT" + newer, newer + "BEGIN:VEVENT" + body] {
            let reading = CalendarReading(Self.text.replacingOccurrences(of: body, with: pair))
            #expect(reading.text.contains("2026-06-05T12:00"), "\(reading.text)")
            #expect(reading.remarks.contains { $0.message.contains("this component is not compared") })
            #expect(reading.text.contains("vevent"))
        }
    }

    @Test("a rule taken away leaves the days that are excepted as they are")
    func exceptions() throws {
        let reading = try Self.edited(Self.rule + "\r\n", "")
        #expect(reading.text.components(separatedBy: "\"2026-06-12\"").count == 2, "\(reading.text)")
    }

    @Test("an event that lost what it carried is told of")
    func stripped() {
        let text = Self.text.replacing(/X-COS-DATA:[^\r]*\r\n/, with: "")
        #expect(CalendarReading(text).codes.contains(.residueMissing))
    }

    @Test("control characters are told of, in our events and in others")
    func controls() throws {
        let edited = Self.text.replacingOccurrences(of: "Una riga", with: "Una\u{1}riga")
        #expect(CalendarReading(edited).codes.contains(.controlCharacter))
        let foreign = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:a\u{2}b\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        #expect(CalendarReading(foreign).codes.contains(.controlCharacter))
    }

    @Test("parameters of one name are joined, many or few")
    func parameters() throws {
        let many = (0..<20_000).map { ";p\($0)=\($0)" }.joined() + ";P7=x"
        let reading = try Self.edited(Self.rule, "X-A\(many):v\r\n" + Self.rule)
        #expect(reading.text.filter { !$0.isWhitespace }.contains(#""p7":["7","x"],"p8":"8""#))
        #expect(reading.text.contains(#""p19999""#))
    }

    @Test("what is no calendar is refused, and a second calendar told of once")
    func noCalendar() {
        for text in ["", "id,name\r\n1,2\r\n", "{\"a\":\r\n1}\r\n", "BEGIN:VCARD\r\nEND:VCARD\r\n"] {
            #expect(CalendarReading(text).fault?.code == .unbalancedComponent, "\(text)")
        }
        let three = CalendarReading(Self.text + Self.text + Self.text)
        #expect(three.codes.filter { $0 == .unbalancedComponent }.count == 1, "\(three.remarks)")
    }
}
