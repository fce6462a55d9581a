import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel
import ExchangeSyntax

/// What an exchange is read from.
public enum FormatInput {
    case file(ByteInput)
    /// The tables of a CSV package.
    case package(InputPackage)

    /// An exchange in memory.
    public init(_ octets: [UInt8]) { self = .file(ByteInput(octets)) }
}

/// An exchange in whichever of the readable formats it is: the one place that knows which reader belongs to which.
public struct FormatSource: ExchangeSource, ~Copyable {
    private var document: JSONSource?
    private var lines: JSONLinesSource?
    private var tables: CSVSource?
    private var elements: XMLSource?
    private var calendar: CalendarSource?

    /// An exchange in an input; nil if the format cannot be read, or not from several files.
    ///
    /// Formats that tell instants read them by the clocks of a database.
    public init?(
        _ format: Format, _ input: FormatInput, limits: Limits = Limits(), zones: ZoneDatabase = ZoneDatabase()
    ) {
        switch (format, input) {
        case (.json, .file(let input)): document = JSONSource(input, limits: limits)
        case (.ndjson, .file(let input)): lines = JSONLinesSource(input, limits: limits)
        case (.csv, .file(let input)): tables = CSVSource(input, limits: limits)
        case (.csv, .package(let package)): tables = CSVSource(package, limits: limits)
        case (.xml, .file(let input)): elements = XMLSource(input, limits: limits)
        case (.ics, .file(let input)): calendar = CalendarSource(input, limits: limits, zones: zones)
        default: return nil
        }
    }

    public mutating func read(
        _ selection: Selection, report: (Diagnostic) -> Void, _ body: (inout Record) throws -> Void
    ) throws {
        try document?.read(selection, report: report, body)
        try lines?.read(selection, report: report, body)
        try tables?.read(selection, report: report, body)
        try elements?.read(selection, report: report, body)
        try calendar?.read(selection, report: report, body)
    }

    public mutating func glance(
        at type: RecordType, _ names: [String], _ body: (inout Record) throws -> Bool
    ) throws -> Bool {
        if try document?.glance(at: type, names, body) ?? false { return true }
        return try tables?.glance(at: type, names, body) ?? false
    }

    public var counter: DiagnosticCounter {
        switch document {
        case .some(let document): return document.counter
        case .none: break
        }
        switch lines {
        case .some(let lines): return lines.counter
        case .none: break
        }
        switch tables {
        case .some(let tables): return tables.counter
        case .none: break
        }
        switch elements {
        case .some(let elements): return elements.counter
        case .none: break
        }
        switch calendar {
        case .some(let calendar): return calendar.counter
        case .none: return DiagnosticCounter()
        }
    }
}
