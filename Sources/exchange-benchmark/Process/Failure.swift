import Glibc

/// Why the benchmark could not go on, in one sentence without a full stop.
struct Failure: Error {
    let message: String

    init(_ message: String) { self.message = message }

    /// Its first line, for a place with little room.
    var shortened: String { message.split(separator: "\n").first.map { String($0.prefix(160)) } ?? message }

    /// What the system said about something that was tried.
    init(cannot deed: String, _ path: String, number: Int32 = errno) {
        message = "cannot \(deed) \(path): \(String(cString: strerror(number)))"
    }
}

/// The user wants it to stop.
struct Interrupted: Error {
    /// Keeps interruptions waiting until somebody asks for them, so that nothing is left behind.
    static func holdBack() {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        sigaddset(&signals, SIGTERM)
        sigprocmask(SIG_BLOCK, &signals, nil)
    }

    /// Throws if one is waiting.
    static func check() throws {
        var signals = sigset_t()
        sigpending(&signals)
        if sigismember(&signals, SIGINT) == 1 || sigismember(&signals, SIGTERM) == 1 { throw Interrupted() }
    }
}
