import ExchangeDiagnostics
import Testing

/// What is wrong with a record only beside others.
@Suite struct SurroundingsTests {
    /// The codes that have their examples here.
    static let codes: [Code] = [.coordinatesSwapped, .outsideCity, .venueDoubleBooked, .artistDoubleBooked]

    private static func exchange(_ collection: String, _ records: [String]) -> String {
        Specimen.text(with: #""x-mark": 0"#, in: collection).replacing("⚡", with: "")
            .replacing(#""x-mark": 0}]"#, with: #""x-mark": 0},"# + records.joined(separator: ",\n") + "]")
    }

    private static func place(_ id: String, _ latitude: String, _ longitude: String) -> String {
        #"{"id": "\#(id)", "name": {"it": "Studio \#(id)"}, "kind": "studio", "city": "carrara", "precision": "exact", "#
            + #""access": "open", "latitude": \#(latitude), "longitude": \#(longitude)}"#
    }

    private static func event(
        _ id: String, _ day: String, _ start: String, _ end: String, kind: String = "tour",
        status: String = "scheduled",
        _ more: String
    ) -> String {
        #"{"id": "\#(id)", "name": {"it": "Visita \#(id)"}, "kind": "\#(kind)", "status": "\#(status)", "#
            + #""timeZone": "Europe/Rome", \#(more), "slots": [{"id": "s", "start": "2026-05-\#(day)T\#(start):00", "#
            + #""end": "2026-05-\#(day)T\#(end):00"}]}"#
    }

    private static let centre = (0..<5).map { place("c\($0)", "44.079\($0 + 1)", "10.097\($0 + 1)") }

    @Test("exchanged coordinates are told with the pair that lies in the city")
    func swapped() throws {
        let text = Self.exchange("places", Self.centre + [Self.place("x", "10.0991", "44.0801")])
        let findings = try Validation(text).findings
        #expect(findings.map(\.code) == [.coordinatesSwapped])
        let finding = try #require(findings.first)
        #expect(finding.subject == .init(kind: "place", id: "x", name: "Studio x"))
        #expect(finding.location.path == "/places/7/latitude")
        #expect(Array(text.utf8)[finding.location.position.offset...].starts(with: "10.0991".utf8))
        #expect(finding.message.contains("44.0801, 10.0991"))
        #expect(finding.suggestions == ["44.0801"])
    }

    @Test("a place far from the others of its city is told; one at its edge, and the first four of a city, are not")
    func far() throws {
        let far = [Self.place("x", "-44.0791", "10.0971"), Self.place("y", "44.4791", "10.4971")]
        let findings = try Validation(Self.exchange("places", Self.centre + far)).findings
        #expect(findings.map(\.code) == [.outsideCity])
        #expect(findings.first?.message.hasPrefix("-44.0791, 10.0971 is") == true)
        #expect(try Validation(Self.exchange("places", Self.centre.prefix(2) + far)).findings.isEmpty)
    }

    @Test("two events in one place, or with one artist, at once are told where the later one begins")
    func doubleBooked() throws {
        let place = #""places": ["studio"]"#
        let artist = #""artists": [{"ref": "pinco"}]"#
        let events = [
            Self.event("a", "08", "10:00", "12:00", place), Self.event("b", "08", "11:59", "13:00", place),
            Self.event("c", "08", "13:00", "14:00", place), Self.event("d", "09", "10:00", "18:00", artist),
            Self.event("e", "09", "11:00", "12:00", artist), Self.event("f", "09", "13:00", "14:00", artist),
        ]
        let text = Self.exchange("events", events)
        let findings = try Validation(text).findings
        #expect(findings.map(\.code) == [.venueDoubleBooked, .artistDoubleBooked, .artistDoubleBooked])
        #expect(findings.map(\.subject?.id) == ["b", "e", "f"])
        #expect(findings.first?.message == "at that time its place is taken by “Visita a” (a)")
        #expect(findings.map(\.location.path) == [3, 6, 7].map { "/events/\($0)/slots/0/start" })
        for finding in findings {
            #expect(Array(text.utf8)[finding.location.position.offset...].starts(with: "\"2026-05-0".utf8))
        }
    }

    @Test("what clashes in several ways is told once in each, the place first, in every run")
    func clashesInSeveralWays() throws {
        let both = #""places": ["studio"], "artists": [{"ref": "pinco"}, {"ref": "pinco", "role": "speaker"}]"#
        let events = [Self.event("a", "08", "10:00", "12:00", both), Self.event("b", "08", "11:00", "13:00", both)]
        let findings = try Validation(Self.exchange("events", events)).findings
        #expect(findings.map(\.code) == [.venueDoubleBooked, .artistDoubleBooked])
    }

    @Test("openings, cancelled events and other days are no clash")
    func notDoubleBooked() throws {
        let place = #""places": ["studio"]"#
        let events = [
            Self.event("a", "08", "10:00", "18:00", kind: "opening", place),
            Self.event("b", "08", "11:00", "13:00", place),
            Self.event("c", "08", "11:00", "13:00", status: "cancelled", place),
            Self.event("d", "09", "11:00", "13:00", place),
        ]
        #expect(try Validation(Self.exchange("events", events)).findings.isEmpty)
    }
}
