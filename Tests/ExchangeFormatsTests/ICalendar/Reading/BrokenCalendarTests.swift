import ExchangeDiagnostics
import ExchangeFormats
import ExchangeSyntax
import Foundation
import Testing

/// What is wrong with a line or an event stays with it.
@Suite("A broken calendar") struct BrokenCalendarTests {
    private static let draft = EventDraft(
        slots: #"{"id":"s","start":"2026-05-29T10:00","end":"2026-05-29T13:00","x-own":"è"}"#)
    private static let made = draft.calendar().text
    private static let expected = Conversion(draft.text).output

    private func reading(_ old: String, _ new: String) -> CalendarReading {
        #expect(Self.made.contains(old))
        return CalendarReading(Self.made.replacingOccurrences(of: old, with: new))
    }

    @Test("line feeds alone, blank lines, a byte order mark, tabs that fold")
    func lineEnds() {
        let text = Self.made
        for (changed, codes) in [
            (text.replacingOccurrences(of: "\r\n", with: "\n"), [Code.bareLineFeed]),
            (text.replacingOccurrences(of: "\r\n ", with: "\r\n\t"), []),
            ("\u{FEFF}" + text, []),
            (text.replacingOccurrences(of: "END:VEVENT", with: "\r\n\r\nEND:VEVENT"), []),
            (String(text.dropLast()), []),
        ] {
            let reading = CalendarReading(changed)
            #expect(reading.isSame(as: Self.expected))
            #expect(Set(reading.codes) == Set(codes), "\(reading.remarks)")
        }
    }

    @Test("folded at every octet, inside characters and escapes")
    func folds() {
        let octets = Array(Self.made.utf8)
        for index in octets.indices where octets[index] != 0x0A {
            guard index > 0, octets[index] != 0x0D, octets[index - 1] != 0x0D, octets[index - 1] != 0x0A else {
                continue
            }
            let folded = Array(octets[..<index]) + Array("\r\n ".utf8) + octets[index...]
            let reading = CalendarReading(folded)
            #expect(reading.isSame(as: Self.expected), "\(index)")
            #expect(reading.remarks.isEmpty, "\(index): \(reading.remarks)")
        }
    }

    @Test("cut off at every octet")
    func truncated() {
        let octets = Array(Self.made.utf8)
        for count in 0..<octets.count {
            let reading = CalendarReading(Array(octets.prefix(count)))
            if count < "BEGIN:VCALENDAR".utf8.count {
                #expect(reading.fault?.code == .unbalancedComponent, "\(count)")
                continue
            }
            #expect(reading.fault == nil, "\(count)")
            #expect(Conversion(reading.output).fault == nil, "\(count)")
            let isWhole = count >= octets.count - 2
            #expect(
                reading.codes.contains(.unbalancedComponent) != isWhole, "\(count): \(reading.remarks)")
        }
    }

    @Test("windows and pieces of any size", arguments: [1, 2, 7, 64, 75, 4096])
    func windows(_ size: Int) throws {
        let exchange = try Fixture.sample()
        let made = CalendarConversion(exchange).octets
        #expect(CalendarReading(made, window: size, piece: size).isSame(as: Conversion(exchange).output))
    }

    @Test("a line that is none is left out, and told of")
    func lines() {
        for (line, code) in [
            ("no colon", Code.calendarLine), ("X-A;B=\"open:v", .calendarLine), (":value", .calendarLine),
            ("X-A;=b:v", .calendarLine), ("END:VALARM", .unbalancedComponent),
        ] {
            let reading = reading("END:VEVENT", line + "\r\nEND:VEVENT")
            #expect(reading.isSame(as: Self.expected), "\(line)")
            #expect(reading.codes == [code], "\(line): \(reading.remarks)")
        }
        let calendar = reading("VERSION:2.0", "VERSION:2.0\r\nno colon")
        #expect(calendar.isSame(as: Self.expected))
        #expect(calendar.codes == [.calendarLine])
    }

    @Test("a fault is where it is in the folded original")
    func places() throws {
        let text = Self.made.replacingOccurrences(of: "END:VEVENT", with: "X-A\r\n B\r\n C\r\nEND:VEVENT")
        let place = try #require(text.range(of: "X-A\r\n B")).lowerBound
        let found = try #require(CalendarReading(text).remarks.first)
        #expect(found.location.position.offset == text.utf8.distance(from: text.startIndex, to: place))
    }

    @Test("components that are not ended, or ended twice")
    func components() {
        let open = reading("END:VEVENT\r\n", "")
        #expect(open.isSame(as: Self.expected))
        #expect(open.codes == [.unbalancedComponent])
        let twice = reading("END:VEVENT\r\n", "END:VEVENT\r\nEND:VEVENT\r\n")
        #expect(twice.isSame(as: Self.expected))
        #expect(twice.codes == [.unbalancedComponent])
        let next = reading(
            "END:VEVENT\r\n", "BEGIN:VEVENT\r\nUID:two\r\nDTSTART;TZID=Europe/Rome:20260529T100000\r\nEND:VEVENT\r\n")
        #expect(next.codes == [.unbalancedComponent])
        #expect(next.text.contains("\"uid\": \"two\""))
        let alarm = reading("END:VEVENT\r\n", "BEGIN:VALARM\r\nACTION:AUDIO\r\nEND:VEVENT\r\n")
        #expect(alarm.codes == [.unbalancedComponent])
        #expect(alarm.text.contains(#"["valarm",[["action",{},"unknown","AUDIO"]],[]]"#))
    }

