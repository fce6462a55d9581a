import ExchangeBytes
import Foundation
import Testing

@testable import ExchangeFormats

@Suite struct DecimalSpellingTests {
    // swift-format-ignore
    @Test("a decimal is spelled as short as can be", arguments: [
        ("0", "0"), ("-0", "0"), ("0.0", "0"), ("-0.000e5", "0"), ("0e99", "0"), ("1", "1"), ("1.0", "1"), ("-1.50", "-1.5"), ("44.0790", "44.079"),
        ("100", "100"), ("1e2", "100"), ("1E+2", "100"), ("12.5e1", "125"), ("12.5e-3", "0.0125"), ("0.001e3", "1"), ("0.00100e1", "0.01"),
        ("1e39", "1" + String(repeating: "0", count: 39)), ("1e-40", "0." + String(repeating: "0", count: 39) + "1"),
        ("0.1" + String(repeating: "0", count: 90), "0.1"), ("1e40", nil), ("1e-41", nil), ("1e9223372036854775807", nil), ("1e-9223372036854775808", nil),
        ("1e99999999999999999999", nil), ("1234567890123456789012345678901234567890", "1234567890123456789012345678901234567890"),
        ("12345678901234567890123456789012345678901", nil), ("0.12345678901234567890123456789012345678901", nil),
        ("12345678901234567890.12345678901234567890", "12345678901234567890.1234567890123456789"),
    ] as [(String, String?)])
    func shortest(_ number: String, _ expected: String?) {
        #expect(shorten(number) == expected)
    }

    @Test("the shortest spelling says the same number, and is its own shortest")
    func value() throws {
        var random = SeededRandom(seed: GeneratedCases.seed)
        for _ in 0..<5000 {
            let whole = String(random.below(random.pick([1, 10, 1000, 1 << 40])))
            let fraction =
                random.once(in: 3)
                ? "" : "." + String(random.below(1_000_000)) + String(repeating: "0", count: random.below(4))
            let exponent = random.once(in: 2) ? "" : "e" + String(random.between(-12...12))
            let number = (random.once(in: 2) ? "-" : "") + whole + fraction + exponent
            let short = try #require(shorten(number))
            #expect(Decimal(string: short) == Decimal(string: number), "\(number)")
            #expect(shorten(short) == short)
            #expect(!short.contains("e") && !(short.contains(".") && short.hasSuffix("0")))
        }
    }

    private func shorten(_ number: String) -> String? {
        var buffer = ByteBuffer()
        let slice = buffer.slice(of: number)
        return DecimalSpelling.shorten(slice, in: &buffer).map { buffer[$0].text }
    }
}
