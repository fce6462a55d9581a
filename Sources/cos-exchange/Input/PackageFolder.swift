import ExchangeDiagnostics
import ExchangeFormats
import ExchangeSyntax
import Glibc

/// A folder that holds the tables of an exchange.
///
/// Tables are looked for under their own names, or where the package's descriptor says; and they are opened from the
/// folder itself, never through a link: whoever made the package cannot lead anywhere else.
struct PackageFolder {
    /// The file that describes a package.
    static let descriptor = "datapackage.json"

    private let folder: Descriptor
    private let path: String

    init(_ folder: Descriptor, at path: String) {
        self.folder = folder
        self.path = path
    }

    /// The tables that are there, in their order, and what else looks like a table and is none.
    func tables(limit: Int?) throws -> (tables: [Input], others: [String]) {
        defer { close(folder.number) }
        let paths = try described(limit)
        var tables: [Input] = []
        for name in CSVTables.names {
            let file = paths[name] ?? name + ".csv"
            guard let descriptor = try open(file) else {
                guard paths[name] == nil else {
                    throw Failure(.noInput, "'\(Escaped.text(full(file)))', which the package names, is not there")
                }
                continue
            }
            tables.append(try Input(table: name, descriptor, at: full(file), limit: limit))
        }
        guard tables.isEmpty else { return (tables, others(beside: CSVTables.fileNames + paths.values)) }
        throw Failure(
            .noInput, "\(folder.name) is a folder without a table of an exchange",
            help: ["the tables are called 'exchange.csv', 'places.csv', 'events.csv' and so on; or name a file"])
    }

    /// Where the descriptor says that tables are.
    private func described(_ limit: Int?) throws -> [String: String] {
        guard let descriptor = try open(Self.descriptor) else { return [:] }
        let input = try Input(table: Self.descriptor, descriptor, at: full(Self.descriptor), limit: limit)
        let resources: [PackageDescriptor.Resource]
        do {
            resources = try PackageDescriptor.paths(of: ByteInput { input.source(from: $0) })
        } catch let fault as Diagnostic {
            throw Failure(.dataError, "'\(Escaped.text(input.name))': \(Escaped.text(fault.message, limit: 400))")
        }
        var paths: [String: String] = [:]
        for resource in resources where CSVTables.names.contains(resource.name) { paths[resource.name] = resource.path }
        return paths
    }

    private func full(_ file: String) -> String { Output.path(of: file, in: path) }

    /// A file of the package; nil if it is not there.
    private func open(_ file: String) throws(Failure) -> Descriptor? {
        var number = dup(folder.number)
        defer { close(number) }
        let parts = file.split(separator: "/").map(String.init)
        for (index, part) in parts.enumerated() {
            let isLast = index == parts.count - 1
            let flags = O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NOFOLLOW | O_NONBLOCK | (isLast ? 0 : O_DIRECTORY)
            let next = openat(number, part, flags)
            let error = errno
            if next < 0 {
                if error == ENOENT { return nil }
                let help = error == ELOOP ? ["it is a link, and a package holds files alone"] : []
                throw Failure(.noInput, cannot: "read", "'\(Escaped.text(full(file)))'", number: error, help: help)
            }
            if isLast { return Descriptor(number: next, name: "'\(Escaped.text(full(file)))'") }
            close(number)
            number = next
        }
        return nil
    }

    /// The files in the folder that end as tables do and are none of these.
    private func others(beside known: [String]) -> [String] {
        guard let stream = fdopendir(dup(folder.number)) else { return [] }
        defer { closedir(stream) }
        var found: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
                field.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.lowercased().hasSuffix(".csv"), !name.hasPrefix("."), !known.contains(name) { found.append(name) }
        }
        return found.sorted()
    }
}
