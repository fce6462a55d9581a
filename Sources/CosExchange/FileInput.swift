extension FormatInput {
    /// A file; or the tables of a CSV package, if the path leads to its folder or to the `datapackage.json` in it.
    ///
    /// Nothing is read yet. The files stay open as long as the input is kept. Tables are looked for in the folder itself,
    /// never through a link: whoever made the package cannot lead anywhere else.
    public init(path: String) throws(FileError) {
        let descriptor = "datapackage.json"
        let isDescriptor = path == descriptor || path.hasSuffix("/" + descriptor)
        let folderPath = path == descriptor ? "." : isDescriptor ? String(path.dropLast(descriptor.count)) : path
        let opened = try OpenFile(folderPath)
        guard opened.isFolder else {
            self = .file(try ByteInput(opened))
            return
        }
        var tables: [InputPackage.File] = []
        for name in CSVTables.fileNames {
            guard let table = try opened.file(named: name) else { continue }
            tables.append(InputPackage.File(name, try ByteInput(table)))
        }
        guard !tables.isEmpty else { throw FileError(path: folderPath, reason: .noTables) }
        self = .package(InputPackage(tables))
    }
}

extension ByteInput {
    /// A file, which is read piece by piece where it lies. Pipes cannot be read twice, and so not at all.
    public init(path: String) throws(FileError) { try self.init(OpenFile(path)) }

    fileprivate init(_ file: OpenFile) throws(FileError) {
        guard file.isRegular else {
            throw FileError(path: file.path, reason: file.isFolder ? .isFolder : .isNoFile)
        }
        self.init { offset in
            var offset = offset
            return { room in
                let octets = try file.read(at: offset, into: room)
                offset += octets
                return octets
            }
        }
    }
}

/// A file cannot be read.
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Why it cannot.
    public enum Reason: Hashable, Sendable {
        /// The system refuses it: the number of its reason, `errno`, and what it says.
        case system(number: Int32, words: String)
        /// It is a folder, and not a package.
        case isFolder
        /// It is a folder in which no table of an exchange lies.
        case noTables
        /// It is a pipe or a device, which cannot be read from any place on.
        case isNoFile
    }

    /// The file, as it was named.
    public let path: String
    /// Why it cannot be read.
    public let reason: Reason

    /// A file with the reason why it cannot be read.
    public init(path: String, reason: Reason) {
        self.path = path
        self.reason = reason
    }

    /// The file and the reason, in one sentence without a full stop.
    public var description: String {
        switch reason {
        case .system(_, let words): "\(path): \(words)"
        case .isFolder: "\(path): this is a folder"
        case .noTables: "\(path): this is a folder without a table of an exchange"
        case .isNoFile: "\(path): this is no file that can be read twice"
        }
    }
}
