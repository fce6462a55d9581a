/// The table of times at growing sizes.
enum LinearityReport {
    static func head(_ sizes: [Int]) -> String {
        let columns = sizes.map { right(Figures.count($0), 12) }.joined()
        return "\(Figures.left("seconds for so many", 44))\(columns)   MiB  t(10n)/t(n)\n"
    }

    static func line(_ row: Linearity.Row) -> String {
        let seconds = row.seconds.map { right(Figures.fixed($0, 3), 12) }.joined()
        let ratios = row.ratios.map { $0.map { Figures.fixed($0, 1) } ?? "-" }.joined(separator: "  ")
        let isTooMuch = row.ratios.contains { ($0 ?? 0) > Linearity.limit }
        let peak = right(Figures.mebibytes(row.peak), 6)
        return "\(Figures.left(row.name, 44))\(seconds)\(peak)  \(ratios)\(isTooMuch ? "  more than linear" : "")\n"
    }

    private static func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
