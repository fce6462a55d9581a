import ExchangeBytes
import ExchangeFormats

/// The tables that one exchange makes in a folder, and what describes them.
struct TableSet {
    private let writer: FormatWriter

    init(_ writer: FormatWriter) { self.writer = writer }

    /// Writes a file for each table that has records. Where a package was before, a table that has no record any more goes,
    /// and so does a descriptor that would not be true any more. Files of anybody else stay.
    func write(
        _ source: inout ReportedSource, to folder: OutputFolder, _ report: Report, _ gate: Gate,
        _ remarks: inout [String]
    ) throws {
        if !folder.holdsPackage, let other = (CSVTables.fileNames + [PackageFolder.descriptor]).first(where: folder.has)
        {
            throw Failure(
                .cannotCreate,
                "'\(Escaped.text(folder.path(of: other)))' is there, and belongs to no package of tables",
                help: ["name another folder, or move the file away"])
        }
        var output: Output?
        var written: Set<String> = []
        try writer.write(
            &source,
            file: { name in
                written.insert(name)
                output = try folder.add(name)
            }, sink: { try output?.write($0) }, report: report.add, filter: gate.admits)
        guard folder.holdsPackage else { return }
        for name in CSVTables.fileNames where !written.contains(name) && folder.leaveOut(name) {
            remarks.append("'\(name)' was removed: the exchange has no such record any more")
        }
        if !written.contains(PackageFolder.descriptor) { _ = folder.leaveOut(PackageFolder.descriptor) }
    }
}
