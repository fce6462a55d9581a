import Glibc

/// The name of a temporary file of ours: `.c.ics.4711-0.cos-exchange-tmp`.
struct TemporaryName: Equatable {
    let text: String
    let process: pid_t

    static let ending = ".cos-exchange-tmp"

    init(for name: String, process: pid_t, counter: Int) {
        // A name may be 255 octets long; what is added must find room.
        var start = name
        while start.utf8.count > 200 { start.removeLast() }
        text = ".\(start).\(process)-\(counter)\(Self.ending)"
        self.process = process
    }

    /// Nil for a name that is not one of ours.
    init?(_ text: String) {
        guard text.hasPrefix("."), text.hasSuffix(Self.ending) else { return nil }
        let stem = text.dropLast(Self.ending.count)
        guard let dot = stem.lastIndex(of: ".") else { return nil }
        let numbers = stem[stem.index(after: dot)...].split(separator: "-", omittingEmptySubsequences: false)
        guard numbers.count == 2, let process = pid_t(numbers[0]), process > 0, Int(numbers[1]) != nil else {
            return nil
        }
        self.text = text
        self.process = process
    }

    /// Removes from a folder what a run that was killed has left there.
    ///
    /// Only files of our own user, whose process has gone or which nobody has touched for an hour, and which nobody holds
    /// locked: the lock also tells of a process that another container or machine runs.
    static func sweep(_ place: FilePlace) {
        guard let folder = opendir(place.folder) else { return }
        defer { closedir(folder) }
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
                field.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if let temporary = TemporaryName(name) { temporary.removeIfStale(in: place.folder) }
        }
    }

    private func removeIfStale(in folder: String) {
        let path = folder + text
        var status = stat()
        guard lstat(path, &status) == 0, status.kind == S_IFREG, status.st_uid == geteuid() else { return }
        let hasGone = kill(process, 0) != 0 && errno == ESRCH
        guard hasGone || time(nil) - status.st_mtim.tv_sec > 3_600 else { return }
        let number = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard number >= 0 else { return }
        if flock(number, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK { unlink(path) }
        close(number)
    }
}
