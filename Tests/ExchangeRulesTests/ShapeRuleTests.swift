import ExchangeDiagnostics
import Testing

@Suite struct ShapeRuleTests {
    @Test("what is missing, too great or ill spelled is found where it is", arguments: cases)
    func check(_ example: Case) throws { try example.check() }

    // swift-format-ignore
    static let cases: [Case] = [
        // M101
        Case(.missingRequiredField, "places", "/kind", #""district": {"it": "Centro"}"#, without: "kind", says: "kind is missing"),
        Case(.missingRequiredField, "places", "/kind", #""knid": "studio""#, without: "kind", says: "kind is missing"),
        Case(.missingRequiredField, "header", "/publisher", #""tzdb": "2025b""#, without: "publisher"),
        Case(.missingRequiredField, "media", "/url", #""duration": "PT1M""#, without: "url"),
        Case(.missingRequiredField, "events", "/slots/0/end", #""slots": [⚡{"id": "a", "start": "2026-06-05T10:00"}]"#),
        Case(.missingRequiredField, "events", "/slots/0/overrides/0/on", #""slots": [{"id": "a", "start": "2026-06-05", "end": "2026-06-05", "overrides": [⚡{"status": "cancelled"}]}]"#),
        Case(.missingRequiredField, "routes", "/stops/1/place", #""stops": [{"place": "studio"}, ⚡{"note": {"it": "?"}}]"#),
        Case(good: "places", #""kind": "studio", "id": 7"#),
        Case(.missingRequiredField, "events", "/timeZone", #""slots": [{"id": "a", "start": "2026-06-05T10:00", "end": "2026-06-05T11:00"}]"#, without: "timeZone"),
        Case(good: "events", #""slots": [{"id": "a", "start": "2026-06-05", "end": "2026-06-05"}]"#, without: "timeZone"),
        Case(good: "events", #""slots": [{"id": "a", "start": "2026-06-05T10:00", "end": "2026-06-05T11:00"}], "timeZone": 1"#),
        Case(.missingRequiredField, "artists", "/consentScope", #""email": "a@b.example""#, without: "consentScope"),
        Case(.missingRequiredField, "artists", "/consentDate", #""sortName": "Pallino""#, without: "consentDate"),
        Case(good: "artists", #""kind": "group""#, without: "consentScope"),
        Case(.missingRequiredField, "cooperations", "/cities", #""cities": [⚡"carrara"]"#, says: "cities has one entry"),
        Case(.missingRequiredField, "routes", "/stops", #""stops": [⚡{"place": "studio"}]"#),

        // M105
        Case(.unsupportedSchemaVersion, "header", "/format", #""format": ⚡"cos-xchange""#, means: ["cos-exchange"]),
        Case(.unsupportedSchemaVersion, "header", "/schemaVersion", #""schemaVersion": ⚡"2.0""#, .error),
        Case(.unsupportedSchemaVersion, "header", "/schemaVersion", #""schemaVersion": ⚡"1.4""#, .warning),
        Case(.unsupportedSchemaVersion, "header", "/schemaVersion", #""schemaVersion": ⚡"0.9""#, .error),

        // M106
        Case(.textHygiene, "places", "/name/it", #""name": {"it": ⚡" Studio"}"#, says: "begins"),
        Case(.textHygiene, "places", "/directions/en", #""directions": {"it": "a", "en": ⚡"b\u00a0"}"#, says: "ends"),
        Case(.textHygiene, "places", "/postcode", #""postcode": ⚡"54033\n""#),
        Case(good: "places", #""postcode": "54 033""#),
        Case(good: "places", #""postcode": "à""#),

        // M107
        Case(.malformedValue, "header", "/schemaVersion", #""schemaVersion": ⚡"1""#),
        Case(.malformedValue, "organisations", "/email", #""email": ⚡"info(at)ente.example""#),
        Case(.malformedValue, "organisations", "/email", #""email": ⚡"info@ente""#),
        Case(.malformedValue, "organisations", "/email", #""email": ⚡"a..b@ente.example""#),
        Case(good: "organisations", #""email": "info+a@ente.example""#),
        Case(good: "organisations", #""email": "ufficio@città.example""#),
        Case(.malformedValue, "organisations", "/telephone", #""telephone": ⚡"+39 chiedere""#),
        Case(.malformedValue, "organisations", "/telephone", #""telephone": ⚡"+39058500000012345""#),
        Case(good: "organisations", #""telephone": "+39 0585 000-000""#),
        Case(.malformedValue, "media", "/mediaType", #""mediaType": ⚡"mp4""#),
        Case(.malformedValue, "media", "/mediaType", #""mediaType": ⚡"video/mp4; x=1""#),
        Case(good: "media", #""mediaType": "image/svg+xml""#),
        Case(.malformedValue, "media", "/hashtags/1", ##""hashtags": ["Bene", ⚡"#Prova"]"##, means: ["Prova"]),
        Case(.malformedValue, "media", "/hashtags/0", #""hashtags": [⚡"due parole"]"#),
        Case(good: "media", #""hashtags": ["Città", "فن"]"#),
        Case(.malformedValue, "cities", "/subdivision", #""subdivision": ⚡"MS""#),
        Case(.malformedValue, "cities", "/subdivision", #""subdivision": ⚡"XX-MS""#),
        Case(good: "cities", #""subdivision": "EG-ASN""#),
        Case(.malformedValue, "media", "/duration", #""duration": ⚡"14:30""#),
        Case(.malformedValue, "media", "/duration", #""duration": ⚡"P""#),
        Case(.malformedValue, "media", "/duration", #""duration": ⚡"PT""#),
        Case(.malformedValue, "media", "/duration", #""duration": ⚡"PT5S3M""#),
        Case(.malformedValue, "media", "/duration", #""duration": ⚡"PT1.5M3S""#),
        Case(.malformedValue, "media", "/duration", #""duration": ⚡"P1DT""#),
        Case(good: "media", #""duration": "PT1H14M30.5S""#),
        Case(good: "media", #""duration": "P1DT2H""#),
        Case(good: "media", #""duration": "P2W""#),

        // M108
        Case(.valueOutOfRange, "events", "/capacity", #""capacity": ⚡-1"#),
        Case(.valueOutOfRange, "cities", "/memberSince", #""memberSince": ⚡17"#),
        Case(.valueOutOfRange, "events", "/slots/0/count", #""slots": [{"id": "a", "start": "2026-06-05", "end": "2026-06-05", "repeat": "FREQ=DAILY", "count": ⚡0}]"#),
        Case(good: "events", #""capacity": 1"#),
    ]
}
