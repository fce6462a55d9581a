import ExchangeDiagnostics
import ExchangeFormats
import Foundation
import Testing

/// Nothing that must not go out is found in anything that goes out (promise S8).
@Suite struct CanaryTests {
    /// A fixture in which whoever has agreed to nothing has a secret in every field that consent governs.
    private func exchange(_ name: String) throws -> (text: String, secrets: Int) {
        var document = try #require(
            try JSONSerialization.jsonObject(with: Data(try Fixture.exchange(name))) as? [String: Any])
        var artists = document["artists"] as? [[String: Any]] ?? []
        var places = document["places"] as? [[String: Any]] ?? []
        var media = document["media"] as? [[String: Any]] ?? []
        var events = document["events"] as? [[String: Any]] ?? []
        func secret(_ what: String) -> String { "canary-\(what)" }
        artists += [
            [
                "id": "silent", "kind": "person", "name": ["it": secret("name"), "ar": secret("nome")],
                "sortName": secret("sort"), "email": "\(secret("mail"))@a.example", "telephone": secret("phone"),
                "description": ["it": secret("life")], "places": ["silent-studio"], "x-partner": secret("extra"),
            ],
            [
                "id": "ended", "kind": "person", "name": ["it": secret("ended")], "consentScope": ["name", "contact"],
                "consentUntil": "2020-01-01", "email": "\(secret("past"))@a.example",
            ],
            [
                "id": "named", "kind": "person", "name": ["it": "Caia Esempio"], "consentScope": ["name"],
                "email": "\(secret("named"))@a.example", "telephone": secret("named-phone"), "places": ["named-studio"],
            ],
            [
                "id": "odd", "kind": "person", "name": ["it": "Tizio"], "consentScope": ["name"],
                "email": [secret("list")],
                "telephone": ["n": secret("object")],
            ],
        ]
        for (studio, precision) in [
            ("silent-studio", "exact"), ("named-studio", "street"), ("hidden", "withheld"), ("near", "district"),
        ] {
            places.append(
                [
                    "id": studio, "kind": "studio", "name": ["it": "Studio"], "city": places.first?["city"] ?? "c",
                    "street": ["it": secret("street"), "ar": secret("street-ar")], "latitude": 44.0793123,
                    "longitude": 10.0977456,
                    "precision": precision, "access": "open",
                ])
        }
        for studio in ["silent-studio", "named-studio"] {
            places[places.firstIndex { $0["id"] as? String == studio } ?? 0]["email"] = "\(secret("studio"))@a.example"
            places[places.firstIndex { $0["id"] as? String == studio } ?? 0]["postcode"] = secret("postcode")
            places[places.firstIndex { $0["id"] as? String == studio } ?? 0]["directions"] = ["it": secret("way")]
        }
        media += [
            [
                "id": "portrait", "kind": "image", "url": "https://a.example/\(secret("portrait")).png",
                "about": ["artist/named", "event/canary"], "alt": ["it": secret("alt")],
            ],
            [
                "id": "voice", "kind": "audio", "url": "https://a.example/\(secret("voice"))",
                "about": ["artist/silent"],
            ],
        ]
        events.append(
            [
                "id": "canary", "kind": "opening", "status": "scheduled", "name": ["it": "Apertura"],
                "timeZone": "Europe/Rome", "places": ["silent-studio", "named-studio", "hidden", "near"],
                "artists": [["ref": "silent", "role": "host"], ["ref": "ended"], ["ref": "named"]],
                "slots": [["id": "s", "start": "2026-05-29T10:00", "end": "2026-05-29T13:00"]],
            ])
        document["artists"] = artists
        document["places"] = places
        document["media"] = media
        document["events"] = events
        let data = try JSONSerialization.data(withJSONObject: document)
        let text = String(decoding: data, as: UTF8.self)
        return (text, text.components(separatedBy: "canary-").count - 1)
    }

    private static let secrets = ["canary-", "44.0793123", "10.0977456", "\"silent\"", "\"ended\"", "artist/silent"]

    private func find(in text: String, _ what: String) {
        for secret in Self.secrets where text.contains(secret) {
            let place = text.range(of: secret).map { text[$0.lowerBound...].prefix(60) } ?? ""
            Issue.record("\(what) holds \(place)")
        }
    }

    @Test("no secret is in any form that leaves the house, nor in what is said of it", arguments: Fixture.names)
    func canaries(_ name: String) throws {
        let (exchange, secrets) = try exchange(name)
        #expect(secrets > 20)
        let withheld = try Withheld(exchange)
        find(in: withheld.json, "JSON")
        find(in: withheld.lines, "NDJSON")
        for remark in withheld.remarks {
            find(in: "\(remark) \(remark.subject as Any) \(remark.suggestions)", "a finding")
        }
        let octets = Array(exchange.utf8)
        for language in try Fixture.languages(of: octets) {
            for isLean in [false, true] {
                let conversion = CalendarConversion(octets, language: language, isLean: isLean, isPrivate: false)
                find(in: conversion.text.replacing("\r\n ", with: ""), "the calendar in \(language)")
                for residue in conversion.calendar.residue { find(in: residue, "the residue in \(language)") }
                for remark in conversion.remarks { find(in: "\(remark) \(remark.subject as Any)", "a finding") }
                #expect(conversion.tally == withheld.tally)
                let event = conversion.calendar.events.last
                #expect(event?["LOCATION"]?.text.contains("Studio") == true)
                #expect(event?["GEO"] == nil)
                #expect(event?["IMAGE"] == nil)
                #expect(
                    !conversion.calendar.residue.contains { $0.contains("consentScope") || $0.contains("consentUntil") }
                )
            }
        }
        #expect(withheld.json.contains("Caia Esempio"), "who has agreed is named")
    }

    @Test("what is not withheld is there, so that a canary can be found at all", arguments: Fixture.names)
    func found(_ name: String) throws {
        let (exchange, _) = try exchange(name)
        let whole = CalendarConversion(Array(exchange.utf8))
        #expect(whole.calendar.residue.contains { $0.contains("canary-phone") })
        #expect(whole.calendar.events.contains { $0["LOCATION"]?.text.contains("canary-street") == true })
        #expect(whole.tally.isEmpty)
    }
}
