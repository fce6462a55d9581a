import ExchangeDiagnostics
import ExchangeFormats
import ExchangeModel

/// What 'export' and 'convert' have in common: one input, read to its end, and one output in a format.
struct Conversion {
    private let request: InputRequest
    private let target: Format
    private let calendar: CalendarRequest
    private let outputPath: String?
    private let isForFolder: Bool
    private let privacy: Privacy
    private let isStrict: Bool
    private let console: Console

    /// What is withheld.
    enum Privacy {
        case nothing
        /// What consent and precision do not allow on a day; without one, on the day on which the exchange was made.
        case personal(LocalDate?)
    }

    init(_ arguments: Arguments, withholding privacy: Privacy = .nothing) throws {
        console = Console(arguments)
        outputPath = arguments[.output]
        isForFolder = OutputFolder.isMeant(by: outputPath)
        isStrict = arguments.has(.strict)
        self.privacy = privacy
        let explicit = arguments[.format].flatMap { Format(rawValue: $0) }
        guard let target = try FormatInference.format(saying: explicit, output: isForFolder ? nil : outputPath) else {
            throw UsageError.missing(.format)
        }
        self.target = target
        calendar = try CalendarRequest(arguments, for: target)
        if isForFolder, calendar.options.language != nil {
            throw UsageError("A folder takes a calendar for each language, and '--lang' chooses one", about: .output)
        }
        request = try InputRequest(arguments.positionals.first, arguments)
    }

    /// Writes the output, and tells on standard error what was found on the way.
    ///
    /// A file is put into its place only when everything has been read.
    func run() throws -> ExitCode {
        let report = Report(
            .text, colour: console.colour(on: 2), limit: 10, least: console.least,
            tellsLosses: tellsLosses, isTerse: true
        ) { console.write($0) }
        var remarks: [String] = []
        var delivery: Delivery?
        let isWhole = try request.read(report, console, passes: passes) { source, input, _ in
            let gate = try gate(for: &source, &remarks)
            delivery = try write(&source, report, gate, &remarks)
            if gate.hasWithheld, input.isFile(at: outputPath) { throw overwriting(input) }
            if let remark = gate.remark { remarks.append(remark) }
            return nil
        }
        guard isWhole, let delivery else { return .dataError }
        let code = Verdict(isStrict: isStrict).exitCode(for: report.total)
        if isStrict, code != .success {
            let isGivenUp = delivery.isAtomic
            console.write(
                "Error: \(isGivenUp ? "nothing was written, as '--strict' asks" : "'--strict' allows no such thing")\n")
            if isGivenUp { return code }
        }
        try delivery.commit()
        if !tellsLosses, report.total.losses > 0 {
            let subject = target.isExportOnly ? target.title : "a lean calendar"
            remarks.append("\(subject) leaves things out: '--verbose' lists them, '--strict' refuses")
        }
        remarks.forEach(console.remark)
        return code
    }

    private func overwriting(_ input: Input) -> Failure {
        Failure(
            .cannotCreate, "'\(Escaped.text(input.name))' is the input, and what is withheld from it would be lost",
            help: ["name another file, or withhold nothing: 'cos-exchange convert' or '--private'"])
    }

    /// A calendar needs to know of places and zones before it is written; how many there will be in a folder is not
    /// known beforehand.
    private var passes: Int? { isForFolder ? nil : target == .ics ? 3 : 2 }

    /// Whether each loss is told, be it only worth a note; those of a lean calendar, or of a format that is for export
    /// alone, somebody has asked for.
    private var tellsLosses: Bool {
        isStrict || console.isVerbose || !(calendar.options.isLean || target.isExportOnly || console.isQuiet)
    }

    private func gate(for source: inout ReportedSource, _ remarks: inout [String]) throws -> Gate {
        guard case .personal(let today) = privacy else { return Gate() }
        let gate = try Gate(&source, today: today, dropsConsent: target == .ics || target.isExportOnly)
        if gate.isTimeless {
            remarks.append(
                "consents that end were taken to have ended: the exchange does not say when it was made, nor '--now' the day"
            )
        }
        return gate
    }

    private func write(
        _ source: inout ReportedSource, _ report: Report, _ gate: Gate, _ remarks: inout [String]
    ) throws -> Delivery {
        if isForFolder, target != .ics, let outputPath {
            let file = Escaped.text(Output.path(of: "exchange.\(target)", in: outputPath))
            throw Failure(
                .cannotCreate, "'\(Escaped.text(outputPath))' is a folder, and \(target.title) is one file",
                help: ["name the file, such as '\(file)'"])
        }
        switch target {
        case .json:
            let output = try Output(outputPath)
            var writer = JSONWriter()
            try source.write(into: &writer, sink: output.write, report: report.add) { gate.admits(&$0) }
            return .output(output)
        case .ndjson:
            let output = try Output(outputPath)
            var writer = JSONLinesWriter()
            try source.write(into: &writer, sink: output.write, report: report.add) { gate.admits(&$0) }
            return .output(output)
        case .ics:
            let zones = try calendar.zones(console.environment)
            if let remark = zones.remark(isVerbose: console.isVerbose) { remarks.append(remark) }
            let calendars = CalendarSet(calendar.options, zones)
            guard isForFolder, let outputPath else {
                let output = try Output(outputPath)
                try calendars.write(&source, to: output, report, gate, &remarks)
                return .output(output)
            }
            let folder = try OutputFolder(outputPath)
            try calendars.write(&source, to: folder, report, gate, &remarks)
            return .folder(folder)
        case .jsonld:
            let zones = try calendar.zones(console.environment)
            if let remark = zones.remark(isVerbose: console.isVerbose) { remarks.append(remark) }
            let output = try Output(outputPath)
            try JSONLDExport(zones: zones).write(&source, sink: output.write, report: report.add, filter: gate.admits)
            return .output(output)
        case .geojson:
            let output = try Output(outputPath)
            try GeoJSONExport().write(&source, sink: output.write, report: report.add, filter: gate.admits)
            return .output(output)
        case .csv, .xml: throw Failure(.usage, "\(target.title) cannot be written yet")
        }
    }
}
