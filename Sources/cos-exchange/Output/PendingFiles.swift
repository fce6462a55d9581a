import Glibc

/// The temporary files that must not outlive this process, kept where a signal handler can reach them.
///
/// A handler may not allocate, nor wait for a lock, nor call into the runtime. So the paths lie in memory of their own,
/// each behind one word that is written whole, and the handler only reads those words, calls `unlink` and ends. This is
/// the one place with unchecked global state.
enum PendingFiles {
    private static let capacity = 64
    nonisolated(unsafe) private static var paths: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?

    /// Notes a path before the file is made. What finds no room is left to the next run to sweep.
    static func add(_ path: String) {
        if paths == nil { install() }
        guard let paths else { return }
        var index = 0
        while index < capacity, paths[index] != nil { index += 1 }
        if index < capacity { paths[index] = strdup(path) }
    }

    /// Forgets a path once its file has gone, or has become the result.
    static func remove(_ path: String) {
        guard let paths else { return }
        for index in 0..<capacity {
            guard let pending = paths[index], strcmp(pending, path) == 0 else { continue }
            paths[index] = nil
            free(pending)
            return
        }
    }

    private static func install() {
        let room = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: capacity)
        room.initialize(repeating: nil, count: capacity)
        paths = room
        for number in [SIGINT, SIGTERM, SIGHUP] {
            var present = sigaction()
            sigaction(number, nil, &present)
            // What the parent told us to ignore (`nohup`) stays ignored.
            if unsafeBitCast(present.__sigaction_handler.sa_handler, to: Int.self) == 1 { continue }
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { number in PendingFiles.removeAllAndEnd(with: number) }
            sigaction(number, &action, nil)
        }
    }

    private static func removeAllAndEnd(with number: Int32) {
        if let paths {
            var index = 0
            while index < 64 {
                if let path = paths[index] { unlink(path) }
                index += 1
            }
        }
        _exit(128 + number)
    }
}
