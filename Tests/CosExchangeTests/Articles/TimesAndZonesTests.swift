import CosExchange
import Testing

@Suite("The article on times, zones and recurrences") struct TimesAndZonesTests {
    @Test("lists the occurrences of an event")
    func occurrences() throws {
        let catalogue = try Fixture.catalogue("sample")
        let event = try #require(catalogue.events[id: "apertura"])

        // listing
        let days = event.occurrences().filter { !$0.isCancelled }.map { occurrence in
            "\(occurrence.start) – \(occurrence.end?.text ?? "open end"), from \(occurrence.starts)"
        }
        // end of listing
        #expect(days.first == "2026-05-29T10:00 – 2026-05-29T13:00, from 2026-05-29T08:00:00Z")
        #expect(days.contains("2026-06-13T11:00 – 2026-06-13T14:00, from 2026-06-13T09:00:00Z"))
        #expect(!days.contains { $0.hasPrefix("2026-06-07T10:00") })
    }

    @Test("lists the occurrences of a slot in a zone")
    func slot() throws {
        // listing
        var slot = Slot()
        slot.start = "2026-03-22T10:00"
        slot.end = "2026-03-22T12:00"
        slot.repetition = "FREQ=WEEKLY;BYDAY=SU"

        var zones = ZoneDatabase()
        guard let rome = zones.zone(named: "Europe/Rome") else { return }
        let starts = slot.occurrences(in: rome).prefix(2).map(\.starts.text)
        // end of listing
        #expect(starts == ["2026-03-22T09:00:00Z", "2026-03-29T08:00:00Z"])
    }

    @Test("tells times that clocks skip or show twice")
    func clocks() throws {
        var zones = ZoneDatabase()
        let found = zones.zone(named: "Africa/Cairo")
        let cairo = try #require(found)

        // listing
        let midnight = LocalDateTime("2026-04-24T00:30")
        switch midnight.map(cairo.resolve) {
        case .unique(let offset)?: print("once, \(offset) seconds ahead of UTC")
        case .gap(_, _, let transition)?: print("never: the clocks skip it at \(transition)")
        case .overlap(let first, let second)?: print("twice, at \(first) and at \(second)")
        case nil: print("no time at all")
        }
        // end of listing
        let time = try #require(midnight)
        #expect(cairo.resolve(time) == .gap(before: 7200, after: 10800, transition: Instant(seconds: 1_776_981_600)))
    }

    @Test("reads a rule, and asks it for days")
    func rule() throws {
        // listing
        let rule = Recurrence("freq=monthly;byday=-1th")
        let start = LocalDate("2026-01-29")
        if let rule, let start {
            let thursdays = rule.occurrences(from: start, count: 3).map(\.text)
            print(rule.text, thursdays)
        }
        // end of listing
        #expect(rule?.text == "FREQ=MONTHLY;BYDAY=-1TH")
        let days = try #require(rule).occurrences(from: #require(start), count: 3).map(\.text)
        #expect(days == ["2026-01-29", "2026-02-26", "2026-03-26"])
    }
}
