import ExchangeDiagnostics

/// The findings about one run's inputs: told as they come, or at the end in one document.
///
/// Of each code only the first few are told. All are counted.
final class Report {
    private let style: ReportStyle
    private let colour: Colour
    /// How many findings of one code are told about one input.
    private let limit: Int
    private let write: (String) throws -> Void
    private var inputs: [JSONReport.Source] = []
    private var kept: [Finding] = []
    private(set) var total = Tally()
    private var current = Tally()

    init(
        _ style: ReportStyle, colour: Colour = .off, limit: Int = 100, write: @escaping (String) throws -> Void
    ) {
        self.style = style
        self.colour = colour
        self.limit = limit
        self.write = write
    }

    /// Takes up a finding; `find` looks up its line, and is asked only where the line will be shown.
    func add(_ diagnostic: Diagnostic, finding find: (Diagnostic) -> Finding = { Finding($0) }) throws {
        current.add(diagnostic)
        guard current.byCode[diagnostic.code, default: 0] <= limit else { return }
        let finding = find(diagnostic)
        switch style {
        case .text: try write(TextFrame(finding: finding, colour: colour).text)
        case .short: try write(TextFrame(finding: finding).short)
        case .json: kept.append(finding)
        }
    }

    /// Ends one input's part. `records` is how many were read, if they were.
    func endInput(_ name: String, format: FileFormat?, records: Int? = nil) throws {
        current.records = records
        inputs.append(JSONReport.Source(name: name, format: format, records: records))
        if style != .json {
            for code in Code.allCases {
                let hidden = current.byCode[code, default: 0] - limit
                if hidden > 0 { try write("… and \(hidden) more of \(code.rawValue) \(code.slug)\n") }
            }
            let name = name == "-" ? "<standard input>" : Escaped.text(name, limit: 200)
            try write("\(name): \(current.words)\n")
        }
        total.add(current)
        current = Tally()
    }

    /// Ends the report. What the machine would not do is told apart from what is wrong with the data.
    func end(systemErrors: [String] = []) throws {
        if style == .json {
            try write(JSONReport(inputs: inputs, tally: total, findings: kept, systemErrors: systemErrors).json.text)
        } else if inputs.count > 1 {
            try write("\(inputs.count) files: \(total.words)\n")
        }
    }
}
