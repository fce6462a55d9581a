import ExchangeBytes
import Testing

@Suite struct WordTests {
    private func word(_ octet: UInt8, at place: Int, among other: UInt8) -> UInt64 {
        (0..<8).reduce(0) { $0 | UInt64($1 == place ? octet : other) << UInt64(8 * $1) }
    }

    @Test("the first octet that ends a run is found among any others", arguments: 0..<8)
    func runs(_ place: Int) {
        for octet in UInt8.min...UInt8.max {
            for other in [0x20, 0x41, 0x7F, 0x80, 0xA2, 0xDC, 0xFF] as [UInt8] {
                let marks = Word.endsJSONRun(word(octet, at: place, among: other))
                let isEnd = octet < 0x20 || octet == 0x22 || octet == 0x5C
                #expect(marks == 0 ? !isEnd : isEnd && Word.distance(marks) == place)
            }
        }
    }

    @Test("the first quote or backslash is found among any others", arguments: 0..<8)
    func stringEnds(_ place: Int) {
        for octet in UInt8.min...UInt8.max {
            for other in [0x00, 0x20, 0x41, 0x7F, 0x80, 0xA2, 0xDC, 0xFF] as [UInt8] {
                let marks = Word.endsSkippedString(word(octet, at: place, among: other))
                let isEnd = octet == 0x22 || octet == 0x5C
                #expect(marks == 0 ? !isEnd : isEnd && Word.distance(marks) == place)
            }
        }
    }

    @Test("no bracket and no quote is gone past", arguments: 0..<8)
    func brackets(_ place: Int) {
        for octet in Array("\"{}[]".utf8) {
            for other in [0x20, 0x41, 0x80, 0xA2, 0xDB, 0xFD, 0x00] as [UInt8] {
                #expect(Word.distance(Word.bracketsJSON(word(octet, at: place, among: other))) == place)
            }
        }
        for octet in Array(" ,:0aE-.\n\\".utf8) + [0x00, 0x80, 0xA2, 0xDB, 0xDD, 0xFB, 0xFD] {
            #expect(Word.bracketsJSON(word(octet, at: place, among: 0x20)) == 0)
        }
    }

    @Test("a prefix is followed by zeroes", arguments: 0..<8)
    func prefixes(_ count: Int) {
        let expected = (0..<count).reduce(UInt64(0)) { $0 | 0xAB << UInt64(8 * $1) }
        #expect(Word.prefix(0xABAB_ABAB_ABAB_ABAB, count) == expected)
    }
}
