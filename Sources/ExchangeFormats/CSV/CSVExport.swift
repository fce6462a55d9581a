import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel
import ExchangeSyntax

/// Writes an exchange as tables (RFC 4180): a file for each, or all of them in one.
///
/// The exchange is read more than once: first to learn which columns there are, then to write records, then once for each
/// table of children, which in one file stand behind their parents. Memory grows by eight octets for every event and
/// route, to find the ids that are not the only ones, and with nothing else.
public struct CSVExport {
    private let options: CSVOptions

    /// Tables as the options say.
    public init(_ options: CSVOptions = CSVOptions()) { self.options = options }

    /// Hands the octets to `sink`, after the name of the file that they belong to went to `file`; a single file has no
    /// name. Answers which tables were written, with their columns.
    ///
    /// `filter` may take something from a record before it is looked at, and answers whether it is there at all; it sees
    /// a record more than once, must do the same each time, and is told when the record is about to be written.
    @discardableResult
    public func write(
        _ source: inout some ExchangeSource & ~Copyable, file: (_ name: String) throws -> Void = { _ in },
        sink: (Bytes) throws -> Void, report: (Diagnostic) -> Void,
        filter: (_ record: inout Record, _ isWritten: Bool) throws -> Bool = { _, _ in true }
    ) throws -> [CSVTableSummary] {
        var writer = CSVWriter(options)
        try source.read(.all, report: { _ in }) { record in
            if try filter(&record, false) { writer.survey(record) }
        }
        writer.arrange()
        let isStacked = options.layout == .stacked
        try writer.open(0, file, sink)
        try source.read(.all, report: report) { record in
            guard try filter(&record, true) else { return }
            if !isStacked { try writer.open(CSVTable.index(of: record.schema, after: writer.open), file, sink) }
            try writer.write(record, levels: isStacked ? 0...2 : 0...0, report: report, sink)
        }
        if !isStacked {
            for (table, entry) in CSVTable.all.enumerated() where entry.isChild && writer.sheets.all[table].rows > 0 {
                try writer.open(table, file, sink)
                try source.read(Selection.none.with(entry.type), report: { _ in }) { record in
                    guard try filter(&record, false) else { return }
                    try writer.write(record, levels: entry.level...entry.level, report: report, sink)
                }
            }
        }
        try writer.pass(1, sink)
        return summaries(writer.sheets)
    }

    private func summaries(_ sheets: CSVSheets) -> [CSVTableSummary] {
        if options.layout == .stacked {
            let rows = sheets.all.reduce(0) { $0 + $1.rows }
            return [
                CSVTableSummary(file: "", name: "", schema: nil, type: nil, columns: sheets.columns[0], rows: rows)
            ]
        }
        return sheets.all.enumerated().compactMap { index, sheet in
            guard sheet.rows > 0 || index == 0 else { return nil }
            let table = sheet.table
            return CSVTableSummary(
                file: table.name + ".csv", name: table.name, schema: table.schema, type: table.type,
                columns: sheets.columns[index], rows: sheet.rows)
        }
    }
}
