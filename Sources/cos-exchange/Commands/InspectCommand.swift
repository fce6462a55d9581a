/// Says what is in an exchange.
struct InspectCommand: Verb {
    private static let report = Option(
        "report", nil,
        .choice("style", [Option.Choice("text", "for people"), Option.Choice("json", "for programs")]),
        help: "How it is told.", fallback: "text")
    private static let reportOutput = Option(
        "output", "o", .path("file"), help: "Where to write it; '-' is standard output.", fallback: "-")

    static let command = Command(
        name: "inspect", abstract: "Say what is in an exchange: how many records, languages, days, gaps.",
        examples: [
            Command.Example("cos-exchange inspect exchange.json", "What is in it, for people."),
            Command.Example("cos-exchange inspect --report json exchange.json", "The same for programs."),
        ],
        discussion: "The texts are counted for each type of record and each language, so that one sees what is still "
            + "to be translated. What is wrong with an exchange 'cos-exchange validate' says.",
        positionals: [.input], groups: [Command.Group("", [report, reportOutput]), .input, .common])

    private let request: InputRequest
    private let isForPrograms: Bool
    private let outputPath: String?
    private let console: Console

    init(_ arguments: Arguments) throws {
        console = Console(arguments)
        isForPrograms = arguments[Self.report] == "json"
        outputPath = arguments[Self.reportOutput]
        request = try InputRequest(arguments.positionals.first, arguments)
    }

    func run() throws -> ExitCode {
        let report = Report(
            .text, colour: console.colour(on: 2), limit: 10, least: console.least, isTerse: true
        ) { console.write($0) }
        var inspection = Inspection()
        var text = ""
        let isWhole = try request.read(report, console, passes: 2) { source, input, format in
            var records = 0
            try source.read(.all, report: report.add) { record in
                inspection.add(record)
                records += 1
            }
            text =
                isForPrograms
                ? InspectionJSON(inspection: inspection, input: input, format: format).json.text
                : InspectionText(inspection: inspection, width: Terminal.width()).text
            return records
        }
        guard isWhole else { return .dataError }
        let output = try Output(outputPath)
        try output.write(text)
        try output.commit()
        return Verdict().exitCode(for: report.total)
    }
}
