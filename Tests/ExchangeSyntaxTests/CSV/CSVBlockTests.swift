import ExchangeBytes
import Testing

@testable import ExchangeSyntax

@Suite struct CSVBlockTests {
    /// Octets next to those that mean something, with one bit more or less among them.
    static let alphabet: [UInt8] = [
        0x00, 0x01, 0x08, 0x09, 0x0A, 0x0D, 0x1F, 0x20, 0x21, 0x22, 0x23, 0x2B, 0x2C, 0x2D, 0x3A, 0x3B, 0x61, 0x7F,
        0x80, 0x89, 0x8A, 0x9F, 0xA2, 0xAC, 0xC3, 0xFF,
    ]

    @Test("the marks of a block are those of its octets one by one", arguments: [0x2C, 0x3B, 0x09] as [UInt8])
    func marks(_ separator: UInt8) {
        var random = SystemRandomNumberGenerator()
        for round in 0..<2000 {
            let octets = (0..<64).map { _ in
                round % 3 == 0
                    ? UInt8.random(in: .min ... .max, using: &random)
                    : Self.alphabet.randomElement(using: &random) ?? 0x61
            }
            // Most blocks have no quote and no control, and are looked at in another way.
            let plain = round % 2 == 0 ? octets : octets.map { $0 < 0x24 && $0 != separator ? 0x61 : $0 }
            let block = plain.withUnsafeBytes { raw in
                raw.baseAddress.map { CSVBlock($0, separator) }
            }
            func bits(_ isMeant: (UInt8) -> Bool) -> UInt64 {
                plain.enumerated().reduce(0) { isMeant($1.element) ? $0 | 1 << UInt64($1.offset) : $0 }
            }
            #expect(block?.separators == bits { $0 == separator }, "\(plain)")
            #expect(block?.quotes == bits { $0 == 0x22 }, "\(plain)")
            #expect(block?.controls == bits { $0 < 0x20 }, "\(plain)")
            #expect(block?.hasHighs == plain.contains { $0 >= 0x80 }, "\(plain)")
        }
    }

    @Test("parity tells for each bit whether an odd number is set up to it")
    func parity() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<1000 {
            let bits =
                UInt64.random(in: .min ... .max, using: &random) & UInt64.random(in: .min ... .max, using: &random)
            var expected: UInt64 = 0
            var isOdd = false
            for index in 0..<64 as Range<UInt64> {
                if bits >> index & 1 == 1 { isOdd.toggle() }
                if isOdd { expected |= 1 << index }
            }
            #expect(CSVMasks.parity(bits) == expected)
        }
    }
}
