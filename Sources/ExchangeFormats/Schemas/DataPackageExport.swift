import ExchangeBytes
import ExchangeModel

/// Describes a package of tables that was written, as its last file.
///
/// The exchange is read twice more: its header, and what refers to other records.
struct DataPackageExport {
    /// The name of the file that describes a package.
    static let fileName = "datapackage.json"

    private let options: CSVOptions

    /// Descriptors of packages that are written so.
    init(_ options: CSVOptions) { self.options = options }

    /// Hands over the descriptor of tables. There is none of a single file, nor of one for spreadsheets, whose cells are
    /// not what its fields hold.
    func write(
        _ tables: [CSVTableSummary], _ source: inout some ExchangeSource & ~Copyable, file: (String) throws -> Void,
        sink: (Bytes) throws -> Void, filter: (_ record: inout Record, _ isWritten: Bool) throws -> Bool
    ) throws {
        guard options.layout == .package, !options.isForSpreadsheet else { return }
        var header = Record(Exchange.schema)
        try source.read(.header, report: { _ in }) { record in
            if try filter(&record, false) { header.appendValues(of: record) }
        }
        var survey = ReferenceSurvey()
        try source.read(ReferenceSurvey.selection, report: { _ in }) { record in
            if try filter(&record, false) { survey.add(record) }
        }
        var output = ByteBuffer()
        output.append(utf8: descriptor(of: tables, header, survey).text)
        try file(Self.fileName)
        try sink(output.bytes)
    }

    private func descriptor(
        of tables: [CSVTableSummary], _ header: borrowing Record, _ survey: ReferenceSurvey
    ) -> DataPackageDescriptor {
        let schema = Exchange.schema
        let id = header.first(schema.position(of: "id")).map { header[$0.text].text }
        let title = header.first(schema.position(of: "name")).map { header[$0.text].text }
        let licence = header.first(schema.position(of: "licence")).map { header[$0.text].text }
        return DataPackageDescriptor(
            id: id ?? "", title: title, licence: licence.map { DataPackageDescriptor.Licence($0) },
            tables: tables.map { table in
                let local = table.schema.map(survey.localReferences) ?? []
                return DataPackageDescriptor.Table(table.name, columns: table.columns, localReferences: local)
            }, delimiter: Character(Unicode.Scalar(options.separator)))
    }
}
