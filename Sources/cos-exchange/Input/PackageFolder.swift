import ExchangeFormats
import Glibc

/// A folder that holds the tables of an exchange.
///
/// A table is looked for under its own name and opened from the folder itself, never through a link: whoever made the
/// package cannot lead anywhere else.
struct PackageFolder {
    /// The file that describes a package.
    static let descriptor = "datapackage.json"

    private let folder: Descriptor
    private let path: String

    init(_ folder: Descriptor, at path: String) {
        self.folder = folder
        self.path = path
    }

    /// The tables that are there, in their order.
    func tables(limit: Int?) throws(Failure) -> [Input] {
        defer { close(folder.number) }
        var tables: [Input] = []
        for name in CSVTables.fileNames {
            let number = openat(folder.number, name, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NOFOLLOW | O_NONBLOCK)
            let path = Output.path(of: name, in: self.path)
            let quoted = "'\(Escaped.text(path))'"
            guard number >= 0 else {
                if errno == ENOENT { continue }
                let help = errno == ELOOP ? ["it is a link, and a package holds files alone"] : []
                throw Failure(.noInput, cannot: "read", quoted, number: errno, help: help)
            }
            tables.append(try Input(table: Descriptor(number: number, name: quoted), at: path, limit: limit))
        }
        guard tables.isEmpty else { return tables }
        throw Failure(
            .noInput, "\(folder.name) is a folder without a table of an exchange",
            help: ["the tables are called 'exchange.csv', 'places.csv', 'events.csv' and so on; or name a file"])
    }
}