    @Test("what is carried and cannot be read is told of, and the other lines are used")
    func residue() {
        for value in ["1.", "1.!", "2.e30", "", "1.e30=", "1.W10", "1.eyJzbG90cyI6W119", "1.e30", "1._____w"] {
            let text = Self.made.replacing(#/X-COS-DATA:[^:]*END/#, with: "X-COS-DATA:\(value)\r\nEND")
            let reading = CalendarReading(text)
            #expect(reading.codes == [.brokenResidue], "\(value): \(reading.remarks)")
            #expect(reading.text.contains("\"start\": \"2026-05-29T10:00\""))
            #expect(reading.text.contains("\"it\": \"Titolo\""))
            #expect(reading.text.contains("\"id\": \"e\"") && reading.text.contains("\"id\": \"s\""))
        }
        let record = reading("X-COS-ID=x:1.", "X-COS-ID=x:1.!")
        #expect(record.codes.contains(.brokenResidue))
        #expect(record.text.contains("\"baseURI\": \"https://a.example/id/\""))
    }

    @Test("an event without a UID, a time without a zone, a day that is none")
    func events() {
        let stripped = StrippedCalendarTests.strip(Self.made)
        let nameless = CalendarReading(stripped.replacing(#/UID:e[^\r]*\r\n/#, with: ""))
        #expect(nameless.codes == [.residueMissing, .missingUID])
        let floating = CalendarReading(stripped.replacingOccurrences(of: ";TZID=Europe/Rome", with: ""))
        #expect(floating.codes == [.residueMissing, .floatingTime])
        #expect(!floating.text.contains("timeZone") && floating.text.contains("\"start\": \"2026-05-29T10:00\""))
        let impossible = CalendarReading(stripped.replacingOccurrences(of: "20260529T100000", with: "20260231T100000"))
        #expect(impossible.codes == [.residueMissing, .impossibleDate])
        #expect(impossible.text.contains(#"["dtstart",{"tzid":"Europe/Rome"},"unknown","20260231T100000"]"#))
    }

    @Test("octets that are no UTF-8, noncharacters and controls")
    func octets() {
        var octets = Array(StrippedCalendarTests.strip(Self.made).utf8)
        guard let place = octets.firstRange(of: Array("Titolo".utf8)) else { return }
        octets.replaceSubrange(place, with: [0x41, 0xFF, 0xC3, 0x42, 0xEF, 0xBF, 0xBF, 0x07, 0x43])
        let reading = CalendarReading(octets)
        #expect(reading.codes == [.residueMissing, .invalidUTF8, .controlCharacter])
        #expect(reading.text.contains("\"it\": \"A\u{FFFD}\u{FFFD}B\u{FFFD}C\""), "\(reading.text)")
    }

    @Test("a line longer than the limit is left out, however it is folded")
    func limit() {
        var limits = Limits()
        limits.record = 2000
        let long = String(repeating: "x", count: 4000)
        for value in [
            long, long.enumerated().map { $0.offset % 70 == 69 ? "\r\n \($0.element)" : "\($0.element)" }.joined(),
        ] {
            let text = Self.made.replacingOccurrences(of: "END:VEVENT", with: "X-LONG:\(value)\r\nEND:VEVENT")
            let reading = CalendarReading(Array(text.utf8), window: 64, limits: limits)
            #expect(reading.codes == [.limitExceeded])
            #expect(reading.isSame(as: Self.expected))
        }
    }

    @Test(
        "what does not look like a calendar at all",
        arguments: ["", "{}", "a;b;c\n1;2;3\n", "BEGIN:VCARD\r\nEND:VCARD\r\n", "\u{0}\u{0}\r\n"])
    func nothing(_ text: String) {
        let reading = CalendarReading(text)
        #expect(reading.fault?.code == .unbalancedComponent)
        #expect(reading.codes.allSatisfy { $0 != .residueMissing })
    }

    @Test("a thousand components within each other, and as many parameters")
    func deep() {
        let begins = (0..<1000).map { "BEGIN:X-\($0)\r\n" }.joined()
        let ends = (0..<1000).reversed().map { "END:X-\($0)\r\n" }.joined()
        let nested = reading("END:VEVENT", begins + ends + "END:VEVENT")
        #expect(nested.isSame(as: Self.expected))
        #expect(nested.codes == [.tooDeep])
        let parameters = (0..<1000).map { ";P\($0)=\($0)" }.joined()
        let wide = reading("END:VEVENT", "X-A\(parameters):v\r\nEND:VEVENT")
        #expect(wide.remarks.isEmpty && wide.text.contains("\"p999\":\"999\""))
        #expect(CalendarReading(CalendarConversion(wide.output).octets).isSame(as: wide.output))
    }

    @Test("some types and some fields are read, and no others")
    func selection() throws {
        let made = CalendarConversion(try Fixture.sample()).text
        let places = CalendarReading(made, selection: .none.with(.place, ["id", "name"]))
        #expect(
            places.text.contains("\"places\"") && !places.text.contains("\"events\"")
                && !places.text.contains("latitude"))
        let events = CalendarReading(made, selection: .none.with(.event, ["id", "slots"]))
        #expect(events.text.contains("\"slots\"") && !events.text.contains("\"status\": \"scheduled\","))
    }
}
