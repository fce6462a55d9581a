/// How the tool ends, as the shell sees it.
///
/// The numbers from 64 on are those of `sysexits.h`; a number above 128 is 128 and the signal's own.
enum ExitCode: Int32, Sendable {
    /// Done, and nothing was found that matters.
    case success = 0
    /// Done, and something was found that matters.
    case findings = 1
    /// The command line cannot be understood.
    case usage = 64
    /// The input cannot be used; nothing was made of it.
    case dataError = 65
    /// The input is not there, or may not be read.
    case noInput = 66
    /// A defect of this program.
    case software = 70
    /// The output cannot be created.
    case cannotCreate = 73
    /// Reading or writing failed on the way.
    case inputOutput = 74
    /// Somebody pressed Ctrl-C.
    case interrupted = 130
    /// Who read the output has gone away.
    case brokenPipe = 141
}
