import ExchangeDiagnostics
import Testing

@Suite struct TimeRuleTests {
    @Test("days and times that will not do are found where they are", arguments: cases)
    func check(_ example: Case) throws { try example.check() }

    // swift-format-ignore
    static let cases: [Case] = [
        // T107
        Case(.outsideEdition, "events", "/slots/0/start", #""edition": "2026", "slots": [{"id": "s", "start": ⚡"2026-05-06T18:00:00", "end": "2026-05-06T19:00:00"}]"#, says: "Wed 6 May 2026"),
        Case(.outsideEdition, "events", "/slots/1/start", #""edition": "2026", "slots": [{"id": "r", "start": "2026-06-14T18:00:00", "end": "2026-06-15T02:00:00"}, {"id": "s", "start": ⚡"2026-06-15", "end": "2026-06-15"}]"#),
        Case(good: "events", #""edition": "2026", "slots": [{"id": "s", "start": "2026-05-07", "end": "2026-05-08"}]"#),

        // T112
        Case(.zoneDiffersFromPlace, "events", "/timeZone", #""timeZone": ⚡"Africa/Dakar", "places": ["studio"]"#, means: ["Europe/Rome"]),
        Case(good: "events", #""timeZone": "Africa/Dakar", "places": ["studio"], "online": ["https://live.open-studios.example/"]"#),
        Case(good: "events", #""places": ["studio"]"#),

        // T113
        Case(.implausibleDuration, "events", "/slots/0/end", #""slots": [{"id": "s", "start": "2026-05-08T10:00:00", "end": ⚡"2026-05-09T10:00:00"}]"#, says: "24 hours"),
        Case(good: "events", #""slots": [{"id": "s", "start": "2026-05-08T10:00:00", "end": "2026-05-09T02:00:00"}]"#),
        Case(good: "events", #""kind": "exhibition", "slots": [{"id": "s", "start": "2026-05-08T10:00:00", "end": "2026-05-20T10:00:00"}]"#),


        // T106
        Case(.impossibleDate, "editions", "/start", #""start": ⚡"2026-06-31""#, says: "June has 30 days"),
        Case(.impossibleDate, "editions", "/start", #""start": ⚡"7 May 2026""#),
        Case(.impossibleDate, "editions", "/end", #""end": ⚡"2027-02-29""#),
        Case(.impossibleDate, "header", "/generated", #""generated": ⚡"2026-05-04T09:00:00+02:00""#),
        Case(.impossibleDate, "media", "/published", #""published": ⚡"2026-13-01""#),
        Case(.impossibleDate, "media", "/published", #""published": ⚡"2026-05-07T25:00:00Z""#),
        Case(good: "media", #""published": "2026-05-07T20:00:00Z""#),
        Case(.impossibleDate, "events", "/previousStart", #""previousStart": ⚡"2026-06-05""#),
        Case(.impossibleDate, "events", "/slots/0/start", #""slots": [{"id": "a", "start": ⚡"2026-06-05T24:00", "end": "2026-06-05T10:00"}]"#),
        Case(.impossibleDate, "events", "/slots/0/end", #""slots": [{"id": "a", "start": "2026-06-05T10:00", "end": ⚡"2026-06-05T11:00Z"}]"#),
        Case(.impossibleDate, "events", "/slots/0/except/1", #""slots": [{"id": "a", "start": "2026-06-05", "end": "2026-06-05", "repeat": "FREQ=DAILY", "count": 3, "except": ["2026-06-06", ⚡"2026-06-32"]}]"#),

        // T101
        Case(.endBeforeStart, "editions", "/end", #""end": ⚡"2026-05-06""#, says: "Wed 6 May 2026"),
        Case(.endBeforeStart, "cooperations", "/end", #""start": "2026-05-07", "end": ⚡"2025-05-07""#),
        Case(.endBeforeStart, "events", "/slots/0/end", #""slots": [{"id": "a", "start": "2026-06-05T10:00", "end": ⚡"2026-06-05T09:00"}]"#, says: "the end is at 09:00, before the start at 10:00 on Fri 5 June 2026"),
        Case(.endBeforeStart, "events", "/slots/0/end", #""slots": [{"id": "a", "start": "2026-06-05", "end": ⚡"2026-06-04"}]"#),
        Case(.endBeforeStart, "events", "/slots/0/until", #""slots": [{"id": "a", "start": "2026-06-05", "end": "2026-06-05", "repeat": "FREQ=DAILY", "until": ⚡"2026-06-04"}]"#),
        Case(.endBeforeStart, "events", "/slots/0/overrides/0/end", #""slots": [{"id": "a", "start": "2026-06-05T10:00", "end": "2026-06-05T11:00", "overrides": [{"on": "2026-06-05", "end": ⚡"2026-06-05T09:00"}]}]"#),
        Case(.endBeforeStart, "events", "/slots/0/overrides/0/end", #""slots": [{"id": "a", "start": "2026-06-05T10:00", "end": "2026-06-05T11:00", "overrides": [{"on": "2026-06-05", "start": "2026-06-05T12:00", "end": ⚡"2026-06-05T11:30"}]}]"#),
        Case(good: "events", #""slots": [{"id": "a", "start": "2026-06-05", "end": "2026-06-05"}, {"id": "b", "start": "2026-06-05T22:00", "end": "2026-06-06T02:00"}]"#),

        // T102
        Case(.zeroDuration, "events", "/slots/0/end", #""slots": [{"id": "a", "start": "2026-06-05T10:00", "end": ⚡"2026-06-05T10:00:00"}]"#),
        Case(.zeroDuration, "events", "/slots/0/overrides/0/end", #""slots": [{"id": "a", "start": "2026-06-05T10:00", "end": "2026-06-05T11:00", "overrides": [{"on": "2026-06-05", "start": "2026-06-05T12:00", "end": ⚡"2026-06-05T12:00"}]}]"#),

        // T120
        Case(.mixedDayAndTime, "events", "/slots/0/end", #""slots": [{"id": "a", "start": "2026-06-05", "end": ⚡"2026-06-05T10:00"}]"#),
        Case(.mixedDayAndTime, "events", "/slots/0/overrides/0/end", #""slots": [{"id": "a", "start": "2026-06-05", "end": "2026-06-05", "overrides": [{"on": "2026-06-05", "end": ⚡"2026-06-05T12:00"}]}]"#),

        // T105
        Case(.unknownTimeZone, "cities", "/timeZone", #""timeZone": ⚡"Europe/Rom""#, means: ["Europe/Rome"]),
        Case(.unknownTimeZone, "cities", "/timeZone", #""timeZone": ⚡"europe/rome""#, means: ["Europe/Rome"]),
        Case(.unknownTimeZone, "cities", "/timeZone", #""timeZone": ⚡"Cairo""#, means: ["Africa/Cairo"]),
        Case(.unknownTimeZone, "events", "/timeZone", #""timeZone": ⚡"+02:00""#),
        Case(.unknownTimeZone, "events", "/timeZone", #""timeZone": ⚡"../../etc/passwd""#),
        Case(good: "events", #""timeZone": "Africa/Dakar""#),

        // T103
        Case(.nonexistentLocalTime, "events", "/slots/0/start", #""slots": [{"id": "a", "start": ⚡"2026-03-29T02:30", "end": "2026-03-29T10:00"}]"#, says: "the clocks go from 02:00 to 03:00", means: ["2026-03-29T03:30", "2026-03-29T01:30"]),
        Case(.nonexistentLocalTime, "events", "/slots/0/start", #""timeZone": "Africa/Cairo", "slots": [{"id": "a", "start": ⚡"2026-04-24T00:30", "end": "2026-04-24T10:00"}]"#, says: "01:30 on Fri 24 April 2026 (+03:00), or 23:30 on Thu 23 April 2026 (+02:00)", means: ["2026-04-24T01:30", "2026-04-23T23:30"]),
        Case(.nonexistentLocalTime, "events", "/slots/0/end", #""slots": [{"id": "a", "start": "2026-03-28T22:00", "end": ⚡"2026-03-29T02:00"}]"#, means: ["2026-03-29T03:00", "2026-03-29T01:00"]),
        Case(good: "events", #""timeZone": "Africa/Cairo", "slots": [{"id": "a", "start": "2026-04-24", "end": "2026-04-24"}]"#),
        Case(good: "events", #""timeZone": "Africa/Dakar", "slots": [{"id": "a", "start": "2026-03-29T02:30", "end": "2026-03-29T10:00"}]"#),

        // T104
        Case(.ambiguousLocalTime, "events", "/slots/0/end", #""slots": [{"id": "a", "start": "2026-10-24T22:00", "end": ⚡"2026-10-25T02:30"}]"#, says: "the clocks go back from 03:00 to 02:00"),
        Case(.ambiguousLocalTime, "events", "/slots/0/overrides/0/start", #""slots": [{"id": "a", "start": "2026-10-24T22:00", "end": "2026-10-24T23:00", "overrides": [{"on": "2026-10-24", "start": ⚡"2026-10-25T02:30"}]}]"#, says: "the first, +02:00"),
    ]
}
