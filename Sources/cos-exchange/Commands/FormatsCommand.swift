import ExchangeFormats

/// Lists the formats, their endings and media types.
struct FormatsCommand: Verb {
    static let command = Command(
        name: "formats", abstract: "List the formats, and what can be read and written of them.",
        examples: [Command.Example("cos-exchange formats", "The formats, a line each.")])

    init(_ arguments: Arguments) {}

    func run() throws -> ExitCode {
        let head = ["format", "read", "write", "endings", "media type"]
        let rows = Format.allCases.map(Self.row)
        let widths = head.indices.map { column in ([head] + rows).map { $0[column].count }.max() ?? 0 }
        let output = try Output(nil)
        try output.write(Self.line(head, widths))
        for (format, row) in zip(Format.allCases, rows) {
            let margin = String(repeating: " ", count: (widths.first ?? 0) + 2)
            try output.write(Self.line(row, widths) + "\(margin)\(format.summary)\n")
        }
        try output.commit()
        return .success
    }

    private static func row(_ format: Format) -> [String] {
        [
            format.rawValue, format.isReadable ? "yes" : "no", "yes",
            format.endings.map { ".\($0)" }.joined(separator: " "), format.mediaType,
        ]
    }

    private static func line(_ cells: [String], _ widths: [Int]) -> String {
        let padded = zip(cells, widths).dropLast().map { $0 + String(repeating: " ", count: $1 - $0.count) }
        return (padded + cells.suffix(1)).joined(separator: "  ") + "\n"
    }
}
