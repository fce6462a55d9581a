/// A command that does something.
protocol Verb: SendableMetatype {
    /// What the parser and the help know of it.
    static var command: Command { get }

    /// Takes what was asked for, and throws a `UsageError` where that cannot be.
    init(_ arguments: Arguments) throws

    func run() throws -> ExitCode
}
