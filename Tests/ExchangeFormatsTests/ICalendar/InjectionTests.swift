import ExchangeFormats
import ExchangeSyntax
import Foundation
import Testing

/// Texts that would be lines (promise S7): nothing that an exchange holds breaks out of its line.
@Suite struct InjectionTests {
    /// What somebody might put into a field to be more than its value.
    static let payloads = [
        "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil", "x\nEND:VCALENDAR\nMETHOD:REQUEST",
        "x\rATTACH:file:///etc/passwd",
        "x\n BEGIN:VALARM\nACTION:AUDIO\nATTENDEE:mailto:a@b.example\nEND:VALARM", ";ATTACH=x", ":ATTACH:x", ",;:\"'",
        "\";X-EVIL=\"1", "\\n\\N\\,\\;\\\\", "\\", "x\\\r\n", "\u{7F}\u{85}\u{2028}\u{2029}", "\u{202E}\u{2066}عربي",
        "^n^'^^", "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "https://a.example/\nATTACH:x",
        "https://a.example/ x", "mailto:a@b.example?subject=x\r\nMETHOD:REQUEST", "../../etc/passwd",
        "Europe/Rome\nMETHOD:X",
        "FREQ=DAILY\nMETHOD:REQUEST", "FREQ=DAILY;COUNT=2\r\nATTACH:x", "FREQ=DAILY;X-EVIL=1", "image/png\nATTACH:x",
        "image/png;X-EVIL=1", "it\nMETHOD:X", "it;X-EVIL=1:y", "it:y", "2026-05-29T10:00\nATTACH:x",
        "2026-05-03T16:20:00Z\nATTACH:x", "<script>alert(1)</script>", "=1+1", "🏳️‍🌈👩‍🎨", "e\u{301}", "\u{FEFF}x",
    ]

    /// An exchange with a text in the place of every string that a calendar might use, one place a time.
    private static func exchanges(with text: String) throws -> [(place: String, octets: [UInt8])] {
        let spelled = String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
        let tag = spelled.isEmpty ? "\"x\"" : spelled
        let document = """
            {"id": ⚡"x", "languages": [⚡"it"], "generated": ⚡"2026-05-04T09:00:00Z", "baseURI": ⚡"https://a.example/id/",
            "url": ⚡"https://a.example/", "name": {⚡"it": ⚡"Nome"}, "description": {⚡"en": ⚡"Text"},
            "cities": [{"id": "c", "name": {"it": ⚡"Carrara"}}],
            "places": [{"id": ⚡"p", "name": {⚡"it": ⚡"Studio"}, "city": "c", "street": {"it": ⚡"Via"}, "precision": "exact",
              "postcode": ⚡"54033", "latitude": 44.09, "longitude": 10.13}],
            "media": [{"id": "m", "kind": "image", "url": ⚡"https://a.example/m.png", "about": ["event/e", ⚡"event/e"],
              "mediaType": ⚡"image/png"}],
            "events": [{"id": ⚡"e", "name": {⚡"it": ⚡"Titolo"}, "description": {⚡"it": ⚡"Testo"}, "kind": ⚡"opening",
              "disciplines": [⚡"sculpture"], "status": ⚡"scheduled", "timeZone": ⚡"Europe/Rome", "url": ⚡"https://a.example/",
              "online": [⚡"https://a.example/"], "places": ["p", ⚡"p"], "updated": ⚡"2026-05-03T16:20:00Z", ⚡"x-a": ⚡"1",
              "slots": [{"id": ⚡"s", "start": ⚡"2026-05-29T10:00", "end": ⚡"2026-05-29T13:00", "repeat": ⚡"FREQ=WEEKLY",
                "until": ⚡"2026-06-19", "except": [⚡"2026-06-12"], "uid": ⚡"u@a.example", "note": {⚡"it": ⚡"Nota"},
                "overrides": [{"on": ⚡"2026-06-05", "start": ⚡"2026-06-05T11:00", "status": ⚡"cancelled",
                  "note": {⚡"it": ⚡"Solo oggi"}}]}]}]}
            """
        let parts = document.split(separator: "⚡", omittingEmptySubsequences: false)
        return (1..<parts.count).map { index in
            let place = parts[index]
            guard let quote = place.dropFirst().firstIndex(of: "\"") else { return ("", []) }
            let changed =
                parts[..<index].joined() + tag + place[place.index(after: quote)...] + parts[(index + 1)...].joined()
            return ("\(parts[index - 1].suffix(24))⚡", Array(changed.utf8))
        }
    }

    @Test("no text breaks out of its line, wherever it stands", arguments: payloads)
    func places(_ payload: String) throws {
        for (place, octets) in try Self.exchanges(with: payload) {
            let conversion = CalendarConversion(octets, cancelled: .title)
            #expect(conversion.fault == nil, "\(place)")
            #expect(CalendarLaws.faults(of: conversion.octets) == [], "\(place)")
        }
    }

