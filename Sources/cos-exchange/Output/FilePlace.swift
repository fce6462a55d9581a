import Glibc

/// Where a file stands or will stand, when links have been followed as far as that is safe.
struct FilePlace {
    /// With a slash at its end.
    let folder: String
    let name: String
    /// Of the file that is there now.
    let status: stat?

    var path: String { folder + name }

    /// Looks at what a path names.
    ///
    /// A link is followed to a file in the same folder. One that leads out of it is refused: who names a link and who laid
    /// it may be two.
    init(_ path: String) throws(Failure) {
        let parts = Self.split(path)
        var status = stat()
        guard lstat(path, &status) == 0 else {
            guard errno == ENOENT else { throw Self.cannotCreate(path, errno) }
            var parent = stat()
            guard stat(parts.folder, &parent) == 0 else {
                let help = errno == ENOENT ? ["make the folder '\(Escaped.text(parts.folder))' first"] : []
                throw Self.cannotCreate(path, errno, help)
            }
            (folder, name, self.status) = (parts.folder, parts.name, nil)
            return
        }
        guard status.kind == S_IFLNK else {
            try Self.check(status, path)
            (folder, name, self.status) = (parts.folder, parts.name, status)
            return
        }
        guard let goal = Self.real(path), let home = Self.real(parts.folder) else {
            throw Self.refusal(path, "is a link that leads nowhere")
        }
        let end = Self.split(goal)
        guard end.folder == (home == "/" ? home : home + "/") else {
            throw Self.refusal(path, "is a link into another folder")
        }
        guard lstat(goal, &status) == 0 else { throw Self.cannotCreate(path, errno) }
        try Self.check(status, path)
        (folder, name, self.status) = (end.folder, end.name, status)
    }

    /// Makes the folder itself safe on the disk, with the file's new name in it.
    func synchronise() throws(Failure) {
        let number = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        // A folder that may be written but not listed cannot be opened.
        guard number >= 0 else { return }
        defer { close(number) }
        if fsync(number) != 0, errno != EINVAL {
            throw Failure(.inputOutput, cannot: "write", "'\(Escaped.text(path))'", number: errno)
        }
    }

    private static func check(_ status: stat, _ path: String) throws(Failure) {
        switch status.kind {
        case S_IFREG: return
        case S_IFDIR: throw refusal(path, "is a folder")
        case S_IFSOCK: throw refusal(path, "is a socket")
        default: throw refusal(path, "is a device")
        }
    }

    static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return ("./", path) }
        return (String(path[...slash]), String(path[path.index(after: slash)...]))
    }

    private static func real(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    private static func refusal(_ path: String, _ reason: String) -> Failure {
        Failure(.cannotCreate, "'\(Escaped.text(path))' \(reason), and is not written over")
    }

    private static func cannotCreate(_ path: String, _ number: Int32, _ help: [String] = []) -> Failure {
        Failure(.cannotCreate, cannot: "create", "'\(Escaped.text(path))'", number: number, help: help)
    }
}
