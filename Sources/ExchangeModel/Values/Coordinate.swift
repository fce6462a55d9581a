/// A latitude or a longitude in degrees, with the digits that it was written with.
public struct Coordinate: Hashable, Sendable, CustomStringConvertible {
    /// The shortest decimal spelling: `44.0793`.
    public let text: String
    /// The number that the text says, as near as a `Double` comes.
    public var degrees: Double { Double(text) ?? .nan }
    public var description: String { text }

    /// Nil if the text is no number as JSON writes numbers (RFC 8259 section 6), or one with an exponent.
    public init?(_ text: String) {
        var digits = text.utf8[...]
        if digits.first == UInt8(ascii: "-") { digits.removeFirst() }
        let parts = digits.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        let areDigits = parts.allSatisfy { part in
            !part.isEmpty && part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        }
        guard areDigits, let whole = parts.first, whole.count == 1 || whole.first != UInt8(ascii: "0") else {
            return nil
        }
        self.text = text
    }
}
