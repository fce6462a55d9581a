import ExchangeBytes
import Testing

/// Literals are compared and appended in words that overlap: one of every length around those words.
@Suite struct LiteralTests {
    private static let literals: [StaticString] = [
        "", "a", "ab", "abc", "abcd", "abcdefg", "abcdefgh", "abcdefghijklmno", "abcdefghijklmnop",
        "abcdefghijklmnopq", "abcdefghijklmnopqrstuvwxyz01234", "abcdefghijklmnopqrstuvwxyz012345",
        "abcdefghijklmnopqrstuvwxyz0123456",
    ]

    @Test("a literal is appended whole, whatever its length")
    func appending() {
        for literal in Self.literals {
            var buffer = ByteBuffer(capacity: 1)
            buffer.append("<")
            buffer.append(literal)
            buffer.append(">")
            #expect(buffer.bytes.text == "<\(literal)>")
        }
    }

    @Test("a run equals a literal, or an array, if all octets are the same")
    func equality() {
        for literal in Self.literals {
            var buffer = ByteBuffer()
            buffer.append(literal)
            let octets = buffer.bytes.octets
            #expect(buffer.bytes.equals(literal))
            #expect(buffer.bytes.equals(octets: octets))
            for index in octets.indices {
                var others = octets
                others[index] ^= 1
                var other = ByteBuffer()
                other.append(contentsOf: others)
                #expect(!other.bytes.equals(literal))
                #expect(!other.bytes.equals(octets: octets))
            }
            buffer.append("+")
            #expect(!buffer.bytes.equals(literal))
            #expect(!buffer.bytes.equals(octets: octets))
        }
    }
}
