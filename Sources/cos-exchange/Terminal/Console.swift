import ExchangeDiagnostics

/// What the tool says beside its result: remarks and progress, on standard error.
struct Console {
    let environment: Environment
    /// Whether only errors are told.
    let isQuiet: Bool
    let isVerbose: Bool
    private let colourChoice: String?

    init(_ arguments: Arguments = Arguments(), _ environment: Environment = .process) {
        self.environment = environment
        isQuiet = arguments.has(.quiet)
        isVerbose = arguments.has(.verbose) && !isQuiet
        colourChoice = arguments[.color]
    }

    /// The least of what is found that is told beside a result.
    var least: Severity { isQuiet ? .error : isVerbose ? .note : .warning }

    /// Whether and how a stream is coloured.
    func colour(on descriptor: Int32) -> Colour {
        Colour(colourChoice, isTerminal: Terminal.isTerminal(descriptor), environment)
    }

    /// A remark, in a line, unless only errors are wanted.
    func remark(_ text: String) {
        if !isQuiet { write(text + "\n") }
    }

    /// What is wrong, and what may be done about it.
    func complain(_ failure: Failure) {
        // Whoever has gone away is not spoken to.
        if failure.code == .brokenPipe { return }
        write("Error: \(failure.message)\n" + failure.help.map { "Help:  \($0)\n" }.joined())
    }

    /// Text as it is. There is nobody to tell if this fails.
    func write(_ text: String) { try? Descriptor.standardError.write(text) }

    /// Progress on an input that is read a number of times, if that is known.
    func progress(on input: Input, passes: Int?) -> Progress? {
        let total = passes.flatMap { passes in input.size.map { $0 * passes } }
        return Progress(input.name, total: total, isQuiet: isQuiet, environment)
    }
}
