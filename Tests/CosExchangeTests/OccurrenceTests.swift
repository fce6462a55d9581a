import CosExchange
import Testing

@Suite("Occurrences") struct OccurrenceTests {
    private func slot(_ start: String, _ end: String?, _ rule: String? = nil, _ change: (inout Slot) -> Void = { _ in })
        -> Slot
    {
        var slot = Slot()
        (slot.start, slot.end, slot.repetition) = (start, end, rule)
        change(&slot)
        return slot
    }

    private func zone(_ name: String = "Europe/Rome") throws -> Zone {
        var zones = ZoneDatabase()
        let zone = zones.zone(named: name)
        return try #require(zone)
    }

    private func starts(_ slot: Slot) throws -> [String] {
        try slot.occurrences(in: zone()).map(\.start.text)
    }

    @Test("a slot without a rule takes place once")
    func once() throws {
        let all = try Array(slot("2026-05-29T10:00", "2026-05-29T13:00").occurrences(in: zone()))
        #expect(all.count == 1)
        #expect(all[0].starts.text == "2026-05-29T08:00:00Z")
        #expect(all[0].ends.text == "2026-05-29T11:00:00Z")
        #expect(all[0].end?.text == "2026-05-29T13:00")
    }

    @Test("a rule gives the days, without those that are excepted, and with what is otherwise")
    func repeating() throws {
        let weekly = slot("2026-05-29T10:00", "2026-05-29T13:00", "FREQ=WEEKLY;BYDAY=FR,SA") {
            $0.until = "2026-06-12"
            $0.exceptions = ["2026-06-05"]
            var later = Override()
            (later.on, later.start) = ("2026-06-06", "2026-06-06T11:00")
            var off = Override()
            (off.on, off.status) = ("2026-06-12", "cancelled")
            $0.overrides = [later, off]
        }
        let all = try Array(weekly.occurrences(in: zone()))
        #expect(
            all.map(\.start.text) == [
                "2026-05-29T10:00", "2026-05-30T10:00", "2026-06-06T11:00", "2026-06-12T10:00",
            ])
        #expect(all[2].end?.text == "2026-06-06T14:00")
        #expect(all.map(\.isCancelled) == [false, false, false, true])
    }

    @Test("an end told as a time lets no later occurrence through, and a count counts the excepted ones")
    func ends() throws {
        let daily = slot("2026-05-29T10:00", nil, "FREQ=DAILY")
        #expect(try starts(with(daily) { $0.until = "2026-05-31T09:59" }) == ["2026-05-29T10:00", "2026-05-30T10:00"])
        #expect(try starts(with(daily) { $0.until = "2026-05-30T10:00" }).count == 2)
        #expect(
            try starts(with(daily) { ($0.count, $0.exceptions) = (3, ["2026-05-30"]) }) == [
                "2026-05-29T10:00", "2026-05-31T10:00",
            ])
        #expect(try starts(with(daily) { $0.until = "never" }) == [])
        #expect(try starts(with(daily) { $0.repetition = "FREQ=HOURLY" }) == [])
        #expect(try starts(with(daily) { $0.start = nil }) == [])
        #expect(try daily.occurrences(in: zone()).first { $0.day.year == 2027 }?.day.text == "2027-01-01")
        #expect(try starts(daily).count == Recurrence.limit)
    }

    private func with(_ slot: Slot, _ change: (inout Slot) -> Void) -> Slot {
        var slot = slot
        change(&slot)
        return slot
    }

    @Test("whole days include the last, and are over when the next one begins")
    func days() throws {
        let run = try Array(slot("2026-05-29", "2026-05-31").occurrences(in: zone()))
        #expect(run.map { $0.end?.text } == ["2026-05-31"])
        #expect(run[0].starts.text == "2026-05-28T22:00:00Z")
        #expect(run[0].ends.text == "2026-05-31T22:00:00Z")
    }

    @Test("the wall clock holds when the clocks change, also where they skip midnight")
    func clockChange() throws {
        let sundays = slot("2026-03-22T10:00", "2026-03-22T12:00", "FREQ=WEEKLY;BYDAY=SU") { $0.count = 2 }
        #expect(
            try sundays.occurrences(in: zone()).map(\.starts.text) == ["2026-03-22T09:00:00Z", "2026-03-29T08:00:00Z"])
        let cairo = try slot("2026-04-24", "2026-04-24").occurrences(in: zone("Africa/Cairo")).map(\.starts.text)
        #expect(cairo == ["2026-04-23T22:00:00Z"])
    }

    @Test("an event tells all its slots in order of time")
    func event() throws {
        var event = Event()
        event.slots = [slot("2026-05-30T10:00", nil), slot("2026-05-29T10:00", nil, "FREQ=DAILY")]
        #expect(event.occurrences().isEmpty)
        event.timeZone = "Europe/Rome"
        #expect(
            event.occurrences(limit: 3).map(\.day.text) == ["2026-05-29", "2026-05-30", "2026-05-30", "2026-05-31"])
        event.timeZone = "Europe/Atlantis"
        #expect(event.occurrences().isEmpty)
    }
}
