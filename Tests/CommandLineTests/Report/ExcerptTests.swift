import Testing

@testable import cos_exchange

@Suite("An excerpt")
struct ExcerptTests {
    private func excerpt(_ text: String, at mark: Character = "§") throws -> Excerpt {
        let index = try #require(text.firstIndex(of: mark))
        let before = Array(text[..<index].utf8)
        let octets = before + Array(text[text.index(after: index)...].utf8)
        return try #require(
            Excerpt(octets, at: before.count, count: ValueExtent.count(octets, from: before.count, in: .json)))
    }

    @Test(
        "shows the line, and the value that it is about",
        arguments: [
            ("{\n  \"studio\": §\"st-0012\",\n}", "  \"studio\": \"st-0012\",", "\"st-0012\"", 12, 9),
            ("§{\"a\": 1}", "{\"a\": 1}", "{", 0, 1),
            ("{\"a\": §-1.5e3, \"b\"}", "{\"a\": -1.5e3, \"b\"}", "-1.5e3", 6, 6),
            ("{\t\"a\":§true\r\n", "{ \"a\":true", "true", 6, 4), (#"[§"a\"b", 1]"#, #"["a\"b", 1]"#, #""a\"b""#, 1, 6),
            ("[§\"open", "[\"open", "\"open", 1, 5), ("[1§,]", "[1,]", ",", 2, 1), ("é: §x y", "é: x y", "x", 3, 1),
            ("a §\u{1B}[2J b", #"a \u{1B}[2J b"#, #"\u{1B}"#, 2, 6),
        ])
    func showsLine(_ text: String, _ line: String, _ value: String, _ column: Int, _ width: Int) throws {
        let excerpt = try excerpt(text)
        #expect(excerpt.line == line)
        #expect(excerpt.value == value)
        #expect(excerpt.caret?.column == column)
        #expect(excerpt.caret?.width == width)
    }

    @Test(
        "has no caret where it would stand wrong",
        arguments: [
            "\"ar\": \"فلان\", \"x\": §1", "\"zh\": \"石\", \"x\": §1", "\"e\u{301}\": §1", "\"👩‍🎨\": §1", "§\"שלום\"",
        ])
    func hasNoCaret(_ text: String) throws {
        let excerpt = try excerpt(text)
        #expect(excerpt.caret == nil)
        #expect(!excerpt.value.isEmpty)
    }

    @Test("is cut on both sides, between characters")
    func isCut() throws {
        for text in ["x", "é", "…"] {
            let side = String(repeating: text, count: 500)
            let octets = Array("\(side)!\(side)".utf8)
            let start = side.utf8.count
            let part = Array(octets[(start - Excerpt.reach.before)..<(start + Excerpt.reach.behind)])
            let excerpt = try #require(
                Excerpt(
                    part, at: Excerpt.reach.before,
                    count: ValueExtent.count(part, from: Excerpt.reach.before, in: .json)))
            #expect(excerpt.line.hasPrefix("…\(text)"))
            #expect(excerpt.line.hasSuffix("\(text)…"))
            #expect(!excerpt.line.contains("\\x"))
            #expect(excerpt.line.utf8.count <= Excerpt.reach.before + Excerpt.reach.behind + 6)
            let column = try #require(excerpt.caret?.column)
            let characters = Array(excerpt.line)
            #expect(characters[column] == "!")
        }
    }

    @Test("spells out what is not UTF-8")
    func spellsOctets() throws {
        let excerpt = try #require(Excerpt([0x22, 0xE9, 0x74, 0xE9, 0x22], at: 0, count: 5))
        #expect(excerpt.line == #""\xE9t\xE9""#)
    }

    @Test("of nothing is nothing")
    func isNothing() {
        #expect(Excerpt([], at: 0, count: nil) == nil)
        #expect(Excerpt([0x20], at: 1, count: nil) == nil)
    }

    @Test("of any octets at any place breaks nothing")
    func breaksNothing() throws {
        var state: UInt64 = 42
        for _ in 0..<2_000 {
            let octets = (0..<Int(state % 40 + 1)).map { _ -> UInt8 in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return UInt8(truncatingIfNeeded: state >> 56)
            }
            for index in octets.indices {
                let excerpt = try #require(
                    Excerpt(octets, at: index, count: ValueExtent.count(octets, from: index, in: .json)))
                #expect(!excerpt.line.utf8.contains { $0 < 0x20 || $0 == 0x7F })
            }
        }
    }
}
