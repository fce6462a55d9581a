import Glibc

/// Numbers as people read them.
enum Figures {
    /// A number with so many digits behind the point.
    static func fixed(_ value: Double, _ digits: Int) -> String {
        guard value.isFinite else { return "?" }
        var scale = 1.0
        for _ in 0..<digits { scale *= 10 }
        let whole = Int((abs(value) * scale).rounded())
        let text = String(whole)
        let padded = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
        let sign = value < 0 && whole > 0 ? "-" : ""
        return digits == 0 ? sign + padded : "\(sign)\(padded.dropLast(digits)).\(padded.suffix(digits))"
    }

    /// A number with three digits that count, or all in front of the point.
    static func short(_ value: Double) -> String { fixed(value, value < 10 ? 2 : value < 100 ? 1 : 0) }

    /// A number as somebody would write it: `5`, `1.4`, `0.2`.
    static func plain(_ value: Double) -> String {
        let text = fixed(value, 2)
        let digits = text.hasSuffix("00") ? 0 : text.hasSuffix("0") ? 1 : 2
        return fixed(value, digits)
    }

    /// `12,034`.
    static func count(_ number: Int) -> String {
        var text = String(number)
        var place = text.count - 3
        while place > 0 {
            text.insert(",", at: text.index(text.startIndex, offsetBy: place))
            place -= 3
        }
        return text
    }

    /// `9.87 MB`, of a million octets; few are counted one by one.
    static func octets(_ number: Int) -> String {
        if number < 10_000 { return "\(count(number)) octets" }
        return number < 1_000_000_000 ? short(Double(number) / 1e6) + " MB" : short(Double(number) / 1e9) + " GB"
    }

    /// `8.2`, of 1,048,576 octets.
    static func mebibytes(_ number: Int) -> String { fixed(Double(number) / 1_048_576, 1) }

    /// The median, and the range behind it: `31.2 (30.1–33.0)`.
    static func spread(_ series: Series?, times factor: Double = 1) -> String {
        guard let series else { return "-" }
        let median = short(series.median * factor)
        if series.count == 1 { return median }
        return "\(median) (\(short(series.least * factor))–\(short(series.most * factor)))"
    }

    /// Sixteen hexadecimal digits.
    static func checksum(_ sum: UInt64) -> String {
        let text = String(sum, radix: 16)
        return String(repeating: "0", count: 16 - text.count) + text
    }

    /// The text with blanks around it, up to a width.
    static func left(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    static func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
