/// Which input the command line asks for, and how it is to be read.
struct InputRequest {
    let choice: InputChoice
    private let format: FileFormat?
    private let limit: Int?

    init(_ name: String?, _ arguments: Arguments) throws {
        choice = try InputChoice(named: name, sample: arguments.has(.sample))
        format = arguments[.from].flatMap { FileFormat(rawValue: $0) }
        limit = arguments.number(.maxBytes)
    }

    /// Opens it, and finds out its format.
    func open() throws -> (input: Input, format: FileFormat) {
        let input = try Input(choice, limit: limit)
        let path = choice == .standardInput ? nil : input.name
        let format = try FormatInference.format(
            saying: format, named: path, called: input.name, head: input.head())
        return (input, format)
    }
}
