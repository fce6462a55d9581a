import Glibc

/// A folder for the time of one run, removed with all files in it.
struct TemporaryFolder {
    let path: String

    init() throws {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array(("\(parent)/exchange-benchmark." + String(repeating: "X", count: 6)).utf8CString)
        guard mkdtemp(&template) != nil else { throw Failure(cannot: "make a folder in", parent) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Where a file of that name lies.
    func file(_ name: String) -> String { "\(path)/\(name)" }

    func remove() {
        if let folder = opendir(path) {
            while let entry = readdir(folder) {
                // Only files are ever made here; the folder itself and its parent do not go that way.
                let name = withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                unlink(file(name))
            }
            closedir(folder)
        }
        rmdir(path)
    }
}
