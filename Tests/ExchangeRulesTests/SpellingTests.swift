import ExchangeBytes
import ExchangeDiagnostics
import Testing

@testable import ExchangeRules

@Suite struct SpellingTests {
    private static func bytes<Result>(_ text: String, _ body: (Bytes) -> Result) -> Result {
        var buffer = ByteBuffer()
        buffer.append(utf8: text)
        return body(buffer.bytes)
    }

    @Test(
        "tags that RFC 5646 allows are well-formed",
        arguments: [
            "de", "DE", "i-enochian", "I-Klingon", "zh-Hant", "zh-cmn-Hans-CN", "cmn-Hans-CN", "yue-HK", "sr-Latn-RS",
            "sl-rozaj", "sl-rozaj-biske", "sl-nedis", "de-CH-1901", "sl-IT-nedis", "hy-Latn-IT-arevela", "de-DE",
            "es-419",
            "de-CH-x-phonebk", "az-Arab-x-AZE-derbend", "x-whatever", "qaa-Qaaa-QM-x-southern", "de-Qaaa",
            "en-US-u-islamcal",
            "zh-CN-a-myext-x-private", "en-a-myext-b-another", "zh-min-nan", "sgn-BE-FR", "en-GB-oed", "art-lojban",
            "en-t-it-t0-und", "abcd", "abcdefgh", "zh-aaa-bbb-ccc", "wo-Arab", "und",
        ])
    func wellFormed(_ tag: String) {
        #expect(Self.bytes(tag, LanguageTag.isWellFormed))
    }

    @Test(
        "tags that RFC 5646 does not allow are not well-formed",
        arguments: [
            "", "a", "a-DE", "de-419-DE", "ar-a-aaa-b-bbb-a-ccc", "de-1901-1901", "it_IT", "it-", "-it", "it--IT",
            "i-none",
            "abcdefghi", "en-GB-", "x", "x-", "en-x", "en-a", "en-a-b", "1t", "it-IT-IT", "zh-aaa-bbb-ccc-ddd", "it IT",
            "ité", "en-GB-oed-x", "de-a-x",
        ])
    func illFormed(_ tag: String) {
        #expect(!Self.bytes(tag, LanguageTag.isWellFormed))
    }

    @Test("ISO 3166-1 has 249 countries")
    func countries() { #expect(Countries.count == 249) }

    @Test(
        "the nearest candidates come first, and only near ones",
        arguments: [
            ("st-0012", ["st-011", "st-012", "st-112"], ["st-012", "st-011", "st-112"]),
            ("canceled", ["scheduled", "cancelled"], ["cancelled"]),
            ("exprot", ["export", "expert"], ["export", "expert"]),
            ("xyz", ["abc"], []), ("a", ["b"], []), ("IT", ["it"], ["it"]), ("", ["a"], []),
        ])
    func nearest(_ word: String, _ candidates: [String], _ expected: [String]) {
        #expect(Resemblance.nearest(to: word, among: candidates) == expected)
    }

    @Test(
        "an offset is told in hours and minutes",
        arguments: [(0, "+00:00"), (7200, "+02:00"), (-12_600, "-03:30"), (-968, "-00:16:08")])
    func offset(_ seconds: Int, _ text: String) { #expect(offsetText(seconds) == text) }
}
