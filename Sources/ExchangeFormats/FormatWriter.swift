import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

/// How an exchange is written, where a format leaves a choice.
public struct WritingOptions: Sendable {
    /// For iCalendar.
    public var calendar = CalendarOptions()
    /// For CSV.
    public var table = CSVOptions(layout: .stacked)

    /// As every format is written unless somebody asks for something else.
    public init() {}
}

/// Writes exchanges in one of the formats: the one place that knows which writer belongs to which.
public struct FormatWriter {
    private let format: Format
    private let options: WritingOptions
    private let zones: ZoneDatabase

    /// A writer of a format that is writable; formats that show clocks use those of a database.
    public init(_ format: Format, _ options: WritingOptions = WritingOptions(), zones: ZoneDatabase = ZoneDatabase()) {
        self.format = format
        self.options = options
        self.zones = zones
    }

    /// Hands the octets to `sink`, and what the format cannot say to `report`.
    ///
    /// A package is several files: `file` is told the name of each before its octets come.
    /// `filter` may take something from a record before it is looked at, and answers whether it is there at all; it may see
    /// a record more than once, and is told when the record is about to be written.
    public func write(
        _ source: inout some ExchangeSource & ~Copyable, file: (String) throws -> Void = { _ in },
        sink: (Bytes) throws -> Void,
        report: (Diagnostic) -> Void = { _ in },
        filter: (_ record: inout Record, _ isWritten: Bool) throws -> Bool = { _, _ in true }
    ) throws {
        switch format {
        case .json:
            var writer = JSONWriter()
            try source.write(into: &writer, sink: sink, report: report) { try filter(&$0, true) }
        case .ndjson:
            var writer = JSONLinesWriter()
            try source.write(into: &writer, sink: sink, report: report) { try filter(&$0, true) }
        case .ics:
            let export = CalendarExport(options.calendar, zones: zones)
            try export.write(&source, sink: sink, report: report, filter: filter)
        case .jsonld: try JSONLDExport(zones: zones).write(&source, sink: sink, report: report, filter: filter)
        case .geojson: try GeoJSONExport().write(&source, sink: sink, report: report, filter: filter)
        case .csv:
            let export = CSVExport(options.table)
            let tables = try export.write(&source, file: file, sink: sink, report: report, filter: filter)
            try DataPackageExport(options.table).write(tables, &source, file: file, sink: sink, filter: filter)
        case .xml:
            var writer = XMLWriter()
            try source.write(into: &writer, sink: sink, report: report) { try filter(&$0, true) }
        }
    }
}
