import ExchangeDiagnostics
import ExchangeFormats
import ExchangeModel

/// What 'export' and 'convert' have in common: one input, read to its end, and one output in a format.
struct Conversion {
    private let request: InputRequest
    private let target: Format
    private let calendar: CalendarRequest
    private let table: TableRequest
    private let outputPath: String?
    private let isForFolder: Bool
    private let privacy: Privacy
    private let isStrict: Bool
    private let style: ReportStyle?
    private let verifies: Bool
    private let console: Console

    /// What is withheld.
    enum Privacy {
        case nothing
        /// What consent and precision do not allow on a day; without one, on the day on which the exchange was made.
        case personal(LocalDate?)
    }

    static let report = Option(
        "report", nil,
        .choice("style", [Option.Choice("text", "for people"), Option.Choice("json", "for programs")]),
        help: "Tell on standard error, before anything is written, what was found and what the format cannot say.")
    static let verify = Option(
        "verify", help: "Read back what was written and compare it, field by field, before it takes its place.")

    init(_ arguments: Arguments, withholding privacy: Privacy = .nothing) throws {
        console = Console(arguments)
        outputPath = arguments[.output]
        isForFolder = OutputFolder.isMeant(by: outputPath)
        isStrict = arguments.has(.strict)
        style = arguments[Self.report].flatMap { ReportStyle(rawValue: $0) }
        verifies = arguments.has(Self.verify)
        self.privacy = privacy
        let explicit = arguments[.format].flatMap { Format(rawValue: $0) }
        guard let target = FormatInference.format(saying: explicit, output: isForFolder ? nil : outputPath) else {
            throw UsageError.missing(.format)
        }
        self.target = target
        calendar = try CalendarRequest(arguments, for: target)
        table = try TableRequest(arguments, for: target, inFolder: isForFolder)
        if isForFolder, calendar.options.language != nil {
            throw UsageError("A folder takes a calendar for each language, and '--lang' chooses one", about: .output)
        }
        if verifies, !target.isReadable || calendar.options.isLean {
            let what = target.isReadable ? "a lean calendar leaves things out" : "\(target.title) is only written"
            throw UsageError("'--verify' reads back what was written, and \(what)", about: Self.verify)
        }
        request = try InputRequest(arguments.positionals.first, arguments)
    }

    /// Writes the output, and tells on standard error what was found on the way.
    ///
    /// A file is put into its place only when everything has been read; so is what goes elsewhere, if somebody wants to
    /// hear first what was found.
    func run() throws -> ExitCode {
        let report = Report(
            style ?? .text, colour: console.colour(on: 2), limit: style == nil ? 10 : 100, least: console.least,
            tellsLosses: tellsLosses, isTerse: style == nil
        ) { console.write($0) }
        let zones = try calendar.zones(console.environment)
        var remarks: [String] = []
        if target == .ics, let remark = zones.remark(isVerbose: console.isVerbose) { remarks.append(remark) }
        var delivery: Delivery?
        var failure: Failure?
        let isWhole = try request.read(report, console, passes: passes, zones: zones) { source, input, _ in
            let gate = try gate(for: &source, &remarks)
            let written = try write(&source, report, gate, zones, &remarks)
            delivery = written
            if gate.hasWithheld, written.goes(onto: input) { throw overwriting(input) }
            if verifies { failure = try Verification(zones).check(written, target, &source, gate, &remarks) }
            if let remark = gate.remark { remarks.append(remark) }
            return nil
        }
        if style == .json { try report.end() }
        guard isWhole, let delivery else { return .dataError }
        if let failure { throw failure }
        if style == .text { console.write(lossLine(report.total.losses)) }
        let code = Verdict(isStrict: isStrict).exitCode(for: report.total)
        if isStrict, code != .success {
            console.write("Error: nothing was written, as '--strict' asks\n")
            return code
        }
        try delivery.commit()
        if !tellsLosses, report.total.losses > 0 {
            let subject = target == .ics ? "a lean calendar" : target.title
            remarks.append("\(subject) leaves things out: '--verbose' lists them, '--strict' refuses")
        }
        if style != .json { remarks.forEach(console.remark) }
        return code
    }

    private func lossLine(_ losses: Int) -> String {
        let count = losses == 0 ? "nothing is lost" : losses == 1 ? "1 loss" : "\(losses) losses"
        return "\(count) in \(target.title)\n"
    }

    private func overwriting(_ input: Input) -> Failure {
        Failure(
            .cannotCreate, "'\(Escaped.text(input.name))' is the input, and what is withheld from it would be lost",
            help: ["name another file, or withhold nothing: 'cos-exchange convert' or '--private'"])
    }

    /// A calendar needs to know of places and zones before it is written; how many there will be in a folder is not
    /// known beforehand.
    private var passes: Int? { isForFolder || verifies ? nil : target == .ics || target == .csv ? 3 : 2 }

    /// Whether each loss is told, be it only worth a note; those of a lean calendar, or of a format that is for export
    /// alone, somebody has asked for.
    private var tellsLosses: Bool {
        isStrict || style != nil || console.isVerbose
            || !(calendar.options.isLean || !target.isReadable || console.isQuiet)
    }

    /// Whether nothing may be seen of the output before the report on it.
    private var isHeld: Bool { isStrict || verifies || style != nil }

    private func gate(for source: inout ReportedSource, _ remarks: inout [String]) throws -> Gate {
        guard case .personal(let today) = privacy else { return Gate() }
        let gate = try Gate(&source, today: today, dropsConsent: target == .ics || !target.isReadable)
        if gate.isTimeless {
            remarks.append(
                "consents that end were taken to have ended: the exchange does not say when it was made, nor '--now' the day"
            )
        }
        return gate
    }

    private func write(
        _ source: inout ReportedSource, _ report: Report, _ gate: Gate, _ zones: ZoneDatabase,
        _ remarks: inout [String]
    ) throws -> Delivery {
        var options = WritingOptions()
        options.calendar = calendar.options
        options.table = table.options
        let writer = FormatWriter(target, options, zones: zones)
        if isForFolder, let outputPath {
            let folder = try OutputFolder(outputPath)
            switch target {
            case .ics: try CalendarSet(options.calendar, zones).write(&source, to: folder, report, gate, &remarks)
            case .csv: try TableSet(writer).write(&source, to: folder, report, gate, &remarks)
            default:
                let file = Escaped.text(Output.path(of: "exchange.\(target)", in: outputPath))
                throw Failure(
                    .cannotCreate, "'\(Escaped.text(outputPath))' is a folder, and \(target.title) is one file",
                    help: ["name the file, such as '\(file)'"])
            }
            return .folder(folder)
        }
        if target == .ics, let tag = calendar.options.language,
            let remark = try Languages(&source).remark(on: tag, &source)
        {
            remarks.append(remark)
        }
        let output = try Output(outputPath, isHeld: isHeld)
        try writer.write(&source, sink: output.write, report: report.add, filter: gate.admits)
        return .output(output)
    }
}
