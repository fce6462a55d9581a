import ExchangeBytes

/// A decimal as a record holds it: digits, no exponent.
struct DegreeNumber {
    /// In tens of millionths, cut behind the seventh decimal; nil if it is too great for any coordinate.
    let scaled: Int?
    /// How many decimals are written.
    let decimals: Int

    /// Tens of millionths in one.
    static let scale = 10_000_000

    init(_ bytes: Bytes) {
        let isNegative = !bytes.isEmpty && bytes[0] == UInt8(ascii: "-")
        var (number, decimals) = (0, 0)
        var (isFraction, isGreat) = (false, false)
        for index in (isNegative ? 1 : 0)..<bytes.count {
            let digit = bytes[index] &- UInt8(ascii: "0")
            if digit > 9 { isFraction = true; continue }
            if isFraction { decimals &+= 1 }
            if decimals > 7 { continue }
            isGreat = isGreat || number > 1 << 36
            if !isGreat { number = 10 &* number &+ Int(digit) }
        }
        for _ in 0..<max(0, 7 - decimals) where !isGreat { number = 10 &* number }
        scaled = isGreat ? nil : isNegative ? -number : number
        self.decimals = decimals
    }
}
