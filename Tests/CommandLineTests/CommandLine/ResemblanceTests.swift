import ExchangeDiagnostics
import Testing

@Suite("The edit distance")
struct ResemblanceTests {
    @Test(
        "counts slips",
        arguments: [
            ("", "", 0), ("", "abc", 3), ("abc", "abc", 0), ("kitten", "sitting", 3), ("exprot", "export", 1),
            ("ab", "ba", 1),
            ("flaw", "lawn", 2), ("إ", "أ", 1),
        ])
    func counts(_ left: String, _ right: String, _ slips: Int) {
        #expect(Resemblance.distance(left, right) == slips)
        #expect(Resemblance.distance(right, left) == slips)
    }

    @Test(
        "finds what was meant",
        arguments: [
            ("exprot", "export"), ("Export", "export"), ("valid", "validate"), ("inspct", "inspect"),
            ("cnovert", "convert"),
        ])
    func finds(_ word: String, _ meant: String) {
        #expect(Resemblance.guess(of: word, among: ["export", "convert", "validate", "inspect", "init"]) == meant)
    }

    @Test(
        "suggests nothing far-fetched",
        arguments: ["xyz", "e", "", "publish", "ini-tial", String(repeating: "e", count: 100)])
    func suggestsNothing(_ word: String) {
        #expect(Resemblance.guess(of: word, among: ["export", "convert", "validate", "formats", "init"]) == nil)
    }

    @Test("does not take one short word for another")
    func keepsShortWordsApart() {
        #expect(Resemblance.guess(of: "csv", among: ["ics", "xml"]) == nil)
        #expect(Resemblance.guess(of: "icx", among: ["ics", "xml"]) == "ics")
    }
}
