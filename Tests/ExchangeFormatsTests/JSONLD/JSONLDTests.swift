import ExchangeDiagnostics
import ExchangeFormats
import Foundation
import Testing

@Suite("JSON-LD")
struct JSONLDTests {
    private typealias Object = [String: Any]

    @Test("of every fixture has only types, properties and members that schema.org has", arguments: Fixture.names)
    func vocabulary(_ name: String) throws {
        let export = try Export(.jsonld, Fixture.exchange(name))
        for node in try export.items() { check(node, in: "the graph") }
        #expect(export.isStrictJSON)
    }

    /// Properties whose values are maps of languages.
    private static let localised: Set<String> = [
        "name", "description", "accessibilitySummary", "creditText", "streetAddress", "addressLocality",
    ]

    private func check(_ node: [String: Any], in place: String) {
        guard let type = node["@type"] as? String else {
            #expect(Set(node.keys) == ["@id"], "\(place): \(node)")
            return
        }
        #expect(SchemaOrgVocabulary.parents[type] != nil, "\(type)")
        for (property, value) in node where !property.hasPrefix("@") {
            #expect(SchemaOrgVocabulary.allows(property, of: type), "\(type).\(property)")
            if let members = SchemaOrgVocabulary.members[property] {
                #expect((value as? String).map(members.contains) == true, "\(property): \(value)")
            }
            if Self.localised.contains(property), let map = value as? [String: Any] {
                #expect(map.keys.allSatisfy { $0.wholeMatch(of: /[A-Za-z0-9-]+/) != nil })
                continue
            }
            for inner in (value as? [Any]) ?? [value] {
                if let inner = inner as? [String: Any] { check(inner, in: "\(type).\(property)") }
            }
        }
    }

    @Test("of every fixture is understood by PyLD, nothing lost on the way")
    func peer() throws {
        guard Peer.hasPython(["pyld"], for: "JSON-LD as PyLD reads it") else { return }
        let peer = try Peer()
        let paths = try Fixture.names.map { name in
            try peer.file("\(name).jsonld", Export(.jsonld, Fixture.exchange(name)).octets)
        }
        peer.check("json_ld.py", paths)
    }

    @Test("has a node for every record")
    func countsNodes() throws {
        let input = try Fixture.exchange("sample")
        let document = try #require(JSONSerialization.jsonObject(with: Data(input)) as? Object)
        let records = document.values.compactMap { $0 as? [Object] }.map(\.count).reduce(1, +)
        #expect(try Export(.jsonld, input).items().count == records)
    }

    @Test(
        "gives a single slot the offset of its zone on that day",
        arguments: [
            ("Europe/Rome", "2026-05-29T10:00:00+02:00"), ("Africa/Dakar", "2026-05-29T10:00:00+00:00"),
            ("Asia/Shanghai", "2026-05-29T10:00:00+08:00"), ("America/St_Johns", "2026-05-29T10:00:00-02:30"),
            ("Nowhere/Else", "2026-05-29T10:00:00"),
        ])
    func offsets(_ zone: String, _ start: String) throws {
        let node = try ShortEvent(zone: zone).node()
        #expect(node["startDate"] as? String == start)
        #expect(node["eventSchedule"] == nil)
    }

