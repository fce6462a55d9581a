import Glibc

/// An open file or folder, closed when nobody reads it any more.
final class OpenFile {
    let path: String
    let isFolder: Bool
    let isRegular: Bool
    private let number: Int32

    /// A pipe that nobody writes to must not hold us up.
    private static let flags = O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK

    convenience init(_ path: String) throws(FileError) {
        try self.init(path, number: open(path, Self.flags))
    }

    private init(_ path: String, number: Int32) throws(FileError) {
        guard number >= 0 else { throw FileError(path: path, number: errno) }
        var status = stat()
        guard fstat(number, &status) == 0 else {
            let reason = errno
            close(number)
            throw FileError(path: path, number: reason)
        }
        self.path = path
        self.number = number
        isFolder = status.st_mode & S_IFMT == S_IFDIR
        isRegular = status.st_mode & S_IFMT == S_IFREG
    }

    deinit { close(number) }

    /// The file of a name in the folder, be it no link; nil if there is none.
    func file(named name: String) throws(FileError) -> OpenFile? {
        let found = openat(number, name, Self.flags | O_NOFOLLOW)
        if found < 0, errno == ENOENT { return nil }
        return try OpenFile("\(path)/\(name)", number: found)
    }

    /// Fills `room` from an offset on; answers with how many octets, 0 at the end.
    func read(at offset: Int, into room: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
        while true {
            let octets = pread(number, room.baseAddress, room.count, offset)
            if octets >= 0 { return octets }
            guard errno == EINTR else { throw FileError(path: path, number: errno) }
        }
    }
}

extension FileError {
    /// The refusal of the system, by its number.
    init(path: String, number: Int32) {
        self.init(path: path, reason: .system(number: number, words: String(cString: strerror(number))))
    }
}
