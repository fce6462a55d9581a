import ExchangeModel

/// The tool: its commands, and what becomes of a command line.
struct Tool {
    static let verbs: [any Verb.Type] = [
        ExportCommand.self, ConvertCommand.self, ValidateCommand.self, InspectCommand.self, FormatsCommand.self,
        SchemaCommand.self,
        InitCommand.self,
    ]

    static let completions = Option(
        "generate-completion-script", nil,
        .choice("shell", CompletionScript.allCases.map { Option.Choice($0.rawValue) }),
        help: "Print what the shell needs to complete command lines.")

    static let help = Command(
        name: "help", abstract: "Show how a subcommand is used.",
        positionals: [Command.Positional(name: "subcommand", help: "The subcommand to tell about.")])

    static let command = Command(
        name: Version.tool,
        abstract: "Carry open-studios programmes between JSON, CSV, iCalendar and XML without loss.",
        discussion: "A first try: cos-exchange export --format ics --sample",
        groups: [Command.Group("", [.verbose, completions])],
        subcommands: verbs.map { $0.command } + [help])

    /// Does what the command line asks for, and tells what went wrong.
    static func run(_ arguments: [String]) -> ExitCode {
        do {
            if let name = arguments.first, !name.hasPrefix("-") { return try run(name, Array(arguments.dropFirst())) }
            return try runBare(arguments)
        } catch let failure as Failure {
            Console().complain(failure)
            return failure.code
        } catch {
            Console().complain(
                Failure(
                    .software, "a defect of \(Version.tool) \(Version.number): \(Escaped.text("\(error)", limit: 400))",
                    help: ["please report this line, with the command and, if it may be shown, the input"]))
            return .software
        }
    }

    private static func run(_ name: String, _ arguments: [String]) throws -> ExitCode {
        if name == help.name { return try runHelp(arguments) }
        guard let verb = verbs.first(where: { $0.command.name == name }) else {
            if ArgumentParser.asksForHelp(arguments) { return try show(command) }
            return complain(.unknownSubcommand(name, of: command), about: command)
        }
        if ArgumentParser.asksForHelp(arguments) { return try show(verb.command) }
        do {
            let parsed = try ArgumentParser.parse(arguments, for: verb.command)
            if parsed.has(.showVersion) { return try showVersion(parsed) }
            return try verb.init(parsed).run()
        } catch let error as UsageError {
            return complain(error, about: verb.command)
        }
    }

    /// A command line that begins with an option, or has nothing in it.
    private static func runBare(_ arguments: [String]) throws -> ExitCode {
        // Scripts ask for it before anything else. To put all commands together first is two fifths of what it takes.
        if arguments == ["--version"] { return try write(Version.line) }
        if ArgumentParser.asksForHelp(arguments) { return try show(command) }
        do {
            let parsed = try ArgumentParser.parse(arguments, for: command)
            if parsed.has(.showVersion) { return try showVersion(parsed) }
            guard let shell = parsed[completions].flatMap(CompletionScript.init) else { return try show(command) }
            return try write(shell.text(for: command))
        } catch let error as UsageError {
            guard let name = arguments.first(where: { command.subcommand($0) != nil }) else {
                return complain(error, about: command)
            }
            return complain(UsageError("Options stand behind the subcommand '\(name)'."), about: command)
        }
    }

    private static func runHelp(_ arguments: [String]) throws -> ExitCode {
        guard let name = arguments.first(where: { !$0.hasPrefix("-") }) else { return try show(command) }
        guard let told = command.subcommand(name) else {
            return complain(.unknownSubcommand(name, of: command), about: command)
        }
        return try show(told)
    }

    private static func path(of told: Command) -> String {
        told.name == command.name ? command.name : "\(command.name) \(told.name)"
    }

    private static func show(_ told: Command) throws -> ExitCode {
        try write(HelpPage(command: told, path: path(of: told), width: Terminal.width()).text)
    }

    private static func showVersion(_ arguments: Arguments) throws -> ExitCode {
        try write(arguments.has(.verbose) ? Version.details(timeZones: ZoneDatabase().release) : Version.line)
    }

    private static func write(_ text: String) throws -> ExitCode {
        let output = try Output(nil)
        try output.write(text)
        try output.commit()
        return .success
    }

    private static func complain(_ error: UsageError, about told: Command) -> ExitCode {
        Console().write(error.frame(for: told, called: path(of: told), width: Terminal.width(of: 2)))
        return .usage
    }
}