    @Test("leaves whole days as days")
    func days() throws {
        let node = try ShortEvent(slots: #"{"id":"s","start":"2026-05-29","end":"2026-05-31"}"#).node()
        #expect(node["startDate"] as? String == "2026-05-29")
        #expect(node["endDate"] as? String == "2026-05-31")
    }

    @Test("makes a schedule of a slot that is repeated, and a part of each day that is otherwise")
    func schedules() throws {
        let slots = #"""
            {"id":"s","start":"2026-05-29T10:00","end":"2026-05-29T13:00","repeat":"FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR;BYMONTH=5,7","until":"2026-08-01","except":["2026-07-31"],"note":{"it":"N"},"uid":"u@v","overrides":[{"on":"2026-05-29","start":"2026-05-29T11:00","status":"rescheduled","note":{"it":"Tardi"},"places":["p"]},{"on":"2026-07-31","status":"cancelled"}]}
            """#
        let node = try ShortEvent(slots: slots).node()
        #expect(node["startDate"] == nil)
        let schedule = try #require((node["eventSchedule"] as? [Object])?.first)
        #expect(schedule["repeatFrequency"] as? String == "P2M")
        #expect(schedule["byDay"] as? [String] == ["-1FR"])
        #expect(schedule["byMonth"] as? [Int] == [5, 7])
        #expect(schedule["startDate"] as? String == "2026-05-29")
        #expect(schedule["startTime"] as? String == "10:00:00")
        #expect(schedule["endTime"] as? String == "13:00:00")
        #expect(schedule["endDate"] as? String == "2026-08-01")
        #expect(schedule["exceptDate"] as? [String] == ["2026-07-31"])
        #expect(schedule["scheduleTimezone"] as? String == "Europe/Rome")
        #expect(schedule["identifier"] as? String == "u@v")
        let parts = try #require(node["subEvent"] as? [Object])
        #expect(parts.count == 2)
        #expect(parts[0]["@id"] as? String == "event/e/s/2026-05-29")
        #expect(parts[0]["startDate"] as? String == "2026-05-29T11:00:00+02:00")
        // It takes as long as usual.
        #expect(parts[0]["endDate"] as? String == "2026-05-29T14:00:00+02:00")
        #expect(parts[0]["eventStatus"] as? String == "EventRescheduled")
        #expect(parts[0]["location"] as? [[String: String]] == [["@id": "place/p"]])
        #expect(parts[1]["startDate"] as? String == "2026-07-31T10:00:00+02:00")
        #expect(parts[1]["eventStatus"] as? String == "EventCancelled")
    }

    @Test("makes parts of several slots that happen once")
    func parts() throws {
        let slots =
            #"{"id":"a","start":"2026-05-29T10:00","end":"2026-05-29T13:00"},{"id":"b","start":"2026-05-30","end":"2026-05-30"}"#
        let parts = try #require(ShortEvent(slots: slots).node()["subEvent"] as? [Object])
        #expect(parts.map { $0["@id"] as? String } == ["event/e/a", "event/e/b"])
        #expect(parts.map { $0["startDate"] as? String } == ["2026-05-29T10:00:00+02:00", "2026-05-30"])
    }

    @Test(
        "derives how an event is attended",
        arguments: [
            (#""places":["p"]"#, "OfflineEventAttendanceMode"),
            (#""online":["https://a.example/"]"#, "OnlineEventAttendanceMode"),
            (#""places":["p"],"online":["https://a.example/"]"#, "MixedEventAttendanceMode"),
            (#""booking":"none""#, nil),
        ])
    func attendance(_ members: String, _ mode: String?) throws {
        let node = try ShortEvent(members: #""kind":"talk","status":"scheduled","# + members).node()
        #expect(node["eventAttendanceMode"] as? String == mode)
        #expect((node["location"] as? [Object])?.isEmpty != true)
    }

    @Test("says of those who take part what schema.org has a word for, and counts the rest")
    func roles() throws {
        let members = #"""
            "kind":"tour","artists":[{"ref":"a","role":"host"},{"ref":"b"},{"ref":"c","role":"curator"}],"organisations":[{"ref":"https://b.example/o","role":"organiser"},{"ref":"f","role":"funder"}]
            """#
        let event = ShortEvent(members: members)
        let node = try event.node()
        func ids(_ term: String) -> [String] { (node[term] as? [[String: String]])?.compactMap { $0["@id"] } ?? [] }
        #expect(ids("performer") == ["artist/a", "artist/b"])
        #expect(ids("contributor") == ["artist/c"])
        #expect(ids("organizer") == ["https://b.example/o"])
        #expect(ids("funder") == ["organisation/f"])
        #expect(
            try Export(.jsonld, event.text).losses.contains(
                "event.artists: its exact role of 2 records is not in JSON-LD"))
    }

    @Test("never tells what a person has agreed to, and withholds what must be withheld", arguments: Fixture.names)
    func privacy(_ name: String) throws {
        for isPrivate in [true, false] {
            let export = try Export(.jsonld, Fixture.exchange(name), isPrivate: isPrivate)
            #expect(!export.text.contains(/"consent\w*":/))
        }
    }

    @Test("reports each field that it drops once, with how many records have it")
    func losses() throws {
        let others = #""cities":[{"id":"a","memberSince":2017},{"id":"b","memberSince":2018,"x-y":1}],"#
        let export = try Export(.jsonld, ShortEvent(others: others).text)
        #expect(export.losses.contains("city.memberSince of 2 records is not in JSON-LD"))
        #expect(export.losses.contains("city: members that no field claims, of 1 record is not in JSON-LD"))
        #expect(Set(export.losses).count == export.losses.count)
        #expect(export.remarks.allSatisfy { $0.code == .jsonLDDrops && $0.severity == .note })
    }

    @Test("makes global names of ids whatever they hold, and of a base that ends in whatever")
    func names() throws {
        let others = #""cities":[{"id":"a b/ü"}],"places":[{"id":"p","city":"a b/ü"}],"#
        let nodes = try Export(.jsonld, ShortEvent(others: others).text).items()
        #expect(nodes[1]["@id"] as? String == "city/a%20b%2F%C3%BC")
        #expect((nodes[2]["containedInPlace"] as? [[String: String]])?.first?["@id"] == "city/a%20b%2F%C3%BC")
        let hashed = try Export(.jsonld, ShortEvent(header: #""id":"x","baseURI":"https://a.example/d#""#).text)
        #expect(try hashed.items().last?["@id"] as? String == "https://a.example/d#event/e")
        #expect(try (hashed.document()["@context"] as? Object)?["@base"] == nil)
    }

    @Test("is JSON, of whatever exchange it is made")
    func generated() throws {
        try GeneratedCases.check("JSON-LD", oneIn: 5) { document in
            let export = try Export(.jsonld, document.octets)
            if !export.isStrictJSON { return "no strict JSON: \(export.text)" }
            return (try? export.items()) == nil ? "no graph: \(export.text)" : nil
        }
    }
}
