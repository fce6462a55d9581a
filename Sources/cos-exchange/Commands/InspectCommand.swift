/// Says what is in an exchange.
struct InspectCommand: Verb {
    private static let report = Option(
        "report", nil,
        .choice("style", [Option.Choice("text", "for people"), Option.Choice("json", "for programs")]),
        help: "How it is told.", fallback: "text")

    static let command = Command(
        name: "inspect", abstract: "Say what is in an exchange: how many records, languages, days, gaps.",
        examples: [
            Command.Example("cos-exchange inspect exchange.json", "What is in it, for people."),
            Command.Example("cos-exchange inspect --report json exchange.json", "The same for programs."),
        ],
        positionals: [.input], groups: [Command.Group("", [report]), .input, .common])

    init(_ arguments: Arguments) throws {}

    func run() throws -> ExitCode { throw Failure(.software, "nothing can be inspected yet") }
}
