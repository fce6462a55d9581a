import ExchangeDiagnostics
import ExchangeFormats
import ExchangeModel
import ExchangeSyntax

/// Which input the command line asks for, and how it is to be read.
struct InputRequest {
    let choice: InputChoice
    private let format: Format?
    private let limit: Int?
    private let limits: Limits

    init(_ name: String?, _ arguments: Arguments) throws {
        choice = try InputChoice(named: name, sample: arguments.has(.sample))
        format = arguments[.from].flatMap { Format(rawValue: $0) }
        limit = arguments.number(.maxBytes)
        limits = try LimitName.limits(from: arguments.all(.limit))
    }

    /// Opens it, and finds out its format.
    func open() throws -> (input: Input, format: Format) {
        let input = try Input(choice, limit: limit)
        if input.tables != nil {
            guard format == nil || format == .csv else {
                throw UsageError("'\(Escaped.text(input.name))' is a folder, which holds tables in CSV", about: .from)
            }
            return (input, .csv)
        }
        let path = choice == .standardInput ? nil : input.name
        let format = try FormatInference.format(
            saying: format, named: path, called: input.name, head: input.head())
        return (input, format)
    }

    /// Hands over the records, and ends the report on them; answers whether they could be read to their end.
    ///
    /// `passes` is how often the input is read, for the progress, if that is known. `body` answers how many records there are, if it has
    /// counted them.
    func read(
        _ report: Report, _ console: Console, passes: Int?, zones: ZoneDatabase = ZoneDatabase(),
        _ body: (inout ReportedSource, Input, Format) throws -> Int?
    ) throws -> Bool {
        let (input, format) = try open()
        let progress = console.progress(on: input, passes: passes)
        let watching = { (input: Input) in
            ByteInput { offset in
                let source = input.source(from: offset)
                return progress?.watching(source) ?? source
            }
        }
        let octets: FormatInput =
            if let tables = input.tables {
                .package(InputPackage(tables.map { InputPackage.File($0.table + ".csv", watching($0)) }))
            } else { .file(watching(input)) }
        for name in input.others {
            let file = Output.path(of: name, in: input.name)
            console.remark("'\(Escaped.text(file))' is no table of an exchange, and is not read")
        }
        var records: Int?
        var isWhole = true
        do {
            guard let source = FormatSource(format, octets, limits: limits, zones: zones) else {
                throw Failure(.software, "\(format.title) is readable, but has no reader")
            }
            var reported = ReportedSource(source, report)
            records = try body(&reported, input, format)
        } catch let fault as Diagnostic {
            report.add(fault)
            isWhole = false
        }
        progress?.clear()
        try input.checkUnchanged()
        try report.endInput(input, format: format, records: records)
        return isWhole
    }
}
