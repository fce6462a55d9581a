import ExchangeDiagnostics
import ExchangeFormats
import Foundation
import Testing

/// A calendar that somebody edited in another program reads back as that edit, and nothing else.
@Suite("A calendar that was edited") struct CalendarEditTests {
    private static let exchange = """
        {"format":"cos-exchange","schemaVersion":"1.0","id":"x","name":{"it":"Studi"},"baseURI":"https://a.example/id/",\
        "generated":"2026-05-04T09:00:00Z","languages":["it","en"],\
        "cities":[{"id":"carrara","name":{"it":"Carrara"}}],\
        "places":[{"id":"p","name":{"it":"Bottega"},"city":"carrara","street":{"it":"Via Prova 1"},"latitude":44.0793,\
        "longitude":10.0977,"precision":"exact"},{"id":"q","name":{"it":"Fonderia"},"city":"carrara","precision":"city"}],\
        "events":[\
        {"id":"a","name":{"en":"Open","it":"Aperto"},"description":{"it":"Una riga, e due"},"kind":"opening","status":"scheduled",\
        "places":["p"],"disciplines":["sculpture","design"],"timeZone":"Europe/Rome","revision":3,\
        "slots":[{"id":"am","start":"2026-05-29T10:00","end":"2026-05-29T13:00","repeat":"FREQ=WEEKLY;BYDAY=FR","until":"2026-06-26",\
        "except":["2026-06-12"],"note":{"it":"n"},"overrides":[{"on":"2026-06-05","start":"2026-06-05T11:00","note":{"it":"Tardi"}}]},\
        {"id":"pm","start":"2026-05-30T15:00:00","end":"2026-05-30T18:00"}]},\
        {"id":"b","name":{"it":"Mostra"},"kind":"exhibition","status":"scheduled","places":["p","q"],"timeZone":"Africa/Cairo",\
        "slots":[{"id":"s","start":"2026-06-01T10:00","end":"2026-06-01T12:00","x-own":1}]},\
        {"id":"c","name":{"it":"Senza data"},"kind":"talk","status":"scheduled"}]}
        """

    /// Edits a calendar of the exchange, reads it, and compares it with the exchange edited alike.
    private func check(
        _ calendar: [(String, String)], _ exchange: [(String, String)], codes: [Code] = [],
        cancelled: CalendarOptions.Cancelled = .status, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        var text = CalendarConversion(Self.exchange, cancelled: cancelled).text.replacingOccurrences(
            of: "\r\n ", with: "")
        for (old, new) in calendar {
            #expect(text.contains(old), "\(old) is not in the calendar", sourceLocation: sourceLocation)
            guard let range = text.range(of: old) else { continue }
            text.replaceSubrange(range, with: new)
        }
        var edited = Self.exchange
        for (old, new) in exchange {
            #expect(edited.contains(old), "\(old) is not in the exchange", sourceLocation: sourceLocation)
            guard let range = edited.range(of: old) else { continue }
            edited.replaceSubrange(range, with: new)
        }
        let reading = CalendarReading(text)
        let expected = Conversion(edited).output
        #expect(reading.isSame(as: expected), "\(difference(reading.output, expected))", sourceLocation: sourceLocation)
        #expect(reading.codes == codes, "\(reading.remarks)", sourceLocation: sourceLocation)
    }

    @Test("a title") func title() {
        check(
            [("SUMMARY;LANGUAGE=it:Mostra", "SUMMARY;LANGUAGE=it:Mostra\\, seconda")],
            [("\"Mostra\"", "\"Mostra, seconda\"")])
        check([("SUMMARY;LANGUAGE=it:Mostra", "summary:Mostra 2")], [("\"Mostra\"", "\"Mostra 2\"")])
    }

    @Test("the title of one of an event's dates") func titleOfSlot() {
        check(
            [("SUMMARY;LANGUAGE=it:Aperto", "SUMMARY;LANGUAGE=it:Apertissimo")],
            [("\"it\":\"Aperto\"", "\"it\":\"Apertissimo\"")], codes: [.derivedDiffers, .slotTextDiffers])
    }

