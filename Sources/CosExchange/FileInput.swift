import Glibc

extension FormatInput {
    /// A file; or, if the path leads to a folder, the tables of the CSV package in it.
    ///
    /// Nothing is read yet but what kind of file it is. The file stays open as long as the input is kept.
    public init(path: String) throws(FileError) {
        guard OpenFile.isFolder(path) else {
            self = .file(try ByteInput(path: path))
            return
        }
        var tables: [InputPackage.File] = []
        for name in CSVTables.fileNames {
            do throws(FileError) {
                tables.append(InputPackage.File(name, try ByteInput(path: "\(path)/\(name)")))
            } catch {
                if error.number != ENOENT { throw error }
            }
        }
        guard !tables.isEmpty else { throw FileError(path: path, number: ENOENT) }
        self = .package(InputPackage(tables))
    }
}

extension ByteInput {
    /// A file, which is read piece by piece where it lies. Pipes cannot be read twice, and so not at all.
    public init(path: String) throws(FileError) {
        let file = try OpenFile(path)
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

/// The system refuses a file.
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file, as it was named.
    public let path: String
    /// The number of the reason, `errno`.
    public let number: Int32

    /// The reason in the words of the system.
    public var description: String { "\(path): \(String(cString: strerror(number)))" }
}

/// An open regular file, closed when nobody reads it any more.
private final class OpenFile {
    private let path: String
    private let number: Int32

    init(_ path: String) throws(FileError) {
        self.path = path
        // A pipe that nobody writes to must not hold us up.
        number = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
        guard number >= 0 else { throw FileError(path: path, number: errno) }
        var status = stat()
        guard fstat(number, &status) == 0 else { throw FileError(path: path, number: errno) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw FileError(path: path, number: status.st_mode & S_IFMT == S_IFDIR ? EISDIR : ESPIPE)
        }
    }

    deinit { if number >= 0 { close(number) } }

    func read(at offset: Int, into room: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
        while true {
            let octets = pread(number, room.baseAddress, room.count, offset)
            if octets >= 0 { return octets }
            guard errno == EINTR else { throw FileError(path: path, number: errno) }
        }
    }

    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}
