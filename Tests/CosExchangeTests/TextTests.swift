import CosExchange
import Testing

@Suite("Texts") struct TextTests {
    private let text: Text = ["it": "Scultura", "en": "Sculpture", "zh-Hant": "雕塑", "ar": "نحت"]

    @Test(
        "the version for a reader is the best that there is",
        arguments: [
            ("it", nil, "it"), ("it-IT", nil, "it"), ("AR-eg", nil, "ar"), ("zh-Hant-TW", nil, "zh-Hant"),
            ("zh-Hans", "en", "en"), ("fr", "en-GB", "en"), ("fr", nil, "it"), ("fr", "wo", "it"),
            ("en-t-it", nil, "en"), ("x-private", "ar", "ar"), ("", nil, "it"),
        ])
    func lookup(_ language: String, _ other: String?, _ expected: String) {
        #expect(text.version(in: language, default: other)?.tag == expected)
        #expect(text.text(in: language, default: other) == text[expected])
    }

    @Test("subtags are taken off one by one, single letters with what follows them")
    func tags() {
        #expect(LanguageLookup.tags(for: "zh-Hant-TW") == ["zh-Hant-TW", "zh-Hant", "zh"])
        #expect(LanguageLookup.tags(for: "en-t-it") == ["en-t-it", "en"])
        #expect(LanguageLookup.tags(for: "") == [])
    }

    @Test("a literal keeps its order, and of two versions in one language the later one")
    func literal() {
        #expect(text.versions.map(\.tag) == ["it", "en", "zh-Hant", "ar"])
        let twice: Text = ["it": "a", "en": "b", "IT": "c"]
        #expect(twice.versions.map(\.text) == ["c", "b"])
        let none: Text = [:]
        #expect(none.isEmpty)
        #expect(none.version(in: "it") == nil)
        #expect(!text.isEmpty)
    }
}
