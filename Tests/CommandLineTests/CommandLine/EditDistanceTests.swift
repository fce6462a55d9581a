import ExchangeDiagnostics
import Testing

@Suite("The edit distance")
struct EditDistanceTests {
    @Test(
        "counts slips",
        arguments: [
            ("", "", 0), ("", "abc", 3), ("abc", "abc", 0), ("kitten", "sitting", 3), ("exprot", "export", 1),
            ("ab", "ba", 1),
            ("flaw", "lawn", 2), ("إ", "أ", 1),
        ])
    func counts(_ left: String, _ right: String, _ slips: Int) {
        #expect(EditDistance.between(left, right) == slips)
        #expect(EditDistance.between(right, left) == slips)
    }

    @Test(
        "finds what was meant",
        arguments: [
            ("exprot", "export"), ("Export", "export"), ("valid", "validate"), ("inspct", "inspect"),
            ("cnovert", "convert"),
        ])
    func finds(_ word: String, _ meant: String) {
        #expect(EditDistance.nearest(to: word, among: ["export", "convert", "validate", "inspect", "init"]) == meant)
    }

    @Test(
        "suggests nothing far-fetched",
        arguments: ["xyz", "e", "", "publish", "ini-tial", String(repeating: "e", count: 100)])
    func suggestsNothing(_ word: String) {
        #expect(EditDistance.nearest(to: word, among: ["export", "convert", "validate", "formats", "init"]) == nil)
    }

    @Test("does not take one short word for another")
    func keepsShortWordsApart() {
        #expect(EditDistance.nearest(to: "csv", among: ["ics", "xml"]) == nil)
        #expect(EditDistance.nearest(to: "icx", among: ["ics", "xml"]) == "ics")
    }
}
