import Foundation
import Testing

@testable import cos_exchange

@Suite("JSON of a report")
struct JSONTests {
    @Test("is laid out, a value a line")
    func isLaidOut() {
        let json = JSON.object([
            ("a", .array([.integer(1), .string("x")])), ("b", .array([])), ("c", .object([])),
            ("d", .object([("e", .integer(-2))])),
        ])
        #expect(
            json.text == """
                {
                  "a": [
                    1,
                    "x"
                  ],
                  "b": [],
                  "c": {},
                  "d": {
                    "e": -2
                  }
                }

                """)
    }

    @Test(
        "escapes what a terminal might obey, and is read back as it was",
        arguments: [
            "\"\\/\u{8}\n\r\t", "\u{1B}[2J\u{7F}\u{9B}", "\u{202E}\u{2028}\u{FEFF}", "\u{E0041}x", "فلان é 👩\u{200D}🎨",
            "</script>",
        ])
    func escapes(_ text: String) throws {
        let json = JSON.array([.string(text)]).text
        #expect(!json.unicodeScalars.contains { $0 != "\n" && Escaped.isHarmful($0) })
        let read = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String]
        let first = try #require(read?.first)
        #expect(first.unicodeScalars.elementsEqual(text.unicodeScalars))
    }

    @Test("has no noncharacter in it")
    func replacesNoncharacters() {
        #expect(JSON.string("a\u{FFFE}b\u{1FFFF}").text == "\"a\u{FFFD}b\u{FFFD}\"\n")
    }
}
