import ExchangeDiagnostics
import ExchangeModel
import ExchangeRules

/// Says what is wrong with exchanges.
struct ValidateCommand: Verb {
    private static let report = Option(
        "report", nil,
        .choice("style", ReportStyle.allCases.map { Option.Choice($0.rawValue, $0.summary) }),
        help: "How findings are told; several at once, each with its '-o'.", fallback: "text", isRepeating: true)
    private static let profile = Option(
        "profile", nil,
        .choice(
            "name",
            [Option.Choice("draft", "while somebody is typing"), Option.Choice("publish", "before it goes out")]),
        help: "How much findings matter.", fallback: "publish")
    private static let language = Option(
        "ui-lang", nil, .choice("tag", InterfaceLanguage.allCases.map { Option.Choice($0.rawValue) }),
        help: "The language of the headings of an HTML report.", fallback: "en")
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
        "output", "o", .path("file"),
        help: "Where to write the report; '-' is standard output. The first is for the first '--report', and so on.",
        fallback: "-", isRepeating: true)

    static let command = Command(
        name: "validate", abstract: "Say what is wrong with an exchange, and where.",
        examples: [
            Command.Example("cos-exchange validate exchange.json", "What is wrong, for people."),
            Command.Example("cos-exchange validate tables/ programme.ics", "Tables in a folder, and a calendar."),
            Command.Example("cos-exchange validate --report short *.json", "A line each, for editors."),
            Command.Example("cos-exchange validate --report sarif -o report.sarif exchange.json", "For code scanning."),
            Command.Example(
                "cos-exchange validate --report html -o report.html --ui-lang it exchange.json",
                "A page for the office."),
        ],
        discussion: "The answer is 0 where nothing is found that matters, 1 where something is, and 65 where an input "
            + "cannot be read to its end. XML is checked against its published schema too, and a violation told where no "
            + "rule has told the cause.",
        positionals: [
            Command.Positional(
                name: Command.Positional.input.name, help: Command.Positional.input.help, isRepeating: true)
        ],
        groups: [
            Command.Group("", [report, reportOutput, language]),
            Command.Group("verdict", [profile, failOn, maxWarnings, maxFindings, exitZero]),
            Command.Group("", [CalendarRequest.timeZones]), .input, .common,
        ])

    private let requests: [InputRequest]
    /// The forms that are asked for, each with the file that takes it.
    private let destinations: [(style: ReportStyle, path: String?)]
    private let terms: ReportTerms
    private let interfaceLanguage: InterfaceLanguage
    private let isForgiving: Bool
    private let findingLimit: Int
    private let timeZoneFolder: String?
    private let console: Console

    init(_ arguments: Arguments) throws {
        console = Console(arguments)
        destinations = try Self.destinations(
            arguments.all(Self.report).compactMap { ReportStyle(rawValue: $0) }, arguments.all(Self.reportOutput))
        let threshold = arguments[Self.failOn] ?? "error"
        terms = ReportTerms(
            profile: arguments[Self.profile].flatMap { Profile(rawValue: $0) } ?? .publish,
            verdict: Verdict(
                threshold: Severity(rawValue: threshold), warningLimit: arguments.number(Self.maxWarnings)))
        interfaceLanguage = arguments[Self.language].flatMap { InterfaceLanguage(rawValue: $0) } ?? .english
        isForgiving = arguments.has(Self.exitZero)
        findingLimit = arguments.number(Self.maxFindings) ?? 100
        timeZoneFolder = arguments[CalendarRequest.timeZones]
        let names: [String?] = arguments.positionals.isEmpty ? [nil] : arguments.positionals
        requests = try names.map { try InputRequest($0, arguments) }
    }

    func run() throws -> ExitCode {
        let outputs = try destinations.map { try Output($0.path) }
        let outlets = zip(destinations, outputs).map { destination, output in
            let colour = output.isAtomic ? .off : console.colour(on: 1)
            let form = destination.style.form(colour: colour, language: interfaceLanguage)
            return Report.Outlet(form) { try output.write($0) }
        }
        let report = Report(to: outlets, limit: findingLimit, terms: terms)
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
        for output in outputs { try output.prepare() }
        for output in outputs { try output.commit() }
        if isForgiving, systemErrors.isEmpty { return .success }
        return code == .success ? terms.verdict.exitCode(for: report.total) : code
    }

    /// Which form goes where: the first file is for the first form.
    private static func destinations(
        _ styles: [ReportStyle], _ paths: [String]
    ) throws(UsageError) -> [(style: ReportStyle, path: String?)] {
        let styles = styles.isEmpty ? [.text] : styles
        guard paths.count <= styles.count else {
            throw UsageError("There are more outputs than reports", about: reportOutput)
        }
        let destinations = styles.enumerated().map { index, style in
            (style: style, path: index < paths.count ? paths[index] : nil)
        }
        for (index, destination) in destinations.enumerated() {
            let place = destination.path ?? "-"
            guard !destinations[..<index].contains(where: { ($0.path ?? "-") == place }) else {
                throw UsageError("Two reports would go to '\(Escaped.text(place))'", about: reportOutput)
            }
        }
        return destinations
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
                report.contacts.see(record, hasFindings: report.current.total > before)
                witness?.see(record, hasFindings: report.current.total > before)
                before = report.current.total
            }
            validator.finish(report: report.add)
            witness?.finish(report: report.add)
            return records
        }
    }
}
