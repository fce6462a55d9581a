import ExchangeBytes

/// The shortest spelling of a decimal (model, section 3 item 3): no zeroes at its end, no exponent, no negative zero.
enum DecimalSpelling {
    /// The number at `slice`, or a shorter spelling of it at the end of the buffer; nil if it would take more than
    /// forty digits without its exponent.
    static func shorten(_ slice: Slice, in bytes: inout ByteBuffer) -> Slice? {
        guard needsShortening(bytes[slice]) else { return slice }
        guard let text = plain(bytes[slice].text) else { return nil }
        return bytes.slice(of: text)
    }

    private static func needsShortening(_ number: Bytes) -> Bool {
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
        guard let mantissa = parts.first, let exponent, abs(exponent) <= 40 else { return nil }
        let isNegative = mantissa.hasPrefix("-")
        let halves = mantissa.drop { $0 == "-" }.split(separator: ".", maxSplits: 1)
        var digits = halves.joined()
        var point = (halves.first?.count ?? 0) + exponent
        if point < 0 {
            digits = String(repeating: "0", count: -point) + digits
            point = 0
        }
        if point > digits.count { digits += String(repeating: "0", count: point - digits.count) }
        guard digits.count <= 40 else { return nil }
        let whole = String(digits.prefix(point).drop { $0 == "0" })
        var fraction = String(digits.dropFirst(point))
        while fraction.hasSuffix("0") { fraction.removeLast() }
        let text = (whole.isEmpty ? "0" : whole) + (fraction.isEmpty ? "" : "." + fraction)
        return isNegative && text != "0" ? "-" + text : text
    }
}
