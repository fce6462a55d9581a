import ExchangeBytes
import ExchangeSyntax
import Testing

/// Going past a value, and its naive twin: octet by octet, with a count of what is open.
@Suite struct JSONSkipTests {
    @Test("the end of a value is where a plain count finds it")
    func values() throws {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<3000 {
            let value = Self.value(&random, depth: 0)
            let octets = Array((value + ",\"z\"]").utf8)
            var scanner = try Self.scanner(octets)
            try scanner.skip()
            #expect(scanner.index == Self.end(octets), "\(value)")
        }
    }

    @Test("a value that does not end is not gone past")
    func cut() throws {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<500 {
            let value = Array((Self.value(&random, depth: 0, isNested: true)).utf8)
            let count = Int(random.next(upperBound: UInt(value.count)))
            var scanner = try Self.scanner(Array(value.prefix(count)))
            var isCut = false
            do { try scanner.skip() } catch { isCut = true }
            #expect(isCut)
        }
    }

    @Test("JSON text is escaped as one octet after the other would be", arguments: 0...40)
    func texts(_ count: Int) {
        var random = SystemRandomNumberGenerator()
        let alphabet: [UInt8] = [0x22, 0x5C, 0x0A, 0x09, 0x0D, 0x01, 0x1F, 0x20, 0x61, 0x7F, 0xC3, 0xA8, 0xFF]
        for _ in 0..<200 {
            let isPlain = Bool.random(using: &random)
            let octets = (0..<count).map { _ in
                isPlain && !random.next().isMultiple(of: 9)
                    ? UInt8(ascii: "a") : alphabet.randomElement(using: &random) ?? 0
            }
            var input = ByteBuffer()
            var output = ByteBuffer(capacity: 1)
            input.append(contentsOf: octets)
            JSONText.append(input.bytes, to: &output)
            #expect(output.bytes.octets == Self.escaped(octets))
        }
    }

    // MARK: Naive twins

    private static func scanner(_ octets: [UInt8]) throws -> JSONScanner {
        var window = ByteWindow(try ByteInput(octets).open(at: 0), capacity: max(1, octets.count) + 8)
        _ = try window.refill(keepingFrom: 0)
        _ = try window.refill(keepingFrom: 0)
        return JSONScanner(window)
    }

    private static func end(_ octets: [UInt8]) -> Int {
        var (depth, index) = (0, 0)
        repeat {
            switch octets[index] {
            case UInt8(ascii: "\""):
                index += 1
                while octets[index] != UInt8(ascii: "\"") { index += octets[index] == UInt8(ascii: "\\") ? 2 : 1 }
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            default: break
            }
            index += 1
        } while depth > 0
        return index
    }

    private static func escaped(_ octets: [UInt8]) -> [UInt8] {
        var text: [UInt8] = [0x22]
        for octet in octets {
            switch octet {
            case 0x22, 0x5C: text += [0x5C, octet]
            case 0x0A: text += Array(#"\n"#.utf8)
            case 0x09: text += Array(#"\t"#.utf8)
            case 0x0D: text += Array(#"\r"#.utf8)
            case 0..<0x20:
                text += Array((octet < 16 ? #"\u000"# : #"\u00"#).utf8) + Array(String(octet, radix: 16).utf8)
            default: text.append(octet)
            }
        }
        return text + [0x22]
    }

    /// A string, an array or an object, with brackets and escapes in its strings.
    private static func value(
        _ random: inout SystemRandomNumberGenerator, depth: Int, isNested: Bool = false
    ) -> String {
        let kind = isNested ? Int.random(in: 1...2, using: &random) : Int.random(in: 0...2, using: &random)
        let blank = ["", " ", "\n        ", "\t"].randomElement(using: &random) ?? ""
        if depth > 5 || kind == 0 { return string(&random) }
        let values = (0..<Int.random(in: 0...4, using: &random)).map { _ in value(&random, depth: depth + 1) }
        if kind == 1 { return "[" + blank + values.joined(separator: "," + blank) + blank + "]" }
        let members = values.map { "\"n\(Int.random(in: 0...99_999, using: &random))\":" + blank + $0 }
        return "{" + blank + members.joined(separator: "," + blank) + blank + "}"
    }

    private static func string(_ random: inout SystemRandomNumberGenerator) -> String {
        let parts = ["a", "è", "{", "}", "[", "]", ",", ": ", #"\""#, #"\\"#, #"\n"#, "Y_y", "abcdefgh", "عربي"]
        let count = Int.random(in: 0...12, using: &random)
        return "\"" + (0..<count).map { _ in parts.randomElement(using: &random) ?? "" }.joined() + "\""
    }
}
