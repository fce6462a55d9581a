import ExchangeDiagnostics

/// The findings as a table (RFC 4180), a row each, which an office sorts and sends on.
///
/// It begins with a byte order mark, by which Excel knows UTF-8. A cell that a spreadsheet would take for a formula has
/// an apostrophe before it.
struct TableReport: ReportForm {
    private static let columns = [
        "severity", "code", "rule", "kind", "id", "name", "finding", "suggestion", "file", "line", "column", "place",
        "value", "fingerprint",
    ]

    func ending(of run: ReportedRun) -> String {
        let rows = run.inputs.flatMap(\.findings).map(Self.row)
        return "\u{FEFF}" + ([Self.columns] + rows).map(Self.line).joined()
    }

    private static func row(_ finding: Finding) -> [String] {
        let diagnostic = finding.diagnostic
        return [
            diagnostic.severity.rawValue, diagnostic.code.rawValue, diagnostic.code.slug,
            diagnostic.subject?.kind ?? "",
            diagnostic.subject?.id ?? "", diagnostic.subject?.name ?? "", diagnostic.message,
            diagnostic.suggestions.first ?? "", diagnostic.location.file, String(diagnostic.location.position.line),
            String(diagnostic.location.position.column), finding.address, finding.excerpt?.value ?? "",
            finding.fingerprint.text,
        ]
    }

    private static func line(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") + "\r\n" }

    private static func cell(_ text: String) -> String {
        // Tabs and ends of lines come out as they are printed elsewhere; a row of the table is a line.
        var text = Escaped.text(text, limit: 1_000)
        if let first = text.unicodeScalars.first, "=+-@".unicodeScalars.contains(first) { text = "'" + text }
        guard text.unicodeScalars.contains(where: { ",\";".unicodeScalars.contains($0) }) else { return text }
        return "\"" + text.unicodeScalars.reduce(into: "") { $0 += $1 == "\"" ? "\"\"" : String($1) } + "\""
    }
}
