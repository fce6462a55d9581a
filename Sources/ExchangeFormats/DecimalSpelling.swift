import ExchangeBytes

/// The shortest spelling of a decimal (model, section 3 item 3): no zeroes at its end, no exponent, no negative zero.
enum DecimalSpelling {
    /// How many digits a decimal may take when it is spelled so.
    private static let limit = 40

    /// The number at `slice`, or a shorter spelling of it at the end of the buffer; nil if that takes more digits than
    /// the limit.
    static func shorten(_ slice: Slice, in bytes: inout ByteBuffer) -> Slice? {
        guard needsShortening(bytes[slice]) else { return slice }
        guard let text = plain(bytes[slice].text) else { return nil }
        return bytes.slice(of: text)
    }

    private static func needsShortening(_ number: Bytes) -> Bool {
        if number.count > limit { return true }
        var hasPoint = false
        for index in 0..<number.count {
            if number[index] | 0x20 == UInt8(ascii: "e") { return true }
            if number[index] == UInt8(ascii: ".") { hasPoint = true }
        }
        if hasPoint { return number[number.count &- 1] == UInt8(ascii: "0") }
        return number.equals("-0")
    }

    /// A number as JSON writes numbers, spelled without an exponent.
    private static func plain(_ number: String) -> String? {
        let parts = number.lowercased().split(separator: "e", maxSplits: 1)
        let exponent = parts.count == 2 ? Int(parts[1]) : 0
        guard let mantissa = parts.first, let exponent else { return nil }
        let isNegative = mantissa.hasPrefix("-")
        let halves = mantissa.drop { $0 == "-" }.split(separator: ".", maxSplits: 1)
        // The value is 0.DIGITS times ten to the power of `point`, without zeroes at either end of the digits.
        let leading = halves.joined().drop { $0 == "0" }
        let digits = leading.reversed().drop { $0 == "0" }.reversed().map(String.init).joined()
        if digits.isEmpty { return "0" }
        let zeroes = halves.joined().count - leading.count
        let (point, isHuge) = exponent.addingReportingOverflow((halves.first?.count ?? 0) - zeroes)
        guard !isHuge, point <= limit, point >= -limit, digits.count - min(point, 0) <= limit else { return nil }
        let whole = digits.prefix(max(point, 0)) + String(repeating: "0", count: max(point - digits.count, 0))
        let fraction = String(repeating: "0", count: max(-point, 0)) + digits.dropFirst(max(point, 0))
        let text = (whole.isEmpty ? "0" : whole) + (fraction.isEmpty ? "" : "." + fraction)
        return isNegative ? "-" + text : String(text)
    }
}
