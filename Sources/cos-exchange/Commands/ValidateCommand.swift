import ExchangeDiagnostics
import ExchangeModel
import ExchangeRules

/// Says what is wrong with exchanges.
struct ValidateCommand: Verb {
    private static let report = Option(
        "report", nil,
        .choice(
            "style",
            [
                Option.Choice("text", "for people, with the line in question"),
                Option.Choice("short", "a line each, for editors"), Option.Choice("json", "for programs"),
            ]), help: "How findings are told.", fallback: "text")
    private static let failOn = Option(
        "fail-on", nil, .choice("severity", ["error", "warning", "note", "never"].map { Option.Choice($0) }),
        help: "The least severity for which the answer is 1.", fallback: "error")
    private static let maxWarnings = Option(
        "max-warnings", nil, .number("n"), help: "Answer 1 for more warnings than this.", fallback: "no limit")
    private static let maxFindings = Option(
        "max-findings", nil, .number("n"), help: "How many findings of one code are told; all are counted.",
        fallback: "100")
    private static let exitZero = Option("exit-zero", help: "Answer 0 whatever is found.")
    private static let reportOutput = Option(
        "output", "o", .path("file"), help: "Where to write the report; '-' is standard output.", fallback: "-")

    static let command = Command(
        name: "validate", abstract: "Say what is wrong with an exchange, and where.",
        examples: [
            Command.Example("cos-exchange validate exchange.json", "What is wrong, for people."),
            Command.Example("cos-exchange validate tables/ programme.ics", "Tables in a folder, and a calendar."),
            Command.Example("cos-exchange validate --report short *.json", "A line each, for editors."),
            Command.Example(
                "cos-exchange validate --report json --exit-zero -o report.json exchange.json", "For programs."),
        ],
        discussion: "The answer is 0 where nothing is found that matters, 1 where something is, and 65 where an input "
            + "cannot be read to its end. XML is checked against its published schema too, and a violation told where no "
            + "rule has told the cause.",
        positionals: [
            Command.Positional(
                name: Command.Positional.input.name, help: Command.Positional.input.help, isRepeating: true)
        ],
        groups: [
            Command.Group("", [report, reportOutput]),
            Command.Group("verdict", [failOn, maxWarnings, maxFindings, exitZero]),
            Command.Group("", [CalendarRequest.timeZones]), .input, .common,
        ])

    private let requests: [InputRequest]
    private let style: ReportStyle
    private let outputPath: String?
    private let verdict: Verdict
    private let isForgiving: Bool
    private let findingLimit: Int
    private let timeZoneFolder: String?
    private let console: Console

    init(_ arguments: Arguments) throws {
        console = Console(arguments)
        style = arguments[Self.report].flatMap { ReportStyle(rawValue: $0) } ?? .text
        outputPath = arguments[Self.reportOutput]
        let threshold = arguments[Self.failOn] ?? "error"
        verdict = Verdict(threshold: Severity(rawValue: threshold), warningLimit: arguments.number(Self.maxWarnings))
        isForgiving = arguments.has(Self.exitZero)
        findingLimit = arguments.number(Self.maxFindings) ?? 100
        timeZoneFolder = arguments[CalendarRequest.timeZones]
        let names: [String?] = arguments.positionals.isEmpty ? [nil] : arguments.positionals
        requests = try names.map { try InputRequest($0, arguments) }
    }

    func run() throws -> ExitCode {
        let output = try Output(outputPath)
        let colour = output.isAtomic ? .off : console.colour(on: 1)
        let report = Report(style, colour: colour, limit: findingLimit) { try output.write($0) }
        let zones = try ZoneDatabase.open(timeZoneFolder, console.environment)
        if let remark = zones.remark(isVerbose: console.isVerbose) { console.remark(remark) }
        var systemErrors: [String] = []
        var code = ExitCode.success
        for request in requests {
            do {
                if try !check(request, zones, report) { code = .dataError }
            } catch let failure as Failure where failure.code == .noInput || failure.code == .dataError {
                console.complain(failure)
                systemErrors.append(failure.message)
                if code != .noInput { code = failure.code }
            }
        }
        try report.end(systemErrors: systemErrors)
        try output.commit()
        if isForgiving, systemErrors.isEmpty { return .success }
        return code == .success ? verdict.exitCode(for: report.total) : code
    }

    /// Whether the input could be read to its end.
    private func check(_ request: InputRequest, _ zones: ZoneDatabase, _ report: Report) throws -> Bool {
        try request.read(report, console, passes: 2, zones: zones) { source, input, format in
            let witness = format == .xml ? try SchemaWitness(input) : nil
            var validator = Validator(zones: zones)
            var records = 0
            var before = 0
            try source.read(.all, report: report.add) { record in
                records += 1
                validator.check(record, report: report.add)
                witness?.see(record, hasFindings: report.current.total > before)
                before = report.current.total
            }
            validator.finish(report: report.add)
            witness?.finish(report: report.add)
            return records
        }
    }
}
