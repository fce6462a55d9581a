import ExchangeBytes
import ExchangeFormats

/// The tables that one exchange makes in a folder, and what describes them.
struct TableSet {
    private let writer: FormatWriter

    init(_ writer: FormatWriter) { self.writer = writer }

    /// Writes a file for each table that has records. A table that was there and has no record any more goes, and so does
    /// the descriptor where there is none any more.
    func write(
        _ source: inout ReportedSource, to folder: OutputFolder, _ report: Report, _ gate: Gate,
        _ remarks: inout [String]
    ) throws {
        var output: Output?
        var written: Set<String> = []
        try writer.write(
            &source,
            file: { name in
                written.insert(name)
                output = try folder.add(name)
            }, sink: { try output?.write($0) }, report: report.add, filter: gate.admits)
        for name in CSVTables.fileNames where !written.contains(name) && folder.leaveOut(name) {
            remarks.append("'\(name)' was removed: the exchange has no such record any more")
        }
        if !written.contains(PackageFolder.descriptor) { _ = folder.leaveOut(PackageFolder.descriptor) }
    }
}