    @Test("peers read what no text could break")
    func peers() throws {
        guard Peer.hasPython(["icalendar"], for: "hostile texts in \(Self.payloads.count) shapes") else { return }
        let peer = try Peer()
        // Two records of one id, or slots of one UID, are the data's fault, which no writer can mend.
        let paths = try Self.payloads.enumerated().map { index, payload in
            let spelled = String(decoding: try JSONEncoder().encode(payload), as: UTF8.self)
            var draft = EventDraft()
            draft.name = "{\"it\": \(spelled)}"
            draft.members +=
                ",\"description\": {\"it\": \(spelled)}, \"kind\": \(spelled), \"url\": \(spelled), \"online\": [\(spelled)]"
            draft.slots = "{\"id\":\"s\",\"start\":\"2026-05-29T10:00\",\"uid\":\(spelled)}"
            let calendar = draft.calendar()
            #expect(calendar.calendar.events[0]["SUMMARY"]?.text == payload.readAsJSON)
            return try peer.file("\(index).ics", calendar.octets)
        }
        peer.check("structure.py", paths)
    }

    @Test("texts of 300 thousand octets are folded and come back")
    func longTexts() throws {
        for piece in ["x", "è", "😀", ",", "\\\\", "\\n", "عربي ", "a\u{301}"] {
            var draft = EventDraft()
            let text = String(repeating: piece, count: 300_000 / piece.utf8.count)
            draft.members += ",\"description\": {\"it\": \"\(text)\"}"
            let conversion = draft.calendar()
            try #require(conversion.fault == nil)
            #expect(CalendarLaws.faults(of: conversion.octets) == [])
            let plain = text.replacing("\\n", with: "\n").replacing("\\\\", with: "\\")
            #expect(conversion.calendar.events[0]["DESCRIPTION"]?.text == plain)
        }
    }

    @Test("an emoji, an escape and an accent stand at every offset of a fold")
    func folds() {
        for length in 0..<80 {
            for piece in ["👩‍🎨", "😀", "è", "\\\\", ",", "\\n", "ع"] {
                var draft = EventDraft()
                let text = String(repeating: "x", count: length) + piece + "y"
                draft.name = "{\"it\": \"\(text)\"}"
                let conversion = draft.calendar()
                #expect(CalendarLaws.faults(of: conversion.octets) == [])
                let plain = text.replacing("\\n", with: "\n").replacing("\\\\", with: "\\")
                #expect(conversion.calendar.events[0]["SUMMARY"]?.text == plain)
            }
        }
    }

    @Test("a control character is left out of the line and kept in the residue")
    func controls() {
        var draft = EventDraft()
        draft.name = #"{"it": "Ti\u007Ftolo"}"#
        let event = draft.calendar().calendar.events[0]
        #expect(event.value("SUMMARY") == "Titolo")
        #expect(event["X-COS-DATA"]?.json?.contains("\"name\":{\"it\":\"Ti\u{7F}tolo\"}") == true)
    }

    @Test(
        "what opens no page, letter, call or map is no link, and is kept in the residue",
        arguments: [
            "javascript:alert(1)", "data:,x", "file:///etc/passwd", "JavaScript:x", "ftp://a.example/", "a.example",
            "http:x",
        ])
    func schemes(_ uri: String) {
        var draft = EventDraft()
        draft.members += ",\"url\": \"\(uri)\", \"online\": [\"https://a.example/\", \"\(uri)\"]"
        draft.others = #""media":[{"id":"m","kind":"image","url":"\#(uri)","about":["event/e"]}],"#
        let event = draft.calendar().calendar.events[0]
        #expect(event["URL"] == nil)
        #expect(event["IMAGE"] == nil)
        #expect(event.all("CONFERENCE").map(\.value) == ["https://a.example/"])
        let residue = event["X-COS-DATA"]?.json ?? ""
        #expect(residue.contains("\"url\":\"\(uri)\""))
        #expect(residue.contains("\"online\":[\"https://a.example/\",\"\(uri)\"]"))
    }

    @Test("every generated exchange makes a calendar of nothing but our lines")
    func generated() {
        let count = min(GeneratedCases.count, 300)
        for index in 0..<count {
            let seed = GeneratedCases.seed &+ UInt64(index)
            let tree = PlausibleTimes.put(into: ExchangeGenerator.exchange(seed: seed), seed: seed)
            let octets = Array(TreePrinter.print(tree, seed: seed).utf8)
            let faults = CalendarLaws.faults(of: CalendarConversion(octets).octets)
            if !faults.isEmpty { Issue.record("EXCHANGE_SEED=\(seed) EXCHANGE_CASES=1: \(faults.prefix(5))") }
        }
    }
}

extension String {
    /// The text as the reader understands it, without the control that no line may hold.
    fileprivate var readAsJSON: String {
        replacing("\r\n", with: "\n").replacing("\r", with: "\n").replacing("\u{7F}", with: "")
    }
}
