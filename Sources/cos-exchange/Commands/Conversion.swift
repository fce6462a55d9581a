import ExchangeDiagnostics
import ExchangeFormats
import ExchangeSyntax

/// What 'export' and 'convert' have in common: one input, read to its end, and one output in a format.
struct Conversion {
    private let request: InputRequest
    private let target: FileFormat
    private let outputPath: String?
    private let isStrict: Bool
    private let console: Console

    init(_ arguments: Arguments) throws {
        console = Console(arguments)
        outputPath = arguments[.output]
        isStrict = arguments.has(.strict)
        let explicit = arguments[.format].flatMap { FileFormat(rawValue: $0) }
        guard let target = try FormatInference.format(saying: explicit, output: outputPath) else {
            throw UsageError.missing(.format)
        }
        self.target = target
        request = try InputRequest(arguments.positionals.first, arguments)
    }

    /// Writes the output, and tells on standard error what was found on the way.
    ///
    /// A file is put into its place only when everything has been read.
    func run() throws -> ExitCode {
        let (input, format) = try request.open()
        let output = try Output(outputPath)
        let progress = console.progress(on: input, passes: 2)
        let report = Report(
            .text, colour: console.colour(on: 2), limit: 10, least: console.least, isTerse: true
        ) { console.write($0) }
        var isWhole = true
        do {
            var source = JSONSource(
                ByteInput { offset in
                    let source = input.source(from: offset)
                    return progress?.watching(source) ?? source
                })
            try write(&source, to: output, report)
        } catch let fault as Diagnostic {
            report.add(fault)
            isWhole = false
        }
        progress?.clear()
        try input.checkUnchanged()
        try report.endInput(input, format: format)
        guard isWhole else { return .dataError }
        let verdict = Verdict(threshold: isStrict ? .warning : .error)
        let code = verdict.exitCode(for: report.total)
        if isStrict, code != .success {
            console.write("Error: the output was given up, as '--strict' asks\n")
            return code
        }
        try output.commit()
        return code
    }

    private func write(_ source: inout some ExchangeSource & ~Copyable, to output: Output, _ report: Report) throws {
        switch target {
        case .json:
            var writer = JSONWriter()
            try source.write(into: &writer, sink: { try output.write($0) }, report: report.add)
        case .ndjson:
            var writer = JSONLinesWriter()
            try source.write(into: &writer, sink: { try output.write($0) }, report: report.add)
        case .ics, .csv, .xml:
            throw Failure(.usage, "\(target.title) cannot be written yet")
        }
    }
}
