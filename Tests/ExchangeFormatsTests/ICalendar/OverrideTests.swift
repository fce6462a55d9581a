import ExchangeFormats
import Testing

/// Days that are otherwise than the rest, and what is cancelled.
@Suite struct OverrideTests {
    private static let weekly = #""id":"s","start":"2026-05-29T10:00","end":"2026-05-29T13:00","repeat":"FREQ=WEEKLY""#

    private func draft(_ overrides: String, _ slot: String = weekly) -> EventDraft {
        var draft = EventDraft()
        draft.slots = "{\(slot),\"overrides\":[\(overrides)]}"
        return draft
    }

    @Test("an override says what is otherwise, and else what is usual")
    func override() {
        var draft = draft(
            #"{"on":"2026-06-05","start":"2026-06-06T11:00"},{"on":"2026-06-12","end":"2026-06-12T18:30","note":{"ar":"اليوم","it":"Solo oggi"}}"#
        )
        draft.members += #","updated":"2026-05-03T16:20:00Z","revision":3,"places":["p"]"#
        draft.others = #""places":[{"id":"p","name":{"it":"Studio"}}],"#
        let events = draft.calendar().calendar.events
        #expect(events.map { $0.value("RECURRENCE-ID") } == [nil, "20260605T100000", "20260612T100000"])
        #expect(events[1]["RECURRENCE-ID"]?.parameters == ["TZID": "Europe/Rome"])
        #expect(events.map { $0.value("DTSTART") } == ["20260529T100000", "20260606T110000", "20260612T100000"])
        #expect(events.map { $0.value("DTEND") } == ["20260529T130000", "20260606T140000", "20260612T183000"])
        #expect(events.map { $0["COMMENT"]?.text } == [nil, nil, "Solo oggi"])
        for name in ["UID", "SUMMARY", "LOCATION", "STATUS", "DTSTAMP", "SEQUENCE", "LAST-MODIFIED", "TRANSP"] {
            #expect(Set(events.map { $0.value(name) }).count == 1, "\(name)")
            #expect(events[0][name] != nil, "\(name)")
        }
        #expect(events.map { $0.all("X-COS-DATA").count } == [1, 0, 0])
    }

