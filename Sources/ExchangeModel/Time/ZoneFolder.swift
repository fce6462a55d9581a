import Glibc

/// A folder of the system's time zone database: files of rules, named as the zones are.
struct ZoneFolder: Sendable {
    /// Where it lies, without a slash at the end.
    let path: String

    /// More than any file of the database holds.
    private static let limit = 1 << 20

    /// The folder, or nil if no database lies in it.
    init?(path: String) {
        self.path = path
        guard ["UTC", "Etc/UTC", "Europe/Rome"].contains(where: { self.contains($0) }) else { return nil }
    }

    /// Whether a file is there that begins as TZif files do. The name has been checked.
    func contains(_ name: String) -> Bool { contents(name, limit: 4)?.elementsEqual("TZif".utf8) ?? false }

    /// The octets of a file, or its first ones if there are more; nil if it cannot be read or is no plain file.
    func contents(_ name: String, limit: Int = limit) -> [UInt8]? {
        // A pipe that nobody writes to must not hold us up.
        let file = open("\(path)/\(name)", O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        let size = min(Int(status.st_size), limit)
        var octets: [UInt8] = []
        while octets.count < size {
            let rest = size - octets.count
            let part = [UInt8](unsafeUninitializedCapacity: rest) { buffer, count in
                repeat { count = read(file, buffer.baseAddress, rest) } while count < 0 && errno == EINTR
                count = max(count, 0)
            }
            if part.isEmpty { return nil }
            octets += part
        }
        return octets
    }

    /// The names of all files in it and in its folders that pass a test, sorted.
    func names(where isIncluded: (String) -> Bool) -> [String] {
        var names: [String] = []
        var folders = [(path: "", depth: 0)]
        while let folder = folders.popLast() {
            guard let stream = opendir("\(path)/\(folder.path)") else { continue }
            defer { closedir(stream) }
            while let entry = readdir(stream) {
                let name = folder.path + Self.name(of: entry)
                if isIncluded(name) {
                    names.append(name)
                } else if !name.hasSuffix("."), entry.pointee.d_type != UInt8(DT_REG), folder.depth < 3 {
                    // The database is three folders deep; deeper ones are a circle of links.
                    folders.append((name + "/", folder.depth + 1))
                }
            }
        }
        return names.sorted()
    }

    private static func name(of entry: UnsafeMutablePointer<dirent>) -> String {
        withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
}
