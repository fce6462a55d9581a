import Foundation
import Testing

@testable import cos_exchange

@Suite("An inspection")
struct InspectionTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("says what is in the sample, for people")
    func tellsPeople() throws {
        let run = try Run(["inspect", "--sample"])
        #expect(run.code == 0)
        #expect(run.errors == "")
        #expect(
            run.text == """
                “Studi Aperti di prova 2026” (sample-open-studios-2026)
                made 2026-04-20T09:00:00Z, licence CC-BY-4.0

                RECORDS       count  texts  it  en  fr  ar
                exchange          1      1   1   1   1   1
                city              2      2   2   1   2   2
                organisation      1      1   1   1   –   –
                programme         1      1   1   1   –   1
                edition           1      1   1   1   –   1
                place             3      6   6   4   2   4
                artist            3      3   3   1   1   2
                event             3      5   5   5   1   4
                route             1      1   1   1   –   –
                media             2      2   2   2   –   –
                cooperation       1      1   1   1   –   1

                LANGUAGES
                  that the header lacks  ar-Latn 1

                EVENTS
                  first day              Thu 2026-05-07
                  last day               Sun 2026-06-14
                  slots                  3, 2 of them repeating
                  overrides              1
                  time zones             Europe/Rome 2, Africa/Cairo 1
                  by kind                demonstration 1, opening 1, talk 1
                  by strand              main 2, collateral 1
                  by status              scheduled 2, rescheduled 1

                PLACES
                  by kind                exhibition-space 1, studio 1, workshop 1
                  by precision           district 1, exact 1, street 1

                ARTISTS
                  by kind                person 2, group 1

                MEDIA
                  by kind                image 1, video 1

                """)
    }

    @Test("is the same for programs", arguments: Fixture.names)
    func tellsPrograms(_ name: String) throws {
        let run = try Run(["inspect", "--report", "json", "-q", Fixture.path(name)])
        #expect(run.code == 0)
        let told = try #require(JSONSerialization.jsonObject(with: run.output) as? [String: Any])
        let exchange = try #require(
            JSONSerialization.jsonObject(with: Data(Fixture.text(name).utf8)) as? [String: Any])
        let records = try #require(told["records"] as? [String: Int])
        for (type, collection) in [("place", "places"), ("artist", "artists"), ("event", "events"), ("media", "media")]
        {
            #expect(records[type] ?? 0 == (exchange[collection] as? [Any])?.count ?? 0)
        }
        let events = exchange["events"] as? [[String: Any]] ?? []
        let slots = events.flatMap { $0["slots"] as? [[String: Any]] ?? [] }
        let inspected = try #require(told["events"] as? [String: Any])
        #expect(inspected["slots"] as? Int == slots.count)
        #expect(inspected["repeatingSlots"] as? Int == slots.filter { $0["repeat"] != nil }.count)
        #expect(inspected["withoutSlot"] as? Int == events.filter { $0["slots"] == nil }.count)
        let starts = slots.compactMap { ($0["start"] as? String)?.prefix(10) }
        #expect(inspected["firstDay"] as? String == starts.min().map(String.init))
        let names = events.compactMap { ($0["name"] as? [String: String])?["en"] }.count
        let texts = (told["texts"] as? [String: [String: Any]])?["event"]?["byLanguage"] as? [String: Int]
        #expect(texts?["en"] ?? 0 >= names)
    }

    @Test("fits into 80 columns", arguments: Fixture.names)
    func fits(_ name: String) throws {
        let lines = try Run(["inspect", "-q", Fixture.path(name)]).text.split(separator: "\n")
        #expect(!lines.isEmpty)
        #expect(lines.allSatisfy { $0.count <= 80 })
    }

    @Test("tells what is missing, what never ends, and what no schema knows")
    func tellsGaps() throws {
        try folder.write(
            """
            {
              "id": "x",
              "places": [
                {"id": "a", "precision": "exact", "latitude": 1, "longitude": 2},
                {"id": "b", "precision": "exact", "latitude": 1},
                {"id": "c"}
              ],
              "events": [
                {"id": "e", "x-room": 1, "slots": [{"start": "2026-01-30", "end": "2026-02-01", "repeat": "FREQ=DAILY"}]},
                {"id": "f", "slots": [{"start": "2026-03-01T20:00", "end": "2026-03-02T01:00", "repeat": "FREQ=WEEKLY",
                                       "count": 3, "x-room": 2}]},
                {"id": "g"}
              ]
            }
            """, to: "p.json")
        let run = try Run(["inspect", "p.json"], in: folder)
        for line in [
            "first day              Fri 2026-01-30", "last day known         Mon 2026-03-16",
            "slots                  2, 2 of them repeating, 1 without end", "without a slot         1",
            "without coordinates    exact 1, none 1", "kept as they are       event.slots.x-room 1, event.x-room 1",
        ] {
            #expect(run.text.contains("\n  \(line)\n"), "\(line)")
        }
    }

    @Test("of what cannot be read to its end is none")
    func needsWholeInput() throws {
        try folder.write("{\"id\": \"x\", \"places\": [{\"id\": \"a\"}, ]}", to: "p.json")
        let run = try Run(["inspect", "p.json", "-o", "out"], in: folder)
        #expect(run.code == 65)
        #expect(run.text == "")
        #expect(run.errors.contains("error[S102] json-trailing-comma"))
        #expect(try folder.names() == ["p.json"])
    }

    @Test("counts no more words than it has room for")
    func hasRoom() {
        var counts = Counts()
        for number in 0..<3000 { counts.add("word-\(number % 1500)") }
        #expect(counts.ordered.count == 1000)
        #expect(counts.others == 1000)
        #expect(counts.total == 3000)
    }
}
