import ExchangeFormats
import ExchangeSyntax

/// What was written and waits for its place: one output, or several in a folder.
enum Delivery {
    case output(Output)
    case folder(OutputFolder)

    /// Whether it will take the place of an input.
    func goes(onto input: Input) -> Bool {
        switch self {
        case .output(let output): input.isFile(at: output.path)
        case .folder(let folder): folder.paths.contains { input.isFile(at: $0) }
        }
    }

    /// What was written, to be read once more: the tables of a package together, calendars one by one.
    func written(_ format: Format) throws(Failure) -> [(name: String, input: FormatInput)] {
        switch self {
        case .output(let output): return try output.written().map { [("", FormatInput.file($0))] } ?? []
        case .folder(let folder):
            let files = try folder.written()
            guard format == .csv else { return files.map { ($0.name, FormatInput.file($0.input)) } }
            let tables = files.filter { CSVTables.fileNames.contains($0.name) }
            return [("", .package(InputPackage(tables.map { InputPackage.File($0.name, $0.input) })))]
        }
    }

    func commit() throws(Failure) {
        switch self {
        case .output(let output): try output.commit()
        case .folder(let folder): try folder.commit()
        }
    }
}
