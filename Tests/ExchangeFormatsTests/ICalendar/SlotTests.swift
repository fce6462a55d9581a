import ExchangeDiagnostics
import ExchangeFormats
import Testing

/// When the VEVENTs of a slot begin and end, and what becomes of times that no calendar can show.
@Suite struct SlotTests {
    struct Times: CustomTestStringConvertible, Sendable {
        let slot: String
        let start: String
        let end: String
        var isMadeUp = false
        var testDescription: String { slot }
    }

    // swift-format-ignore
    private static let timesOfSlots = [
        Times(slot: #""start":"2026-05-29T10:00","end":"2026-05-29T13:00""#,       start: "20260529T100000", end: "20260529T130000"),
        Times(slot: #""start":"2026-05-29T10:00:07","end":"2026-05-30T01:00:00""#, start: "20260529T100007", end: "20260530T010000"),
        Times(slot: #""start":"2026-05-29T10:00","end":"2026-05-29T10:00""#,       start: "20260529T100000", end: "20260529T100100", isMadeUp: true),
        Times(slot: #""start":"2026-05-29T10:00","end":"2026-05-29T09:00""#,       start: "20260529T100000", end: "20260529T100100", isMadeUp: true),
        Times(slot: #""start":"2026-05-29T10:00""#,                                start: "20260529T100000", end: "20260529T100100", isMadeUp: true),
        Times(slot: #""start":"2026-05-29T10:00","end":"2026-05-29""#,             start: "20260529T100000", end: "20260529T100100", isMadeUp: true),
        Times(slot: #""start":"2026-05-29T10:00","end":"soon""#,                   start: "20260529T100000", end: "20260529T100100", isMadeUp: true),
        Times(slot: #""start":"2026-05-29T23:59","end":"2026-05-29T23:58""#,       start: "20260529T235900", end: "20260530T000000", isMadeUp: true),
        Times(slot: #""start":"2026-05-29","end":"2026-05-29""#,                   start: "20260529",        end: "20260530"),
        Times(slot: #""start":"2026-05-29","end":"2026-06-01""#,                   start: "20260529",        end: "20260602"),
        Times(slot: #""start":"2026-12-31""#,                                      start: "20261231",        end: "20270101",        isMadeUp: true),
        Times(slot: #""start":"2026-05-29","end":"2026-05-28""#,                   start: "20260529",        end: "20260530",        isMadeUp: true),
        // The clocks of Rome go from 02:00 to 03:00: what lies between takes no time, and 03:20 comes before 02:30.
        Times(slot: #""start":"2026-03-29T01:30","end":"2026-03-29T02:30""#,       start: "20260329T013000", end: "20260329T023000"),
        Times(slot: #""start":"2026-03-29T02:30","end":"2026-03-29T03:30""#,       start: "20260329T023000", end: "20260329T023100", isMadeUp: true),
        Times(slot: #""start":"2026-03-29T02:30","end":"2026-03-29T03:20""#,       start: "20260329T023000", end: "20260329T023100", isMadeUp: true),
        Times(slot: #""start":"2026-10-25T02:30","end":"2026-10-25T02:45""#,       start: "20261025T023000", end: "20261025T024500"),
    ]

    @Test("an end is always after its start, and one that is made up is said", arguments: timesOfSlots)
    func times(_ times: Times) {
        var draft = EventDraft()
        draft.slots = "{\"id\":\"s\",\(times.slot)}"
        let conversion = draft.calendar()
        let event = conversion.calendar.events[0]
        #expect(event.value("DTSTART") == times.start)
        #expect(event.value("DTEND") == times.end)
        let form = times.start.count == 8 ? ["VALUE": "DATE"] : ["TZID": "Europe/Rome"]
        #expect(event["DTSTART"]?.parameters == form)
        #expect(event["DTEND"]?.parameters == form)
        let remarks = conversion.remarks.filter { $0.code == .endMadeUp }
        #expect(remarks.map(\.location.path) == (times.isMadeUp ? ["/events/0/slots/0"] : []))
    }

    struct Hidden: CustomTestStringConvertible, Sendable {
        let slot: String
        var zone = #""timeZone":"Europe/Rome""#
        let sentence: String
        var testDescription: String { "\(slot) \(zone)" }
    }

    // swift-format-ignore
    private static let hiddenOnes = [
        Hidden(slot: #""start":"2026-02-30T10:00""#,                                          sentence: "no start"),
        Hidden(slot: #""end":"2026-05-29T10:00""#,                                            sentence: "no start"),
        Hidden(slot: #""start":5"#,                                                           sentence: "no start"),
        Hidden(slot: #""start":"2026-05-29T10:00""#, zone: #""status":"scheduled""#,          sentence: "no time zone"),
        Hidden(slot: #""start":"2026-05-29T10:00""#, zone: #""timeZone":"Europe/Carrara""#,   sentence: "not in the database"),
        Hidden(slot: #""start":"2026-05-29T10:00""#, zone: #""timeZone":"../zoneinfo/UTC""#,  sentence: "not in the database"),
        Hidden(slot: #""start":"2026-05-29T10:00","repeat":"FREQ=HOURLY""#,                   sentence: "rule"),
        Hidden(slot: #""start":"2026-05-29T10:00","repeat":"FREQ=DAILY;COUNT=3""#,            sentence: "rule"),
        Hidden(slot: #""start":"2026-05-29T10:00","repeat":"FREQ=DAILY","until":"June""#,     sentence: "end of it"),
        Hidden(slot: #""start":"2026-05-29T10:00","repeat":"FREQ=DAILY","count":0"#,          sentence: "end of it"),
        Hidden(slot: #""start":"2026-05-29T10:00","repeat":"FREQ=DAILY","count":-1"#,         sentence: "end of it"),
    ]

    @Test("what cannot be shown is carried, and said with its reason", arguments: hiddenOnes)
    func hidden(_ hidden: Hidden) throws {
        var draft = EventDraft()
        draft.members = hidden.zone
        draft.slots = "{\"id\":\"s\",\(hidden.slot)}"
        let conversion = draft.calendar()
        #expect(conversion.calendar.events.isEmpty)
        let remark = try #require(conversion.remarks.first { $0.code == .notVisible })
        #expect(remark.message.contains(hidden.sentence), "\(remark.message)")
        #expect(remark.location.path == "/events/0")
        let carried = try #require(conversion.calendar.all("X-COS-RECORD").last)
        #expect(carried.parameters == ["X-COS-TYPE": "event", "X-COS-ID": "e", "X-COS-INDEX": "0"])
        #expect(carried.json?.contains(hidden.slot.replacing("\"repeat\"", with: "\"repeat\"")) == true)
    }

    @Test("an event without slots is carried at its place among the events")
    func noSlots() {
        let input =
            #"{"id":"x","languages":["it"],"events":[{"id":"a"},{"id":"b","slots":[{"id":"s","start":"2026-05-29"}]},{"id":"c"}]}"#
        let conversion = CalendarConversion(input)
        let carried = conversion.calendar.all("X-COS-RECORD").filter { $0.parameters["X-COS-TYPE"] == "event" }
        #expect(carried.map { $0.parameters["X-COS-INDEX"] } == ["0", "2"])
        #expect(carried.map(\.json) == [#"{"id":"a"}"#, #"{"id":"c"}"#])
        #expect(
            conversion.remarks.filter { $0.code == .notVisible }.map(\.location.path) == ["/events/0", "/events/2"])
        #expect(conversion.calendar.events.count == 1)
    }

    @Test("a slot that is not shown is carried with the first that is, at its place among the slots")
    func hiddenSlots() {
        var draft = EventDraft()
        draft.slots =
            #"{"id":"a"},{"id":"b","start":"2026-05-29"},{"id":"c","start":"?"},{"id":"d","start":"2026-05-30"}"#
        let conversion = draft.calendar()
        let events = conversion.calendar.events
        #expect(events.map { $0.value("DTSTART") } == ["20260529", "20260530"])
        #expect(events[0].all("X-COS-RECORD").map { $0.parameters["X-COS-INDEX"] } == ["0", "2"])
        #expect(events[0].all("X-COS-RECORD").map(\.json) == [#"{"id":"a"}"#, #"{"id":"c","start":"?"}"#])
        #expect(events[1].all("X-COS-RECORD").isEmpty)
        #expect(
            conversion.remarks.filter { $0.code == .notVisible }.map(\.location.path) == [
                "/events/0/slots/0", "/events/0/slots/2",
            ])
    }

    @Test(
        "a rule ends in UTC, or on a day where days are whole",
        arguments: [
            (#""start":"2026-05-29T10:00","until":"2026-06-14""#, "UNTIL=20260614T215959Z"),
            (#""start":"2026-05-29T10:00","until":"2026-12-14""#, "UNTIL=20261214T225959Z"),
            (#""start":"2026-05-29T10:00","until":"2026-06-14T10:00""#, "UNTIL=20260614T080000Z"),
            (#""start":"2026-05-29","until":"2026-06-14""#, "UNTIL=20260614"),
            (#""start":"2026-05-29","until":"2026-06-14T10:00""#, "UNTIL=20260614"),
            (#""start":"2026-05-29T10:00","count":4"#, "COUNT=4"),
            (#""start":"2026-05-29T10:00","until":"2026-06-14","count":4"#, "UNTIL=20260614T215959Z"),
        ])
    func rules(_ slot: String, _ end: String) {
        var draft = EventDraft()
        draft.slots = #"{"id":"s","repeat":"FREQ=WEEKLY;BYDAY=FR",\#(slot)}"#
        #expect(draft.calendar().calendar.events[0].value("RRULE") == "FREQ=WEEKLY;BYDAY=FR;\(end)")
    }

    @Test("a rule until the end of time makes no endless time zone", arguments: ["2027-01-01", "9999-12-31"])
    func farEnd(_ until: String) {
        var draft = EventDraft()
        draft.members = #""timeZone":"Africa/Cairo""#
        draft.slots = #"{"id":"s","start":"2026-05-29T10:00","repeat":"FREQ=WEEKLY","until":"\#(until)"}"#
        let conversion = draft.calendar()
        #expect(conversion.calendar.zones.count == 1)
        #expect(conversion.octets.count < 40_000)
    }

    @Test("excepted days are told as the slot begins")
    func exceptions() {
        var draft = EventDraft()
        draft.slots =
            #"{"start":"2026-05-29T10:00","repeat":"FREQ=DAILY","except":["2026-05-30","2026-06-02"]},"#
            + #"{"start":"2026-05-29","repeat":"FREQ=DAILY","except":["2026-05-30"]}"#
        let events = draft.calendar().calendar.events
        #expect(
            events[0]["EXDATE"]
                == .init(name: "EXDATE", parameters: ["TZID": "Europe/Rome"], value: "20260530T100000,20260602T100000"))
        #expect(events[1]["EXDATE"] == .init(name: "EXDATE", parameters: ["VALUE": "DATE"], value: "20260530"))
    }
}
