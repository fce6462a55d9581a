import ExchangeFormats

/// Lists the formats, their endings and media types.
struct FormatsCommand: Verb {
    static let command = Command(
        name: "formats", abstract: "List the formats, and what can be read and written of them.",
        examples: [Command.Example("cos-exchange formats", "The formats, a line each.")])

    init(_ arguments: Arguments) {}

    func run() throws -> ExitCode {
        let rows =
            [["format", "read", "write", "endings", "media type", "what it is"]] + Format.allCases.map(Self.row)
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        let output = try Output(nil)
        for row in rows {
            let cells = zip(row.dropLast(), widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
            try output.write((cells + row.suffix(1)).joined(separator: "  ") + "\n")
        }
        try output.commit()
        return .success
    }

    private static func row(_ format: Format) -> [String] {
        [
            format.rawValue, format.isReadable ? "yes" : "not yet", format.isWritable ? "yes" : "not yet",
            format.endings.map { ".\($0)" }.joined(separator: " "), format.mediaType, format.summary,
        ]
    }
}
