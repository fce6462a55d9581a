/// Coordinates made coarse digit by digit, so that no binary fraction comes between.
enum CoordinateRounding {
    /// The coordinate to two decimals, halves away from nought; nil if it has no more already or is no plain number.
    static func round(_ text: String) -> String? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].count > 2, let whole = Int(parts[0].drop { $0 == "-" }),
            let hundredths = Int(parts[1].prefix(2)), let next = parts[1].dropFirst(2).first?.wholeNumberValue
        else { return nil }
        let sum = whole * 100 + hundredths + (next >= 5 ? 1 : 0)
        let fraction = sum % 100
        var rounded = "\(sum / 100)"
        if fraction > 0 { rounded += fraction < 10 ? ".0\(fraction)" : ".\(fraction)" }
        if rounded.hasSuffix("0"), fraction > 0 { rounded.removeLast() }
        return text.hasPrefix("-") && sum > 0 ? "-" + rounded : rounded
    }
}
