import ExchangeDiagnostics
import ExchangeFormats
import Foundation
import Testing

/// What is made of a calendar that has lost what it carried.
@Suite("A calendar without residue") struct StrippedCalendarTests {
    /// Takes the lines away that begin with `X-`, as some programs do.
    static func strip(_ text: String) -> String {
        text.replacingOccurrences(of: "\r\n ", with: "").components(separatedBy: "\r\n").filter { !$0.hasPrefix("X-") }
            .joined(separator: "\r\n")
    }

    @Test("events, places and the header are rebuilt") func sample() throws {
        let stripped = Self.strip(CalendarConversion(try Fixture.sample()).text)
        let reading = CalendarReading(stripped)
        #expect(reading.fault == nil)
        #expect(reading.codes.filter { $0 == .residueMissing }.count == 1)
        #expect(reading.codes.filter { $0 != .residueMissing } == [], "\(reading.remarks)")
        let original = try tree(Fixture.sample())
        let rebuilt = try tree(reading.output)
        #expect(rebuilt["id"] as? String == original["id"] as? String)
        #expect(rebuilt["baseURI"] as? String == original["baseURI"] as? String)
        #expect(rebuilt["generated"] as? String == original["generated"] as? String)
        #expect(rebuilt["format"] as? String == "cos-exchange")
        let events = try #require(rebuilt["events"] as? [[String: Any]])
        let known = try #require(original["events"] as? [[String: Any]])
        #expect(events.count == known.filter { ($0["slots"] as? [Any])?.isEmpty == false }.count)
        let places = Set((rebuilt["places"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String })
        for event in events {
            let other = try #require(known.first { $0["id"] as? String == event["id"] as? String })
            for name in ["kind", "timeZone", "url", "revision", "updated"] {
                guard let value = other[name] else { continue }
                #expect("\(event[name] ?? "-")" == "\(value)", "\(name) of \(event["id"] ?? "")")
            }
            let slots = try #require(event["slots"] as? [[String: Any]])
            for (slot, otherSlot) in zip(slots, other["slots"] as? [[String: Any]] ?? []) {
                for name in ["id", "start", "end", "repeat", "until", "count", "except"] {
                    #expect("\(slot[name] ?? "-")" == "\(otherSlot[name] ?? "-")", "\(name) of \(event["id"] ?? "")")
                }
            }
            for place in event["places"] as? [String] ?? [] { #expect(places.contains(place)) }
        }
    }

    @Test("and written as a calendar again, and read", arguments: Fixture.names) func again(_ name: String) throws {
        let stripped = Self.strip(CalendarConversion(try Fixture.exchange(name)).text)
        let reading = CalendarReading(stripped)
        #expect(reading.fault == nil)
        let made = CalendarConversion(reading.output)
        let second = CalendarReading(made.octets)
        #expect(second.isSame(as: reading.output), "\(difference(second.output, reading.output))")
        #expect(second.remarks.isEmpty, "\(second.remarks.prefix(3))")
        // Neither times nor titles have changed.
        let (before, after) = (ReadCalendar(Array(stripped.utf8)), made.calendar)
        for line in ["DTSTART", "DTEND", "EXDATE", "RECURRENCE-ID", "SUMMARY", "STATUS", "UID"] {
            #expect(before.events.map { $0.value(line) } == after.events.map { $0.value(line) }, "\(line)")
        }
    }

    @Test("places from locations, artists from participants, codes from categories") func places() {
        let reading = CalendarReading(
            """
            BEGIN:VCALENDAR\r
            VERSION:2.0\r
            PRODID:-//a//b//EN\r
            X-WR-CALNAME:Altro\r
            X-WR-TIMEZONE:Europe/Rome\r
            BEGIN:VEVENT\r
            UID:One@Other.example\r
            DTSTAMP:20260101T000000Z\r
            DTSTART:20260529T080000Z\r
            DTEND:20260529T100000Z\r
            SUMMARY;LANGUAGE=it:Titolo\r
            LOCATION:Bottega\\, Via Prova 1\r
            GEO:44.10;10.2\r
            CATEGORIES:Workshop,sculpture,Feste\r
            TRANSP:OPAQUE\r
            STATUS:CANCELLED\r
            BEGIN:PARTICIPANT\r
            PARTICIPANT-TYPE:SPEAKER\r
            SUMMARY:Pinco Pallino\r
            END:PARTICIPANT\r
            END:VEVENT\r
            BEGIN:VEVENT\r
            UID:two\r
            DTSTAMP:20260101T000000Z\r
            DTSTART;VALUE=DATE:20260601\r
            SUMMARY:Due\r
            LOCATION:Bottega\\, Via Prova 1\r
            END:VEVENT\r
            END:VCALENDAR\r

            """)
        #expect(reading.codes == [.residueMissing])
        let text = reading.text
        #expect(text.contains(#""places": ["bottega"]"#) && text.contains(#""latitude": 44.1"#), "\(text)")
        #expect(text.contains(#"{"ref": "pinco-pallino", "role": "speaker"}"#), "\(text)")
        #expect(text.contains(#""kind": "workshop""#) && text.contains(#""disciplines": ["sculpture"]"#))
        #expect(text.contains(#"["categories",{},"unknown","Workshop,sculpture,Feste"]"#))
        #expect(text.contains(#"["transp",{},"unknown","OPAQUE"]"#))
        #expect(text.contains(#""start": "2026-05-29T10:00""#) && text.contains(#""timeZone": "Europe/Rome""#))
        #expect(text.contains(#""start": "2026-06-01""#) && text.contains(#""end": "2026-06-01""#))
        #expect(text.contains(#""status": "cancelled""#) && text.contains(#""uid": "One@Other.example""#))
        #expect(CalendarReading(CalendarConversion(reading.output).octets).isSame(as: reading.output))
    }

    @Test("components in any order belong to the same events", arguments: Fixture.names) func shuffled(_ name: String)
        throws
    {
        for strips in [false, true] {
            let made = CalendarConversion(try Fixture.exchange(name)).text
            let text = strips ? Self.strip(made) : made
            let expected = CalendarReading(text)
            var parts = text.components(separatedBy: "BEGIN:VEVENT\r\n")
            let head = parts.removeFirst()
            guard let last = parts.popLast() else { return }
            parts.append(last.replacingOccurrences(of: "END:VCALENDAR\r\n", with: ""))
            for seed in 1...3 {
                var random = SeededRandom(seed: UInt64(seed))
                let shuffled = parts.shuffled(using: &random)
                let reading = CalendarReading(
                    head + shuffled.map { "BEGIN:VEVENT\r\n" + $0 }.joined() + "END:VCALENDAR\r\n")
                let left = try events(expected.output), right = try events(reading.output)
                #expect(left.keys.sorted() == right.keys.sorted())
                if strips { continue }
                for (id, event) in left { #expect(right[id] == event, "\(id)") }
            }
        }
    }

    /// The events of an exchange by their ids, with their slots sorted.
    private func events(_ exchange: [UInt8]) throws -> [String: String] {
        var events: [String: String] = [:]
        for event in try tree(exchange)["events"] as? [[String: Any]] ?? [] {
            var copy = event
            let slots = (event["slots"] as? [[String: Any]] ?? []).map { canonical($0) }.sorted()
            copy["slots"] = slots
            events[event["id"] as? String ?? ""] = canonical(copy)
        }
        return events
    }

    private func canonical(_ value: Any) -> String {
        let data = try? JSONSerialization.data(withJSONObject: value, options: [.sortedKeys])
        return String(decoding: data ?? Data(), as: UTF8.self)
    }

    private func tree(_ octets: [UInt8]) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(octets)) as? [String: Any])
    }
}