    @Test(
        "an override of a day on which nothing happens is not shown",
        arguments: [
            (#"{"on":"2026-06-04"}"#, weekly), (#"{"on":"2026-05-22"}"#, weekly), (#"{"on":"June"}"#, weekly),
            (#"{"on":"2026-06-05"}"#, weekly + #","except":["2026-06-05"]"#),
            (#"{"on":"2026-06-12"}"#, weekly + #","until":"2026-06-11""#),
            (#"{"on":"2026-06-12"}"#, weekly + #","until":"2026-06-12T09:59""#),
            (#"{"on":"2026-06-12"}"#, weekly + #","count":2"#),
            (#"{"on":"2026-05-30"}"#, #""start":"2026-05-29T10:00""#),
        ])
    func noOccurrence(_ override: String, _ slot: String) {
        #expect(draft(override, slot).calendar().calendar.events.count == 1)
        #expect(draft(override, slot).calendar(cancelled: .omit).calendar.events.count == 1)
    }

    @Test(
        "the last day of a rule may be otherwise",
        arguments: [
            #","until":"2026-06-12""#, #","until":"2026-06-12T10:00""#, #","count":3"#,
        ])
    func lastDay(_ end: String) {
        #expect(draft(#"{"on":"2026-06-12"}"#, Self.weekly + end).calendar().calendar.events.count == 2)
    }

    @Test("of two overrides of a day the first counts")
    func first() {
        let twice = draft(#"{"on":"2026-06-05","start":"2026-06-05T11:00"},{"on":"2026-06-05","status":"cancelled"}"#)
        for cancelled in CalendarOptions.Cancelled.allCases {
            let events = twice.calendar(cancelled: cancelled).calendar.events
            #expect(events.map { $0.value("DTSTART") } == ["20260529T100000", "20260605T110000"])
            #expect(events[0]["EXDATE"] == nil)
        }
    }

    @Test("a day of whole days may have a time, where there is a zone for it")
    func dayWithTime() {
        var draft = draft(
            #"{"on":"2026-05-30","start":"2026-05-30T18:00","end":"2026-05-30T20:00"}"#,
            #""start":"2026-05-29","repeat":"FREQ=DAILY""#)
        let calendar = draft.calendar().calendar
        #expect(
            calendar.events[1]["RECURRENCE-ID"]
                == .init(name: "RECURRENCE-ID", parameters: ["VALUE": "DATE"], value: "20260530"))
        #expect(
            calendar.events[1]["DTEND"]
                == .init(name: "DTEND", parameters: ["TZID": "Europe/Rome"], value: "20260530T200000"))
        #expect(calendar.zones.map { $0.value("TZID") } == ["Europe/Rome"])
        draft.members = #""status":"scheduled""#
        let other = draft.calendar().calendar
        #expect(other.events[1]["DTSTART"] == .init(name: "DTSTART", parameters: ["VALUE": "DATE"], value: "20260530"))
        #expect(other.events[1].value("DTEND") == "20260531")
        #expect(other.zones.isEmpty)
    }

    // MARK: What is cancelled

    @Test(
        "what is cancelled, put off or moved has its status",
        arguments: [
            ("scheduled", "CONFIRMED"), ("cancelled", "CANCELLED"), ("postponed", "TENTATIVE"),
            ("rescheduled", "CONFIRMED"),
            ("moved-online", "CONFIRMED"), ("unheard-of", "CONFIRMED"),
        ])
    func status(_ status: String, _ expected: String) {
        var draft = draft(#"{"on":"2026-06-05","status":"\#(status)"}"#)
        #expect(draft.calendar().calendar.events.map { $0.value("STATUS") } == ["CONFIRMED", expected])
        draft.members = #""status":"\#(status)","timeZone":"Europe/Rome""#
        #expect(draft.calendar().calendar.events.map { $0.value("STATUS") } == [expected, expected])
    }

    @Test(
        "a cancelled title says so in its own language, and no status hides it",
        arguments: [
            ("it", "ANNULLATO: Titolo"), ("ar", "أُلغي: عنوان"), ("fr", "ANNULÉ : Titre"), ("zh-Hans", "已取消：题目"),
            ("en", "CANCELLED: Title"), ("wo", "ANNULLATO: Titolo"),
        ])
    func title(_ language: String, _ expected: String) {
        var draft = draft(#"{"on":"2026-06-05","status":"scheduled"}"#)
        draft.name = #"{"it":"Titolo","ar":"عنوان","fr":"Titre","zh-Hans":"题目","en":"Title"}"#
        draft.members = #""status":"cancelled","timeZone":"Europe/Rome""#
        let events = draft.calendar(language, cancelled: .title).calendar.events
        #expect(events[0]["SUMMARY"]?.text == expected)
        #expect(events.map { $0.value("STATUS") } == [nil, "CONFIRMED"])
        #expect(
            events[1]["SUMMARY"]?.text
                == expected.split(separator: " ").last.map { $0.split(separator: "：").last.map(String.init) ?? "" })
        #expect(events[0]["X-COS-DATA"]?.json?.contains(#""it":"Titolo""#) == true, "the title itself is kept")
    }

    @Test("a cancelled day has the word before its title alone")
    func cancelledDay() {
        let events = draft(#"{"on":"2026-06-05","status":"cancelled"}"#).calendar(cancelled: .title).calendar.events
        #expect(events.map { $0["SUMMARY"]?.text } == ["Titolo", "ANNULLATO: Titolo"])
        #expect(events.map { $0.value("STATUS") } == ["CONFIRMED", nil])
    }

    @Test("what is cancelled can be left out: the event, the day, the only day")
    func omit() {
        let day = draft(
            #"{"on":"2026-06-05","status":"cancelled"},{"on":"2026-06-12"}"#, Self.weekly + #","except":["2026-06-19"]"#
        )
        let events = day.calendar(cancelled: .omit).calendar.events
        #expect(events.map { $0.value("RECURRENCE-ID") } == [nil, "20260612T100000"])
        #expect(events[0].value("EXDATE") == "20260619T100000,20260605T100000")

        let only = draft(#"{"on":"2026-05-29","status":"cancelled"}"#, #""id":"s","start":"2026-05-29T10:00""#)
        #expect(only.calendar(cancelled: .status).calendar.events.count == 2)
        let conversion = only.calendar(cancelled: .omit)
        #expect(conversion.calendar.events.isEmpty)
        #expect(conversion.remarks.contains { $0.code == .notVisible && $0.message.contains("left out") })

        var whole = EventDraft()
        whole.members = #""status":"cancelled","timeZone":"Europe/Rome""#
        #expect(whole.calendar(cancelled: .omit).calendar.events.isEmpty)
        #expect(whole.calendar(cancelled: .omit).calendar.residue.contains { $0.contains("cancelled") })
        #expect(whole.calendar().calendar.events.map { $0.value("STATUS") } == ["CANCELLED"])
    }
}
