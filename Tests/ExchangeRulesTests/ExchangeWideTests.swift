import ExchangeDiagnostics
import ExchangeModel
import Testing

@testable import ExchangeRules

/// What only shows over several records, or over several findings.
@Suite struct ExchangeWideTests {
    private static func exchange(_ collection: String, _ records: [String]) -> String {
        Specimen.text(with: #""x-mark": 0"#, in: collection).replacing("⚡", with: "")
            .replacing(#""x-mark": 0}]"#, with: #""x-mark": 0},"# + records.joined(separator: ",") + "]")
    }

    private static func event(_ id: String, _ more: String) -> String {
        #"{"id": "\#(id)", "name": {"it": "E"}, "kind": "tour", "status": "scheduled", \#(more)}"#
    }

    @Test("records may be named before they come")
    func forward() throws {
        let events = [Self.event("a", #""partOf": "b""#), Self.event("b", #""isFree": true"#)]
        #expect(try Validation(Self.exchange("events", events)).findings.isEmpty)
    }

    @Test("parts that go round in a circle are found once, wherever the circle begins")
    func circles() throws {
        let events = [
            Self.event("a", #""partOf": "b""#), Self.event("b", #""partOf": "c""#), Self.event("c", #""partOf": "a""#),
            Self.event("d", #""partOf": "a""#), Self.event("e", #""partOf": "f""#), Self.event("f", #""partOf": "e""#),
        ]
        let findings = try Validation(Self.exchange("events", events)).findings
        #expect(findings.map(\.code) == [.circularReference, .circularReference])
        #expect(findings.map(\.location.path) == ["/events/2/partOf", "/events/6/partOf"])
        #expect(findings[0].message.contains("3 records"))
        #expect(findings[0].subject?.id == "a")
    }

    @Test("a long chain of parts is no circle")
    func chain() throws {
        let events = (0..<5000).map { Self.event("e\($0)", #""partOf": "e\#($0 + 1)""#) }
        let findings = try Validation(Self.exchange("events", events)).findings
        #expect(findings.map(\.message) == ["no event has the id \"e5000\""])
    }

    @Test("five hundred findings of one cause are told one by one, each with its record")
    func many() throws {
        let events = (0..<500).map { Self.event("e\($0)", #""places": ["cava"]"#) }
        let findings = try Validation(Self.exchange("events", events)).findings
        #expect(findings.map(\.code) == [Code](repeating: .danglingReference, count: 500))
        #expect(Set(findings.compactMap(\.subject?.id)).count == 500)
        #expect(findings.last?.location.path == "/events/501/places/0")
    }

    @Test("of references that wait for one record a hundred are told, and the others counted")
    func waiting() throws {
        let events = (0..<500).map { Self.event("e\($0)", #""cooperation": "nessuna""#) }
        let findings = try Validation(Self.exchange("events", events)).findings
        #expect(findings.map(\.code) == [Code](repeating: .danglingReference, count: 100))
        #expect(findings[0].message.contains("400 more references"))
        #expect(findings[99].message == "no cooperation has the id \"nessuna\"")
        #expect(findings[99].subject?.id == "e99")
        #expect(findings[99].location.path == "/events/101/cooperation")
    }

    @Test("the second of two ids points at the first")
    func duplicate() throws {
        let text = Specimen.text(with: #""id": ⚡"studio""#, in: "places").replacing("⚡", with: "")
        let finding = try #require(try Validation(text).findings.first)
        let first = try #require(text.firstRange(of: #""studio", "name""#))
        let offset = text[..<first.lowerBound].utf8.count
        #expect(finding.related.map(\.location.position.offset) == [offset])
    }

    @Test("a field under a misspelt name is pointed at")
    func misspelt() throws {
        let text = Specimen.text(with: #""knid": "studio""#, in: "places", without: "kind").replacing("⚡", with: "")
        let finding = try #require(try Validation(text).findings.first)
        #expect(finding.related.map(\.location.path) == ["/places/1/knid"])
        #expect(finding.related.first?.message == "\"knid\" is probably meant")
    }

    @Test("findings of a record come in the order of the input")
    func order() throws {
        let text = Specimen.text(
            with: #""url": "x y", "capacity": -1, "kind": "Tour", "slots": [{"id": "A", "start": "x", "end": "y"}]"#,
            in: "events"
        ).replacing("⚡", with: "")
        let findings = try Validation(text).findings
        #expect(findings.count == 6)
        let offsets = findings.map(\.location.position.offset)
        #expect(offsets == offsets.sorted())
    }

    @Test("a withheld place tells neither street nor coordinates")
    func withheld() throws {
        let text = Specimen.text(
            with: #""precision": "withheld", "street": {"it": "Via"}, "latitude": 44.1, "longitude": 10.1"#,
            in: "places"
        ).replacing("⚡", with: "")
        let findings = try Validation(text).findings
        #expect(findings.map(\.code) == [.privateFieldPublic, .privateFieldPublic, .privateFieldPublic])
        #expect(findings.allSatisfy { $0.severity == .error })
    }

    @Test("in an exchange of a later version an unknown code is nobody's slip")
    func newer() throws {
        let text = Specimen.text(with: #""kind": "tours""#, in: "events").replacing("⚡", with: "")
        #expect(try Validation(text).errors.map(\.code) == [.unknownVocabularyTerm])
        let newer = text.replacing(#""schemaVersion": "1.0""#, with: #""schemaVersion": "1.1""#)
        let findings = try Validation(newer).findings
        #expect(findings.map(\.code) == [.unsupportedSchemaVersion, .unknownVocabularyTerm])
        #expect(findings.allSatisfy { $0.severity == .warning })
    }

    @Test("one wrong start is one finding")
    func oneCause() throws {
        let slot =
            #"{"id": "a", "start": "2026-06-31T10:00", "end": "2026-06-30T09:00", "repeat": "FREQ=WEEKLY;BYDAY=MO", "count": 3, "except": ["2026-07-01"], "overrides": [{"on": "2026-07-02", "end": "2026-01-01T00:00"}]}"#
        let text = Specimen.text(with: #""slots": [\#(slot)]"#, in: "events").replacing("⚡", with: "")
        #expect(try Validation(text).findings.map(\.code) == [.impossibleDate])
    }
}
