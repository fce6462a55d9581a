import ExchangeBytes
import ExchangeFormats
import ExchangeModel

/// The tables that one exchange makes in a folder, and what describes them.
struct TableSet {
    private let options: CSVOptions

    init(_ options: CSVOptions) { self.options = options }

    /// Writes a file for each table that has records, and `datapackage.json`. A table that was there and has no record any
    /// more goes.
    func write(
        _ source: inout ReportedSource, to folder: OutputFolder, _ report: Report, _ gate: Gate,
        _ remarks: inout [String]
    ) throws {
        var output: Output?
        let tables = try CSVExport(options).write(
            &source, file: { output = try folder.add($0) }, sink: { try output?.write($0) }, report: report.add,
            filter: gate.admits)
        // Cells for spreadsheets are not what a descriptor would say they are.
        if !options.isForSpreadsheet {
            try folder.add(PackageFolder.descriptor).write(descriptor(of: tables, &source, gate).text)
        }
        let written = Set(tables.map(\.file))
        for name in CSVTables.fileNames where !written.contains(name) && folder.leaveOut(name) {
            remarks.append("'\(name)' was removed: the exchange has no such record any more")
        }
    }

    private func descriptor(
        of tables: [CSVTableSummary], _ source: inout ReportedSource, _ gate: Gate
    ) throws -> DataPackageDescriptor {
        var header = Exchange()
        try source.read(.header, report: { _ in }) { record in
            if gate.admits(&record, isWritten: false) { header = Exchange(record) }
        }
        return DataPackageDescriptor(
            id: header.id ?? "", title: header.name.versions.first?.text,
            licence: header.licence.map(DataPackageDescriptor.Licence.init), separator: options.separator,
            tables: tables.map { DataPackageDescriptor.Table($0.name, columns: $0.columns) })
    }
}
