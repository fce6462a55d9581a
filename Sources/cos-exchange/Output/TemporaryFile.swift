import Glibc

extension Descriptor {
    /// A file without a name in the folder for temporary files, which goes when it is closed.
    static func temporary(_ purpose: String) throws(Failure) -> Descriptor {
        let folder = Environment.process["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
        var path = Array("\(folder)/cos-exchange-XXXXXX".utf8CString)
        let number = mkstemp(&path)
        let name = "\(purpose) in '\(Escaped.text(folder))'"
        guard number >= 0 else { throw Failure(.cannotCreate, cannot: "write", name, number: errno) }
        unlink(&path)
        _ = fcntl(number, F_SETFD, FD_CLOEXEC)
        return Descriptor(number: number, name: name)
    }
}
