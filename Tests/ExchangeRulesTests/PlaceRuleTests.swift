import ExchangeDiagnostics
import Testing

@Suite struct PlaceRuleTests {
    @Test("places that will not do are found where they are", arguments: cases)
    func check(_ example: Case) throws { try example.check() }

    // swift-format-ignore
    static let cases: [Case] = [
        // G101
        Case(.coordinatesOutOfRange, "places", "/latitude", #""latitude": ⚡90.0000001, "longitude": 10.1"#),
        Case(.coordinatesOutOfRange, "places", "/longitude", #""latitude": 44.1, "longitude": ⚡-1000000000000000"#),
        Case(good: "places", #""latitude": -90, "longitude": 180, "precision": "street""#),

        // G105
        Case(.coordinatesImprecise, "places", "/latitude", #""latitude": ⚡44.079, "longitude": 10.1"#),
        Case(good: "places", #""latitude": 44.079, "longitude": 10.0977"#),
        Case(good: "places", #""latitude": 44.079, "longitude": 10.1, "precision": "street""#),
        Case(good: "places", #""latitude": 44.0793, "longitude": 10.0977001"#),

        // G108
        Case(.coordinatesOverprecise, "places", "/latitude", #""latitude": ⚡44.07930001, "longitude": 10.1"#),

        // G104
        Case(.nullIsland, "places", "/latitude", #""latitude": ⚡44.0793"#),
        Case(.nullIsland, "places", "/longitude", #""longitude": ⚡10"#),
        Case(.nullIsland, "places", "/latitude", #""latitude": ⚡0, "longitude": -0.001"#),
        Case(good: "places", #""latitude": 0, "longitude": 10.0977"#),
        Case(good: "places", #""latitude": 44.1, "longitude": "10.1""#),

        // P102
        Case(.privateFieldPublic, "places", "/street", #""precision": "district", "street": {"it": ⚡"Via Inesistente 1"}"#),
        Case(.privateFieldPublic, "places", "/street", #""precision": "city", "street": {"it": ⚡"Via Inesistente 1"}"#),
        Case(.privateFieldPublic, "places", "/latitude", #""precision": "district", "latitude": ⚡44.079, "longitude": 10.1"#, .warning),
        Case(.privateFieldPublic, "places", "/longitude", #""precision": "district", "latitude": 44.07, "longitude": ⚡10.123"#, .warning),
        Case(good: "places", #""precision": "district", "latitude": 44.07, "longitude": 10.13, "district": {"it": "Centro"}"#),
        Case(good: "places", #""precision": "street", "street": {"it": "Via Inesistente 1"}"#),

        // A102
        Case(.accessibilityContradiction, "places", "/notAccessible/1", #""accessible": ["lift", "seating"], "notAccessible": ["hearing-loop", ⚡"lift"]"#),
        Case(.accessibilityContradiction, "events", "/notAccessible/0", #""accessible": ["relaxed"], "notAccessible": [⚡"relaxed"]"#),
        Case(good: "places", #""accessible": ["lift"], "notAccessible": ["seating"]"#),

        // A103, A104
        Case(.capacityMissing, "events", "/booking", #""booking": ⚡"required""#),
        Case(good: "events", #""booking": "required", "capacity": 12"#),
        Case(.capacityImpossible, "events", "/capacity", #""capacity": ⚡0"#),

        // P101
        Case(.emailExposed, "events", "/description/it", #""description": {"it": ⚡"Scrivere a pinco.pallino@posta.example."}"#, says: "\"pinco.pallino@posta.example\""),
        Case(.emailExposed, "places", "/directions/en", #""directions": {"en": ⚡"@ 10: a@b.example"}"#, says: "\"a@b.example\""),
        Case(good: "events", #""description": {"it": "Seguite @studiaperti, o pinco@casa."}"#),

        // F101
        Case(.feedInformationMissing, "header", "/licence", "", without: "licence"),

        // C101
        Case(.invalidCountryCode, "cities", "/country", #""country": ⚡"UK""#, means: ["GB"]),
        Case(.invalidCountryCode, "cities", "/country", #""country": ⚡"it""#, means: ["IT"]),
        Case(.invalidCountryCode, "cities", "/country", #""country": ⚡"XX""#),
        Case(good: "cities", #""country": "SN""#),

        // C104
        Case(.phoneNotInternational, "places", "/telephone", #""telephone": ⚡"0585 000000""#),

        // P104
        Case(.consentMissing, "artists", "/name", #""name": {"it": ⚡"Pinco Pallino"}, "consentScope": ["contact"]"#),
        Case(.consentMissing, "artists", "/email", #""email": ⚡"a@b.example", "consentScope": ["name"]"#),
        Case(.consentMissing, "artists", "/telephone", #""telephone": ⚡"+390585000000", "consentScope": ["name", "image"]"#),
        Case(.consentMissing, "artists", "/consentUntil", #""consentUntil": ⚡"2026-05-03""#, says: "Sun 3 May 2026"),
        Case(good: "artists", #""consentUntil": "2026-05-04", "email": "a@b.example""#),
        Case(good: "artists", #""kind": "group", "email": "a@b.example", "consentScope": ["name"]"#),
    ]
}