    @Test("a description, changed and taken away") func description() {
        let line = "DESCRIPTION;LANGUAGE=it:Una riga\\, e due"
        check(
            [
                (line, "DESCRIPTION;LANGUAGE=it:Tre\\nrighe"), (line, "DESCRIPTION;LANGUAGE=it:Tre\\nrighe"),
                (line, "DESCRIPTION;LANGUAGE=it:Tre\\nrighe"),
            ],
            [("Una riga, e due", "Tre\\nrighe")])
        check(
            [(line + "\r\n", ""), (line + "\r\n", ""), (line + "\r\n", "")],
            [("\"description\":{\"it\":\"Una riga, e due\"},", "")])
    }

    @Test("an event moved by drag") func moved() {
        check(
            [
                ("DTSTART;TZID=Africa/Cairo:20260601T100000", "DTSTART;TZID=Africa/Cairo:20260602T143000"),
                ("DTEND;TZID=Africa/Cairo:20260601T120000", "DTEND;TZID=Africa/Cairo:20260602T163000"),
            ], [("2026-06-01T10:00", "2026-06-02T14:30"), ("2026-06-01T12:00", "2026-06-02T16:30")])
        // A spelling that means another time loses to the line.
        check(
            [("DTSTART;TZID=Europe/Rome:20260530T150000", "DTSTART;TZID=Europe/Rome:20260530T160000")],
            [("2026-05-30T15:00:00", "2026-05-30T16:00")])
    }

    @Test("times in UTC, in another zone, and as a duration, that mean the same") func respelled() {
        check(
            [
                ("DTEND;TZID=Africa/Cairo:20260601T120000", "DURATION:PT2H"),
                ("DTEND;TZID=Europe/Rome:20260530T180000", "DTEND:20260530T160000Z"),
                ("DTSTART;TZID=Europe/Rome:20260530T150000", "DTSTART;TZID=\"Africa/Cairo\";x-a=b:20260530T160000"),
            ],
            [
                (
                    "\"end\":\"2026-05-30T18:00\"",
                    #""end":"2026-05-30T18:00","x-ical":[["dtstart",{"tzid":"Africa/Cairo","x-a":"b"},"unknown",null]]"#
                )
            ])
    }

    @Test("one occurrence moved") func occurrence() {
        check(
            [
                ("DTSTART;TZID=Europe/Rome:20260605T110000", "DTSTART;TZID=Europe/Rome:20260605T123000"),
                ("DTEND;TZID=Europe/Rome:20260605T140000", "DTEND;TZID=Europe/Rome:20260605T153000"),
            ], [("\"start\":\"2026-06-05T11:00\"", "\"start\":\"2026-06-05T12:30\"")])
        check(
            [("DTEND;TZID=Europe/Rome:20260605T140000", "DTEND;TZID=Europe/Rome:20260605T143000")],
            [("\"start\":\"2026-06-05T11:00\"", "\"start\":\"2026-06-05T11:00\",\"end\":\"2026-06-05T14:30\"")])
    }

    /// A component that a program adds when one occurrence is changed.
    private static func occurrence(_ lines: String) -> String {
        "BEGIN:VEVENT\r\nUID:a~am~id@a.example\r\nDTSTAMP:20260504T090000Z\r\n"
            + "RECURRENCE-ID;TZID=Europe/Rome:20260619T100000\r\n\(lines)\r\n"
            + "SUMMARY;LANGUAGE=it:Aperto\r\nLOCATION;LANGUAGE=it:Bottega\\, Via Prova 1\\, Carrara\r\nGEO:44.0793;10.0977\r\n"
            + "TRANSP:TRANSPARENT\r\nDESCRIPTION;LANGUAGE=it:Una riga\\, e due\r\nCATEGORIES:opening,sculpture,design\r\n"
            + "SEQUENCE:3\r\nEND:VEVENT\r\nEND:VCALENDAR"
    }

    @Test("one more occurrence moved, or cancelled") func newOccurrence() {
        check(
            [
                (
                    "END:VCALENDAR",
                    Self.occurrence(
                        "DTSTART;TZID=Europe/Rome:20260620T100000\r\nDTEND;TZID=Europe/Rome:20260620T130000\r\nSTATUS:CONFIRMED"
                    )
                )
            ],
            [("\"Tardi\"}}]", "\"Tardi\"}},{\"on\":\"2026-06-19\",\"start\":\"2026-06-20T10:00\"}]")],
            codes: [.orderUnknown])
        check(
            [
                (
                    "END:VCALENDAR",
                    Self.occurrence(
                        "DTSTART;TZID=Europe/Rome:20260619T100000\r\nDTEND;TZID=Europe/Rome:20260619T130000\r\nSTATUS:CANCELLED"
                    )
                )
            ],
            [("\"Tardi\"}}]", "\"Tardi\"}},{\"on\":\"2026-06-19\",\"status\":\"cancelled\"}]")], codes: [.orderUnknown])
    }

