import Testing

@testable import cos_exchange

@Suite("Escaped text")
struct EscapedTests {
    @Test(
        "spells out what a terminal might obey",
        arguments: [
            ("\u{1B}[2J", #"\u{1B}[2J"#), ("a\nb\tc\r", #"a\nb\tc\r"#), ("\u{7F}\u{80}\u{9B}", #"\u{7F}\u{80}\u{9B}"#),
            ("\0", #"\u{0}"#),
            ("\u{202E}exe.cod", #"\u{202E}exe.cod"#), ("\u{2066}x\u{2069}", #"\u{2066}x\u{2069}"#),
            ("\u{2028}\u{2029}", #"\u{2028}\u{2029}"#), ("\u{FEFF}\u{200B}\u{AD}", #"\u{FEFF}\u{200B}\u{AD}"#),
            ("\u{200E}\u{200F}\u{61C}", #"\u{200E}\u{200F}\u{61C}"#), ("\u{E0041}", #"\u{E0041}"#),
        ])
    func spellsOut(_ text: String, _ escaped: String) {
        #expect(Escaped.text(text) == escaped)
    }

    @Test(
        "keeps what people write",
        arguments: ["Caffè", "فلان الفلاني", "می\u{200C}خواهم", "👩\u{200D}🎨", "石雕工作室", "e\u{301}"])
    func keeps(_ text: String) {
        #expect(Escaped.text(text).unicodeScalars.elementsEqual(text.unicodeScalars))
    }

    @Test("never lets a control through, whatever the text")
    func letsNothingThrough() {
        let all = (0...0x10FFFF).lazy.compactMap { Unicode.Scalar($0 as UInt32) }
        for scalar in all {
            for piece in Escaped.spelling(of: scalar) where piece.value < 0x20 || (0x7F...0x9F).contains(piece.value) {
                Issue.record("U+\(String(scalar.value, radix: 16))")
            }
        }
    }

    @Test("isolates a name that runs from right to left")
    func isolates() {
        #expect(Escaped.quoted("Visita al buio") == "“Visita al buio”")
        #expect(Escaped.quoted("عرض حيّ") == "“\u{2068}عرض حيّ\u{2069}”")
    }

    @Test("cuts what is long, and says so")
    func cuts() {
        #expect(Escaped.text("abcdef", limit: 6) == "abcdef")
        #expect(Escaped.text("abcdefg", limit: 6) == "abcde…")
        #expect(Escaped.text(String(repeating: "\u{1B}", count: 100)).count <= 80)
        #expect(Escaped.text(String(repeating: "x", count: 1_000)).count == 80)
    }
}
