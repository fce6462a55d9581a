import Glibc

/// Why the tool goes no further, in one sentence, and what to do about it.
///
/// What is wrong with the data is a `Diagnostic`; what is wrong with the command line is a `UsageError`.
struct Failure: Error, Equatable, Sendable {
    let code: ExitCode
    /// Without a full stop at its end, unless it is made of several sentences.
    let message: String
    /// What may be done now, a line each.
    let help: [String]

    init(_ code: ExitCode, _ message: String, help: [String] = []) {
        self.code = code
        self.message = message
        self.help = help
    }

    /// A system call that failed: `cannot write 'c.ics': No space left on device`.
    ///
    /// A reader that went away is not worth a word: the code alone says it.
    init(_ code: ExitCode, cannot deed: String, _ subject: String, number: Int32, help: [String] = []) {
        if number == EPIPE {
            self.init(.brokenPipe, "")
        } else {
            let full = [ENOSPC, EDQUOT, EFBIG].contains(number)
            self.init(full ? .inputOutput : code, "cannot \(deed) \(subject): \(Self.words(for: number))", help: help)
        }
    }

    /// The system's words for an error number, always in English: this program never calls `setlocale`.
    static func words(for number: Int32) -> String {
        guard let words = strerror(number) else { return "error \(number)" }
        return String(cString: words)
    }
}