    @Test("an occurrence excepted, and one that was is no more") func exceptions() {
        let line = "EXDATE;TZID=Europe/Rome:20260612T100000"
        check([(line, line + ",20260619T100000")], [("\"2026-06-12\"]", "\"2026-06-12\",\"2026-06-19\"]")])
        check([(line, line + "\r\nEXDATE:20260619T080000Z")], [("\"2026-06-12\"]", "\"2026-06-12\",\"2026-06-19\"]")])
        check([(line + "\r\n", "")], [("\"except\":[\"2026-06-12\"],", "")])
    }

    @Test("an occurrence that was otherwise is deleted, or as the others again") func removedOverride() throws {
        let text = CalendarConversion(Self.exchange).text.replacingOccurrences(of: "\r\n ", with: "")
        let component = try #require(
            text.components(separatedBy: "BEGIN:VEVENT").first { $0.contains("RECURRENCE-ID") })
        let override = #","overrides":[{"on":"2026-06-05","start":"2026-06-05T11:00","note":{"it":"Tardi"}}]"#
        check([("BEGIN:VEVENT" + component, "")], [(override, "")])
        let line = "EXDATE;TZID=Europe/Rome:20260612T100000"
        check(
            [("BEGIN:VEVENT" + component, ""), (line, line + ",20260605T100000")],
            [(override, ""), ("\"2026-06-12\"]", "\"2026-06-12\",\"2026-06-05\"]")])
    }

    @Test("a rule, its end, its count") func rules() {
        check(
            [
                (
                    "RRULE:FREQ=WEEKLY;BYDAY=FR;UNTIL=20260626T215959Z",
                    "RRULE:BYDAY=FR;UNTIL=20260626T215959Z;freq=weekly"
                )
            ], [])
        check(
            [
                (
                    "RRULE:FREQ=WEEKLY;BYDAY=FR;UNTIL=20260626T215959Z",
                    "RRULE:FREQ=WEEKLY;UNTIL=20260703T080000Z;BYDAY=FR,SA"
                )
            ],
            [("FREQ=WEEKLY;BYDAY=FR", "FREQ=WEEKLY;BYDAY=FR,SA"), ("\"2026-06-26\"", "\"2026-07-03T10:00\"")])
        check(
            [("RRULE:FREQ=WEEKLY;BYDAY=FR;UNTIL=20260626T215959Z", "RRULE:FREQ=WEEKLY;COUNT=07;BYDAY=FR")],
            [("\"until\":\"2026-06-26\"", "\"count\":7")])
    }

    @Test("an event cancelled") func cancelled() {
        check(
            [("SUMMARY;LANGUAGE=it:Mostra", "X:y\r\nSUMMARY;LANGUAGE=it:Mostra"), ("X:y\r\n", "")], [])
        let parts = CalendarConversion(Self.exchange).text.replacingOccurrences(of: "\r\n ", with: "")
            .components(separatedBy: "SUMMARY;LANGUAGE=it:Mostra")
        let tail = parts[1].replacingOccurrences(of: "STATUS:CONFIRMED", with: "STATUS:CANCELLED")
        let reading = CalendarReading(parts[0] + "SUMMARY;LANGUAGE=it:Mostra" + tail)
        let edited = Self.exchange.replacingOccurrences(
            of: #""kind":"exhibition","status":"scheduled""#, with: #""kind":"exhibition","status":"cancelled""#)
        #expect(reading.isSame(as: Conversion(edited).output))
        #expect(reading.codes == [.derivedDiffers])
        #expect(reading.remarks.first?.location.path == "/events/1/status")
    }

    @Test("a line that is made from other data is told of, and the data stays") func derived() {
        check(
            [
                (
                    "LOCATION;LANGUAGE=it:Bottega\\, Via Prova 1\\, Carrara\\; Fonderia",
                    "LOCATION;LANGUAGE=it:Altrove\\; Fonderia"
                )
            ], [], codes: [.derivedDiffers])
        check([("CATEGORIES:exhibition", "CATEGORIES:exhibition,other")], [], codes: [.derivedDiffers])
    }

    @Test("the calendar's own title and page, and its date") func header() {
        check(
            [("NAME;LANGUAGE=it:Studi", "NAME;LANGUAGE=it:Studi\\, altri")],
            [("{\"it\":\"Studi\"}", "{\"it\":\"Studi, altri\"}")],
            codes: [.derivedDiffers])
        check([("LAST-MODIFIED:20260504T090000Z", "LAST-MODIFIED:20260505T090000Z")], [], codes: [.derivedDiffers])
        check([("NAME;LANGUAGE=it:Studi\r\n", ""), ("PRODID:-//cos-exchange", "PRODID:-//other")], [])
    }

    @Test("spellings that programs change say the same") func spellings() {
        check(
            [
                ("GEO:44.0793;10.0977", "GEO:44.079300;10.09770"),
                ("CATEGORIES:opening,sculpture,design", "CATEGORIES:opening\r\nCATEGORIES:sculpture,design"),
                ("CATEGORIES:opening,sculpture,design", "CATEGORIES:opening\\,sculpture\\,design"),
                ("SUMMARY;LANGUAGE=it:Mostra", "SUMMARY;language=\"it\":Mostra"),
                ("STATUS:CONFIRMED", "status:Confirmed"),
            ], [])
    }

    @Test("an event added, one deleted, one given another UID") func events() {
        check(
            [
                (
                    "END:VCALENDAR",
                    "BEGIN:VEVENT\r\nUID:1A-b\r\nDTSTAMP:20260601T000000Z\r\nDTSTART;TZID=Africa/Cairo:20260701T100000\r\n"
                        + "DTEND;TZID=Africa/Cairo:20260701T110000\r\nSUMMARY:Nuovo\\; evento\r\nLOCATION:Bottega\\, Via Prova 1\\, Carrara\r\n"
                        + "X-FOO;A=1:b\\,c\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT5M\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR"
                )
            ],
            [
                (
                    #"{"id":"c""#,
                    #"{"id":"1a-b-ID","name":{"it":"Nuovo; evento"},"kind":"other","status":"scheduled","places":["p"],"timeZone":"Africa/Cairo","updated":"2026-06-01T00:00:00Z","#
                        .replacingOccurrences(of: "1a-b-ID", with: Self.token)
                        + #""slots":[{"id":"\#(Self.token)","start":"2026-07-01T10:00","end":"2026-07-01T11:00","uid":"1A-b","x-ical":[["x-foo",{"a":"1"},"unknown","b\\,c"],["valarm",[["action",{},"unknown","DISPLAY"],["trigger",{},"unknown","-PT5M"]],[]]]}]},{"id":"c""#
                )
            ].map { (String($0.0), "\($0.1)") }.map { Self.behindLast($0) })
        check(
            [("UID:b~s~id@a.example", "UID:other\\,uid")], [("\"x-own\":1", "\"uid\":\"other,uid\",\"x-own\":1")])
    }

    /// What an event that was added is called: its UID in small letters, and a hash that tells it from others.
    private static let token =
        "1a-b-"
        + {
            var hash: UInt32 = 0x811C_9DC5
            for octet in "1A-b".utf8 { hash = (hash ^ UInt32(octet)) &* 0x0100_0193 }
            let digits = String(hash, radix: 16)
            return String(repeating: "0", count: 8 - digits.count) + digits
        }()

    /// The event without a date is the third, which an event more does not move.
    private static func behindLast(_ edit: (String, String)) -> (String, String) {
        let last = #"{"id":"c","name":{"it":"Senza data"},"kind":"talk","status":"scheduled"}"#
        return (last, last + "," + edit.1.replacingOccurrences(of: #",{"id":"c""#, with: ""))
    }

    @Test("an event deleted") func deleted() throws {
        let text = CalendarConversion(Self.exchange).text
        let first = try #require(text.range(of: "BEGIN:VEVENT\r\nUID:b~"))
        let reading = CalendarReading(text[..<first.lowerBound] + "END:VCALENDAR\r\n")
        let edited = Self.exchange.replacing(#/,\{"id":"b".*"x-own":1\}\]\}/#, with: "")
        let expected = Conversion(edited).output
        #expect(reading.isSame(as: expected), "\(difference(reading.output, expected))")
        #expect(reading.remarks.isEmpty)
    }
}
