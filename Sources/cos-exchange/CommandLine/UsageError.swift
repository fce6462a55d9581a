import ExchangeDiagnostics

/// What is wrong with a command line, and the option that it is about.
struct UsageError: Error, Sendable {
    let message: String
    let option: Option?

    init(_ message: String, about option: Option? = nil) {
        self.message = message
        self.option = option
    }

    static func unknown(_ argument: String, of command: Command) -> UsageError {
        let name = String(argument.drop { $0 == "-" })
        let letter = argument.hasPrefix("--") ? nil : name.first
        let visible = command.visibleOptions
        if let letter, name.count > 1, let option = visible.first(where: { $0.letter == letter }),
            option.valueName != nil, !visible.contains(where: { $0.name.hasPrefix(name) })
        {
            let value = Escaped.text(String(name.dropFirst()))
            return UsageError(
                "Unknown option '\(Escaped.text(argument))'. A value stands apart: '-\(letter) \(value)'.")
        }
        var message = "Unknown option '\(Escaped.text(argument))'."
        if name.count > 1, let nearest = Resemblance.guess(of: name, among: visible.map(\.name)) {
            message += " Did you mean '--\(nearest)'?"
        }
        return UsageError(message)
    }

    static func unknownSubcommand(_ name: String, of command: Command) -> UsageError {
        let nearest = Resemblance.guess(of: name, among: command.subcommands.map(\.name))
        let hint = nearest.map { " Did you mean '\($0)'?" } ?? ""
        return UsageError("Unknown subcommand '\(Escaped.text(name))'." + hint)
    }

    static func unexpected(_ argument: String) -> UsageError {
        UsageError("Unexpected argument '\(Escaped.text(argument))'")
    }

    static func missing(_ option: Option) -> UsageError {
        UsageError("Missing expected argument '\(option.spelling)'", about: option)
    }

    static func missingValue(of option: Option, as spelling: String) -> UsageError {
        UsageError("Missing value for '\(spelling) <\(option.valueName ?? "")>'", about: option)
    }

    static func superfluousValue(of option: Option) -> UsageError {
        UsageError("The option '--\(option.name)' takes no value", about: option)
    }

    static func invalid(_ value: String, for option: Option, because reason: String? = nil) -> UsageError {
        var message = "The value '\(Escaped.text(value))' is invalid for '\(option.spelling)'."
        let names = option.choices.map(\.name)
        if let reason {
            message += " \(reason)"
        } else if let last = names.last {
            let others = names.dropLast().map { "'\($0)'" }.joined(separator: ", ")
            message += " Please provide one of \(others) or '\(last)'."
        } else if case .size = option.kind {
            message += " Please provide a number of octets, such as 4096, 64K, 10M or 1G."
        } else if case .number = option.kind {
            message += " Please provide a whole number from 0 on."
        }
        if let nearest = Resemblance.guess(of: value, among: names) { message += " Did you mean '\(nearest)'?" }
        return UsageError(message, about: option)
    }

    /// The frame that Swift's users know, for standard error.
    func frame(for command: Command, called path: String, width: Int) -> String {
        var lines = ["Error: \(message)"]
        if let option { lines += HelpPage.wrap("Help:  \(option.spelling)  \(option.help)", to: width, indent: 7) }
        lines += HelpPage.usage(of: command, called: path, after: "Usage: ", width: width)
        lines.append("  See '\(path) --help' for more information.")
        return lines.joined(separator: "\n") + "\n"
    }
}
