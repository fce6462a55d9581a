import ExchangeDiagnostics
import Testing

@Suite struct IdentityRuleTests {
    @Test("ids and references that will not do are found where they are", arguments: cases)
    func check(_ example: Case) throws { try example.check() }

    // swift-format-ignore
    static let cases: [Case] = [
        // R105
        Case(.idNotPortable, "places", "/id", #""id": ⚡"Studio-1""#, .warning, says: "capitals", means: ["studio-1"]),
        Case(.idNotPortable, "places", "/id", #""id": ⚡"studio 1""#, .error, says: "blank", means: ["studio-1"]),
        Case(.idNotPortable, "places", "/id", #""id": ⚡"a/b""#, .error, means: ["a-b"]),
        Case(.idNotPortable, "places", "/id", #""id": ⚡"città""#, .warning),
        Case(.idNotPortable, "places", "/id", #""id": ⚡"-a-""#, .warning, means: ["a"]),
        Case(.idNotPortable, "places", "/id", #""id": ⚡"a@b.example""#, .warning, means: ["a-b.example"]),
        Case(.idNotPortable, "places", "/id", #""id": ⚡"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa""#, .warning, says: "longer"),
        Case(.idNotPortable, "events", "/slots/0/id", #""slots": [{"id": ⚡"A", "start": "2026-06-05", "end": "2026-06-05"}]"#, .warning, means: ["a"]),
        Case(good: "places", #""id": "2026.a_b-c""#),

        // R101
        Case(.duplicateID, "places", "/id", #""id": ⚡"studio""#),
        Case(good: "places", #""id": "pinco""#),
        Case(.duplicateID, "events", "/slots/1/id", #""slots": [{"id": "a", "start": "2026-06-05", "end": "2026-06-05"}, {"id": ⚡"a", "start": "2026-06-06", "end": "2026-06-06"}]"#),
        Case(.duplicateID, "events", "/slots/0/overrides/1/on", #""slots": [{"id": "a", "start": "2026-06-05", "end": "2026-06-05", "overrides": [{"on": "2026-06-05"}, {"on": ⚡"2026-06-05"}]}]"#, says: "Fri 5 June 2026"),

        // R102
        Case(.danglingReference, "events", "/places/1", #""places": ["studio", ⚡"stuido"]"#, says: "no place has the id \"stuido\"", means: ["studio"]),
        Case(.danglingReference, "events", "/artists/0/ref", #""artists": [⚡{"role": "host", "ref": "nessuno"}]"#),
        Case(.danglingReference, "events", "/places/0", #""places": [⚡"place/studio"]"#, means: ["studio"]),
        Case(.danglingReference, "events", "/cooperation", #""cooperation": ⚡"insiem""#, means: ["insieme"]),
        Case(.danglingReference, "events", "/partOf", #""partOf": ⚡"festa""#),
        Case(.danglingReference, "header", "/publisher", #""publisher": ⚡"entte""#, means: ["ente"]),
        Case(.danglingReference, "routes", "/stops/1/place", #""stops": [{"place": "studio"}, {"place": ⚡"cava"}]"#),
        Case(.danglingReference, "events", "/slots/0/overrides/0/places/0", #""slots": [{"id": "a", "start": "2026-06-05", "end": "2026-06-05", "overrides": [{"on": "2026-06-05", "places": [⚡"cava"]}]}]"#),
        Case(.danglingReference, "media", "/about/1", #""about": ["artist/pinco", ⚡"artist/pinko"]"#, means: ["artist/pinco"]),
        Case(.danglingReference, "media", "/about/0", #""about": [⚡"pinco"]"#, says: "no type and id"),
        Case(.danglingReference, "media", "/about/0", #""about": [⚡"artista/pinco"]"#, says: "no type and id"),
        Case(.danglingReference, "media", "/about/0", #""about": [⚡"cooperation/insiem"]"#, means: ["cooperation/insieme"]),
        Case(good: "events", #""places": ["studio", "https://data.aswan.example/id/place/sala"], "partOf": "visita", "edition": "2026""#),
        Case(good: "media", #""about": ["event/visita", "https://data.aswan.example/x", "media/video", "cooperation/insieme", "city/carrara"]"#),
        Case(good: "artists", #""kind": "group", "members": ["pinco"]"#),

        // R103
        Case(.wrongKindReference, "events", "/places/0", #""places": [⚡"pinco"]"#, says: "\"pinco\" is an artist, not a place"),
        Case(.wrongKindReference, "events", "/cooperation", #""cooperation": ⚡"video""#, says: "is a media"),
        Case(.wrongKindReference, "media", "/about/0", #""about": [⚡"event/studio"]"#, says: "is a place, not an event"),

        // R108
        Case(.circularReference, "events", "/partOf", #""partOf": ⚡"nuovo""#),
        Case(.circularReference, "artists", "/members/0", #""kind": "group", "members": [⚡"nuovo"]"#),
    ]
}
