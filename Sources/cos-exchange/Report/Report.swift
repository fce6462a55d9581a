import ExchangeDiagnostics
import ExchangeFormats

/// The findings about one run's inputs, told at the end of each input or in one document.
///
/// Of each code only the first few are kept and told. All are counted.
final class Report {
    private let style: ReportStyle
    private let colour: Colour
    private let limit: Int
    private let least: Severity
    private let tellsLosses: Bool
    private let isTerse: Bool
    private let write: (String) throws -> Void
    private var inputs: [JSONReport.Source] = []
    private var told: [Finding] = []
    /// Of the input at hand.
    private var kept: [Diagnostic] = []
    private var hidden: [Code: Int] = [:]
    private(set) var current = Tally()
    /// Of all inputs that have ended.
    private(set) var total = Tally()

    /// `limit` is how many findings of one code are told about one input, and `least` what is told at all; losses may be
    /// told whatever they are. Where nothing is, a terse report does not say so.
    init(
        _ style: ReportStyle, colour: Colour = .off, limit: Int = 100, least: Severity = .note,
        tellsLosses: Bool = false, isTerse: Bool = false,
        write: @escaping (String) throws -> Void
    ) {
        self.style = style
        self.colour = colour
        self.limit = limit
        self.least = least
        self.tellsLosses = tellsLosses
        self.isTerse = isTerse
        self.write = write
    }

    /// Takes up a finding about the input at hand; its line is found later.
    func add(_ diagnostic: Diagnostic) {
        current.add(diagnostic)
        guard tells(diagnostic.code, diagnostic.severity) else { return }
        if current.byCode[diagnostic.code, default: 0] <= limit {
            kept.append(diagnostic)
        } else {
            hidden[diagnostic.code, default: 0] += 1
        }
    }

    /// Takes up how many more findings of a code there were than were told.
    func add(untold count: Int, of code: Code) {
        current.add(untold: count, of: code)
        if tells(code, code.severity) { hidden[code, default: 0] += count }
    }

    private func tells(_ code: Code, _ severity: Severity) -> Bool {
        severity >= least || tellsLosses && code.isLoss
    }

    /// Ends one input's part. `records` is how many were read, where somebody counted them.
    func endInput(_ input: Input, format: Format, records: Int? = nil) throws {
        current.records = records
        inputs.append(JSONReport.Source(name: input.name, format: format, records: records))
        let findings = try Finding.all(kept, in: input, format: format)
        kept.removeAll()
        switch style {
        case .text: for finding in findings { try write(TextFrame(finding: finding, colour: colour).text) }
        case .short: for finding in findings { try write(TextFrame(finding: finding).short) }
        case .json: told += findings
        }
        if style != .json, !isTerse || !findings.isEmpty { try writeSummary(of: input) }
        total.add(current)
        current = Tally()
        hidden.removeAll()
    }

    private func writeSummary(of input: Input) throws {
        for code in Code.allCases {
            if let count = hidden[code] { try write("… and \(count) more of \(code.rawValue) \(code.slug)\n") }
        }
        let name = input.name == "-" ? "<standard input>" : Escaped.text(input.name, limit: 200)
        try write("\(name): \(current.words)\n")
    }

    /// Ends the report. What the machine would not do is told apart from what is wrong with the data.
    func end(systemErrors: [String] = []) throws {
        if style == .json {
            try write(JSONReport(inputs: inputs, tally: total, findings: told, systemErrors: systemErrors).json.text)
        } else if inputs.count > 1 {
            try write("\(inputs.count) files: \(total.words)\n")
        }
    }
}
