import ExchangeDiagnostics
import ExchangeFormats
import ExchangeSyntax

/// What 'export' and 'convert' have in common: one input, read to its end, and one output in a format.
struct Conversion {
    private let choice: InputChoice
    private let source: FileFormat?
    private let target: FileFormat
    private let outputPath: String?
    private let limit: Int?
    private let console: Console

    init(_ arguments: Arguments) throws {
        console = Console(arguments)
        source = arguments[.from].flatMap { FileFormat(rawValue: $0) }
        outputPath = arguments[.output]
        limit = arguments.number(.maxBytes)
        let explicit = arguments[.format].flatMap { FileFormat(rawValue: $0) }
        guard let target = try FormatInference.format(saying: explicit, output: outputPath) else {
            throw UsageError.missing(.format)
        }
        self.target = target
        choice = try InputChoice(named: arguments.positionals.first, sample: arguments.has(.sample))
    }

    func run() throws -> ExitCode {
        let input = try Input(choice, limit: limit)
        _ = try FormatInference.format(
            saying: source, named: input.name, called: input.name, head: input.head())
        guard let format = Format(rawValue: target.rawValue) else { throw UsageError.missing(.format) }
        let output = try Output(outputPath)
        let progress = console.progress(on: input)
        let source = input.source()
        var tally = Tally()
        let report = { (diagnostic: Diagnostic) in
            var diagnostic = diagnostic
            diagnostic.location.file = input.name
            tally.add(diagnostic)
            guard diagnostic.severity == .error else { return }
            progress?.clear()
            console.write(TextFrame(finding: Finding(diagnostic, in: input), colour: console.colour(on: 2)).text)
        }
        do {
            try format.convert(
                ByteWindow(progress?.watching(source) ?? source), sink: output.write, report: report)
        } catch let fault as Diagnostic {
            report(fault)
            return .dataError
        }
        try input.checkUnchanged()
        try output.commit()
        return Verdict().exitCode(for: tally)
    }
}
