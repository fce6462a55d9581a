import ExchangeDiagnostics
import ExchangeModel

/// The header of an exchange, kept after it was read once, with what was remarked about it.
struct KeptHeader: ~Copyable {
    private(set) var record = Record(Exchange.schema)
    private var remarks: [Diagnostic] = []
    private var counter = DiagnosticCounter()
    /// How many remarks it keeps.
    var remarkCount: Int { remarks.count }

    init() {}

    /// Takes up what a record of the header holds, and where the header begins if nothing was taken up before.
    mutating func append(_ other: borrowing Record) { record.appendValues(of: other) }

    /// Where the header begins.
    mutating func begin(at offset: Int) { record.offset = offset }

    /// Reads with what is remarked kept here.
    mutating func keeping<T>(
        _ read: (inout DiagnosticCounter, (Diagnostic) -> Void) throws -> T
    ) rethrows -> T {
        var found: [Diagnostic] = []
        defer { remarks += found }
        return try read(&counter) { found.append($0) }
    }

    /// Hands the header over, as often as somebody asks, and what was remarked about it.
    func read(
        counting counter: inout DiagnosticCounter, report: (Diagnostic) -> Void, _ body: (inout Record) throws -> Void
    ) throws {
        counter = self.counter
        remarks.forEach(report)
        var copy = Record(Exchange.schema)
        copy.appendValues(of: record)
        copy.offset = record.offset
        try body(&copy)
    }
}
