import ExchangeDiagnostics
import Testing

@Suite struct LanguageAndLinkRuleTests {
    @Test("tags, codes and links that will not do are found where they are", arguments: cases)
    func check(_ example: Case) throws { try example.check() }

    // swift-format-ignore
    static let cases: [Case] = [
        // L104
        Case(.wrongScript, "events", "/description/ar", #""description": {"ar": ⚡"Visita guidata con gli artisti"}"#, says: "Latin"),
        Case(.wrongScript, "events", "/description/it", #""description": {"it": ⚡"زيارة مع الفنانين في الاستوديو"}"#, says: "Arabic"),
        Case(.wrongScript, "events", "/description/zh", #""description": {"zh": ⚡"Visita guidata", "it": "Visita guidata"}"#),
        Case(good: "events", #""description": {"ar": "زيارة Carrara", "zh": "参观", "it": "Àé 2026", "ar-Latn": "ziyara ma'a alfannanin", "xx": "Visita guidata"}"#),


        // L101
        Case(.invalidLanguageTag, "places", "/directions/it_IT", #""directions": {"it_IT": ⚡"a"}"#, means: ["it-IT"]),
        Case(.invalidLanguageTag, "places", "/directions/zxx", #""directions": {"zxx": ⚡"a"}"#, means: ["und"]),
        Case(.invalidLanguageTag, "places", "/directions/en-UK", #""directions": {"en-UK": ⚡"a"}"#, means: ["en-GB"]),
        Case(.invalidLanguageTag, "places", "/directions/i", #""directions": {"i": ⚡"a"}"#),
        Case(.invalidLanguageTag, "places", "/directions/a~1b", #""directions": {"a/b": ⚡"a"}"#),
        Case(.invalidLanguageTag, "events", "/languages/1", #""languages": ["it", ⚡"en-"]"#),
        Case(.invalidLanguageTag, "header", "/languages/2", #""languages": ["it", "en", ⚡"français"]"#),
        Case(good: "places", #""directions": {"und": "a", "ar-Latn": "b", "zh-Hant-HK": "c", "en-t-it-t0-und": "d", "i-klingon": "e", "x-prova": "f"}"#),

        // L103
        Case(.missingDefaultLanguage, "header", "/name", #""name": {"en": ⚡"Test"}"#, .error),
        Case(.missingDefaultLanguage, "places", "/name", #""name": {"en": ⚡"Studio"}"#, .warning),
        Case(good: "places", #""name": {"it-IT": "Studio"}, "description": {"en": "not translated"}"#),

        // C103
        Case(.unknownVocabularyTerm, "events", "/status", #""status": ⚡"canceled""#, .error, means: ["cancelled"]),
        Case(.unknownVocabularyTerm, "events", "/kind", #""kind": ⚡"Tour""#, .error, means: ["tour"]),
        Case(.unknownVocabularyTerm, "events", "/disciplines/1", #""disciplines": ["craft", ⚡"calligraphy"]"#, .warning),
        Case(.unknownVocabularyTerm, "events", "/disciplines/0", #""disciplines": [⚡"belle arti"]"#, .error),
        Case(.unknownVocabularyTerm, "events", "/artists/0/role", #""artists": [⚡{"ref": "pinco", "role": "hots"}]"#, .error, means: ["host"]),
        Case(.unknownVocabularyTerm, "events", "/slots/0/overrides/0/status", #""slots": [{"id": "a", "start": "2026-06-05", "end": "2026-06-05", "overrides": [{"on": "2026-06-05", "status": ⚡"moved"}]}]"#, .warning),
        Case(good: "events", #""status": "moved-online", "artists": [{"ref": "pinco"}], "accessible": ["step-free-entrance"]"#),

        // U101
        Case(.invalidURL, "places", "/url", #""url": ⚡"www.open-studios.example/a""#, means: ["https://www.open-studios.example/a"]),
        Case(.invalidURL, "places", "/url", #""url": ⚡"//open-studios.example""#, means: ["https://open-studios.example"]),
        Case(.invalidURL, "places", "/url", #""url": ⚡"a folder/index.html""#),
        Case(.invalidURL, "places", "/url", #""url": ⚡"\thttps://a.example/""#, means: ["https://a.example/"]),
        Case(.invalidURL, "places", "/url", #""url": ⚡"https://""#),
        Case(.invalidURL, "places", "/url", #""url": ⚡"https:///a""#),
        Case(.invalidURL, "places", "/url", #""url": ⚡"https:open-studios.example""#),
        Case(.invalidURL, "places", "/sameAs/1", #""sameAs": ["urn:x:1", ⚡"https://a.example/a b"]"#, means: ["https://a.example/a%20b"]),
        Case(.invalidURL, "places", "/url", #""url": ⚡"https://a.example/<b>""#, says: "%3C", means: ["https://a.example/%3Cb>"]),
        Case(.invalidURL, "places", "/url", #""url": ⚡"https://a.example/100%""#),
        Case(.invalidURL, "header", "/baseURI", #""baseURI": ⚡"https://a.example/id""#, means: ["https://a.example/id/"]),
        Case(.invalidURL, "events", "/places/0", #""places": [⚡"https://"]"#),
        Case(good: "places", #""url": "https://città.example:8080/è?q=%C3%A8#x", "sameAs": ["geo:44.1,10.1", "http://[::1]/a"]"#),
        Case(good: "header", #""baseURI": "https://a.example/id#""#),

        // U102
        Case(.forbiddenURLScheme, "places", "/url", #""url": ⚡"javascript:alert(1)""#),
        Case(.forbiddenURLScheme, "places", "/url", #""url": ⚡"File:///etc/passwd""#),
        Case(.forbiddenURLScheme, "places", "/url", #""url": ⚡"https://a:b@c.example/""#),
        Case(.forbiddenURLScheme, "events", "/places/0", #""places": [⚡"data:text/html,a"]"#),
    ]
}
