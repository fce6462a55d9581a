import ExchangeDiagnostics
import ExchangeFormats
import ExchangeModel

/// The records of an input. Of what is found while they are read the source tells the first few of each code; how many
/// more there were goes to the report too.
struct ReportedSource: ExchangeSource, ~Copyable {
    private var source: FormatSource
    private let report: Report

    init(_ source: consuming FormatSource, _ report: Report) {
        self.source = source
        self.report = report
    }

    var counter: DiagnosticCounter { source.counter }

    mutating func glance(
        at type: RecordType, _ names: [String], _ body: (inout Record) throws -> Bool
    ) throws -> Bool { try source.glance(at: type, names, body) }

    mutating func read(
        _ selection: Selection, report tell: (Diagnostic) -> Void, _ body: (inout Record) throws -> Void
    ) throws {
        let before = report.current
        defer {
            let counter = source.counter
            for code in counter.totals.keys where counter.untold(code) > 0 {
                // Who reads without listening does not want the numbers either.
                let told = report.current.count(code) - before.count(code)
                if told >= counter.limit { report.add(untold: counter.untold(code), of: code) }
            }
        }
        try source.read(selection, report: tell, body)
    }
}
