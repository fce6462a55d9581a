import ExchangeDiagnostics
import ExchangeFormats
import Foundation
import Testing

/// Lines and components of other people's calendars are kept, and come back as lines.
@Suite("Foreign lines of a calendar") struct ForeignLineTests {
    private static let lines =
        "X-FOO;A=1;B=\"x;y\",z;c=^^^'^n:raw\\, value \\;\r\nATTENDEE;CN=Pinco:mailto:a@a.example\r\n"
    private static let alarm =
        "BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:x\r\nTRIGGER;VALUE=DURATION:-PT5M\r\nBEGIN:X-PART\r\nX-Z:1\r\nEND:X-PART\r\nEND:VALARM\r\n"
    private static let json =
        #"[["x-foo",{"a":"1","b":["x;y","z"],"c":"^\"\n"},"unknown","raw\\, value \\;"],["attendee",{"cn":"Pinco"},"unknown","mailto:a@a.example"],"#
        + #"["valarm",[["action",{},"unknown","DISPLAY"],["description",{},"unknown","x"],["trigger",{"value":"DURATION"},"unknown","-PT5M"]],[["x-part",[["x-z",{},"unknown","1"]],[]]]]]"#

    @Test("in an event") func event() throws {
        let made = EventDraft().calendar().text
        let foreign = made.replacingOccurrences(of: "X-COS-DATA", with: Self.lines + "X-COS-DATA")
            .replacingOccurrences(of: "END:VEVENT", with: Self.alarm + "END:VEVENT")
        let reading = CalendarReading(foreign)
        #expect(reading.text.contains("\"x-ical\": \(Self.json)"), "\(reading.text)")
        #expect(reading.remarks.isEmpty)
        // The exchange with them says the same calendar, with the lines as this library spells them.
        let again = CalendarConversion(reading.output)
        let lines = "X-FOO;A=1;B=\"x;y\",z;C=^^^'^n:raw\\, value \\;"
        #expect(again.text.contains(lines), "\(again.text)")
        #expect(!again.calendar.residue.contains { $0.contains("x-ical") })
        #expect(CalendarReading(again.octets).isSame(as: reading.output))
        #expect(try calendar(from: again.octets) == again.octets)
    }

    @Test("in the calendar, with a time zone that nobody knows, and with tasks") func calendarLines() throws {
        let made = EventDraft().calendar().text
        let parts =
            "METHOD:PUBLISH\r\nX-BAR:1\r\nBEGIN:VTIMEZONE\r\nTZID:W. Europe Standard Time\r\nBEGIN:STANDARD\r\nDTSTART:16010101T030000\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VTODO\r\nUID:1\r\nEND:VTODO\r\n"
        let foreign = made.replacingOccurrences(of: "BEGIN:VTIMEZONE", with: parts + "BEGIN:VTIMEZONE")
        let reading = CalendarReading(foreign)
        let expected =
            #"["method",{},"unknown","PUBLISH"],["x-bar",{},"unknown","1"],["vtimezone",[["tzid",{},"unknown","W. Europe Standard Time"]],[["standard",[["dtstart",{},"unknown","16010101T030000"]],[]]]],["vtodo",[["uid",{},"unknown","1"]],[]]"#
        #expect(reading.text.contains(expected), "\(reading.text)")
        let again = CalendarConversion(reading.output)
        #expect(again.text.contains("METHOD:PUBLISH\r\nX-BAR:1\r\n"))
        #expect(again.text.contains("BEGIN:VTODO\r\nUID:1\r\nEND:VTODO\r\n"))
        #expect(CalendarReading(again.octets).isSame(as: reading.output))
        #expect(try calendar(from: again.octets) == again.octets)
    }

