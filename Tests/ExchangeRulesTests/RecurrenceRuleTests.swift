import ExchangeDiagnostics
import Testing

@Suite struct RecurrenceRuleTests {
    @Test("repetitions that will not do are found where they are", arguments: cases)
    func check(_ example: Case) throws { try example.check() }

    // swift-format-ignore
    static let cases: [Case] = [
        // T116
        Case(.invalidRecurrence, "events", "/slots/0/repeat", #""slots": [{"id": "a", "start": "2026-06-05T10:00", "end": "2026-06-05T11:00", "repeat": ⚡"FREQ=HOURLY", "count": 2}]"#),
        Case(.invalidRecurrence, "events", "/slots/0/repeat", #""slots": [{"id": "a", "start": "2026-06-05T10:00", "end": "2026-06-05T11:00", "repeat": ⚡"FREQ=DAILY;UNTIL=20260610", "count": 2, "except": ["2026-06-30"]}]"#),
        Case(.invalidRecurrence, "events", "/slots/0/repeat", #""slots": [{"id": "a", "start": "2026-06-05T10:00", "end": "2026-06-05T11:00", "repeat": ⚡"weekly", "count": 2}]"#),

        // T117
        Case(.startOffRecurrence, "events", "/slots/0/start", #""slots": [{"id": "a", "start": ⚡"2026-06-05T10:00", "end": "2026-06-05T11:00", "repeat": "FREQ=WEEKLY;BYDAY=SA", "count": 2}]"#, says: "Sat 6 June 2026"),
        Case(good: "events", #""slots": [{"id": "a", "start": "2026-06-05T10:00", "end": "2026-06-05T11:00", "repeat": "FREQ=WEEKLY;BYDAY=FR,SA", "until": "2026-06-20"}]"#),

        // T118
        Case(.noSuchOccurrence, "events", "/slots/0/except/1", #""slots": [{"id": "a", "start": "2026-06-05T10:00", "end": "2026-06-05T11:00", "repeat": "FREQ=WEEKLY", "count": 4, "except": ["2026-06-12", ⚡"2026-06-13"]}]"#, says: "Sat 13 June 2026"),
        Case(.noSuchOccurrence, "events", "/slots/0/except/0", #""slots": [{"id": "a", "start": "2026-06-05T10:00", "end": "2026-06-05T11:00", "repeat": "FREQ=WEEKLY", "count": 2, "except": [⚡"2026-06-19"]}]"#),
        Case(.noSuchOccurrence, "events", "/slots/0/except/0", #""slots": [{"id": "a", "start": "2026-06-05T10:00", "end": "2026-06-05T11:00", "repeat": "FREQ=WEEKLY", "until": "2026-06-18", "except": [⚡"2026-06-19"]}]"#),
        Case(.noSuchOccurrence, "events", "/slots/0/overrides/1/on", #""slots": [{"id": "a", "start": "2026-06-05T10:00", "end": "2026-06-05T11:00", "repeat": "FREQ=WEEKLY", "count": 2, "overrides": [{"on": "2026-06-12"}, {"on": ⚡"2026-06-13"}]}]"#),
        Case(.noSuchOccurrence, "events", "/slots/0/overrides/0/on", #""slots": [{"id": "a", "start": "2026-06-05T10:00", "end": "2026-06-05T11:00", "repeat": "FREQ=WEEKLY", "count": 2, "except": ["2026-06-12"], "overrides": [{"on": ⚡"2026-06-12"}]}]"#, says: "also excepted"),
        Case(.noSuchOccurrence, "events", "/slots/0/overrides/0/on", #""slots": [{"id": "a", "start": "2026-06-05T10:00", "end": "2026-06-05T11:00", "overrides": [{"on": ⚡"2026-06-06"}]}]"#),
        Case(good: "events", #""slots": [{"id": "a", "start": "2026-06-05T10:00", "end": "2026-06-05T11:00", "overrides": [{"on": "2026-06-05", "status": "cancelled"}]}]"#),
        Case(good: "events", #""slots": [{"id": "a", "start": "2026-06-05T10:00", "end": "2026-06-05T11:00", "repeat": "FREQ=WEEKLY", "until": "2026-06-19", "except": ["2026-06-19"]}]"#),

        // T119
        Case(.recurrenceEndConflict, "events", "/slots/0/count", #""slots": [{"id": "a", "start": "2026-06-05", "end": "2026-06-05", "repeat": "FREQ=DAILY", "until": "2026-06-06", "count": ⚡2}]"#),
        Case(.recurrenceEndConflict, "events", "/slots/0/count", #""slots": [{"id": "a", "start": "2026-06-05", "end": "2026-06-05", "count": ⚡2}]"#, says: "but there is none"),
        Case(.recurrenceEndConflict, "events", "/slots/0/until", #""slots": [{"id": "a", "start": "2026-06-05", "end": "2026-06-05", "until": ⚡"2026-06-06"}]"#),
        Case(good: "events", #""slots": [{"id": "a", "start": "2026-06-05", "end": "2026-06-05", "repeat": 7, "until": "2026-06-06"}]"#),

        // T114
        Case(.endlessRecurrence, "events", "/slots/0/repeat", #""slots": [{"id": "a", "start": "2026-06-05", "end": "2026-06-05", "repeat": ⚡"FREQ=DAILY"}]"#),
    ]
}