    @Test(
        "what would not be read back as it is stays carried",
        arguments: [
            #"[["x-foo",{},"text","v"]]"#, #"[["summary",{},"unknown","v"]]"#,
            #"[["x-foo",{},"unknown","a\nEND:VEVENT"]]"#,
            #"[["end",{},"unknown","VEVENT"]]"#, #"[["x-foo",{},"unknown",1]]"#, #"["x"]"#, #"{"a":1}"#, #""text""#,
            "[[]]",
            #"[["X-FOO",{},"unknown","v"]]"#, #"[["vevent",[],[]]]"#, #"[["x-cos-data",{},"unknown","1.e30"]]"#,
            #"[["x y",{},"unknown","v"]]"#, #"[["x-a",{"b c":"d"},"unknown","v"]]"#,
            #"[["x-a",{"b":["c"]},"unknown","v"]]"#,
            #"[["x-a:b",{},"unknown","v"]]"#, #"[["begin",{},"unknown","VALARM"]]"#,
            #"[["x-a",{"b":""},"unknown","v"],["begin",[],[]],1]"#,
            #"[["x-foo",{},"unknown",null]]"#,
            #"[["valarm",[["x-foo",{},"unknown","1"]],[]],["x-foo",{},"unknown","1"]]"#,
        ])
    func unreadable(_ json: String) throws {
        for draft in [
            EventDraft(slots: #"{"id":"s","start":"2026-05-29T10:00","end":"2026-05-29T13:00","x-ical":\#(json)}"#),
            EventDraft(header: EventDraft().header + ",\"x-ical\":\(json)"),
        ] {
            let made = draft.calendar()
            #expect(
                CalendarLaws.faults(of: made.octets).filter {
                    !$0.hasSuffix(" in VCALENDAR") && !$0.contains("X-FOO") && !$0.contains("VALARM")
                } == [])
            let reading = CalendarReading(made.octets)
            #expect(reading.isSame(as: Conversion(draft.text).output))
            #expect(reading.remarks.isEmpty)
            #expect(try calendar(from: made.octets) == made.octets)
        }
    }

    @Test("what stands before what would not be read back stays with it") func mixed() {
        let json = #"[["x-a",{},"unknown","1"],["summary",{"x":"y"},"unknown",null],["x-b",{},"unknown","2"]]"#
        let draft = EventDraft(
            slots: #"{"id":"s","start":"2026-05-29T10:00","end":"2026-05-29T13:00","x-first":1,"x-ical":\#(json)}"#)
        let made = draft.calendar()
        #expect(made.text.contains("X-B:2\r\n") && !made.text.contains("X-A:1"))
        #expect(CalendarReading(made.octets).isSame(as: Conversion(draft.text).output))
        // One that is not the last extra stays where it is.
        let other = EventDraft(
            slots:
                #"{"id":"s","start":"2026-05-29T10:00","end":"2026-05-29T13:00","x-ical":[["x-a",{},"unknown","1"]],"x-last":1}"#
        )
        #expect(!other.calendar().text.contains("X-A"))
        #expect(CalendarReading(other.calendar().octets).isSame(as: Conversion(other.text).output))
    }

    @Test("a line added to those that are carried, and one on a day that is otherwise") func added() {
        let slots =
            #"{"id":"s","start":"2026-05-29T10:00","end":"2026-05-29T13:00","overrides":[{"on":"2026-05-29","note":{"it":"n"}}],"x-ical":[["summary",{"x":"y"},"unknown",null]]}"#
        let draft = EventDraft(slots: slots)
        let text = draft.calendar().text.replacingOccurrences(of: "END:VEVENT", with: "X-B:2\r\nEND:VEVENT")
        let expected = EventDraft(
            slots: slots.replacingOccurrences(of: "null]]}", with: #"null],["x-b",{},"unknown","2"]]}"#)
                .replacingOccurrences(of: #"{"it":"n"}}"#, with: #"{"it":"n"},"x-ical":[["x-b",{},"unknown","2"]]}"#))
        let reading = CalendarReading(text)
        #expect(
            reading.isSame(as: Conversion(expected.text).output),
            "\(difference(reading.output, Conversion(expected.text).output))")
        #expect(CalendarReading(CalendarConversion(reading.output).octets).isSame(as: reading.output))
    }
}
