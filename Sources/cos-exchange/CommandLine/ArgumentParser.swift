/// Takes a command line apart as its command says.
///
/// An unknown option is told of before anything else that is wrong: it is most likely why the rest is.
struct ArgumentParser {
    let command: Command
    private var result = Arguments()
    private var complaint: UsageError?

    init(_ command: Command) { self.command = command }

    static func parse(_ arguments: some Sequence<String>, for command: Command) throws(UsageError) -> Arguments {
        var parser = ArgumentParser(command)
        try parser.parse(Array(arguments)[...])
        if let complaint = parser.complaint { throw complaint }
        return parser.result
    }

    /// Whether somebody asks for help, wherever in the line and whatever else is wrong with it.
    static func asksForHelp(_ arguments: some Sequence<String>) -> Bool {
        arguments.prefix { $0 != "--" }.contains { $0 == "-h" || $0 == "--help" }
    }

    private mutating func parse(_ arguments: ArraySlice<String>) throws(UsageError) {
        var rest = arguments
        while let argument = rest.popFirst() {
            if argument == "--" {
                for positional in rest { take(positional) }
                return
            } else if argument.hasPrefix("--") {
                try takeLong(argument, &rest)
            } else if argument.hasPrefix("-"), argument != "-" {
                try takeShort(argument, &rest)
            } else {
                take(argument)
            }
        }
    }

    private mutating func take(_ positional: String) {
        let declared = command.positionals
        if result.positionals.count < declared.count || declared.last?.isRepeating == true {
            result.append(positional)
        } else {
            note(.unexpected(positional))
        }
    }

    /// `--format=ics`, `--format ics`, `--quiet`.
    private mutating func takeLong(_ argument: String, _ rest: inout ArraySlice<String>) throws(UsageError) {
        let parts = argument.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = parts.first.map(String.init) ?? ""
        guard let option = command.options.first(where: { $0.name == name }) else {
            throw .unknown("--\(name)", of: command)
        }
        take(option, as: "--\(name)", attached: parts.count > 1 ? String(parts[1]) : nil, &rest)
    }

    /// `-f ics`, `-q`, `-qv`; a value is never glued to its letter.
    private mutating func takeShort(_ argument: String, _ rest: inout ArraySlice<String>) throws(UsageError) {
        let letters = argument.dropFirst()
        let options = letters.map { letter in command.options.first { $0.letter == letter } }
        for option in options {
            guard let option, letters.count == 1 || option.valueName == nil else {
                throw .unknown(argument, of: command)
            }
        }
        for (letter, option) in zip(letters, options) {
            if let option { take(option, as: "-\(letter)", attached: nil, &rest) }
        }
    }

    private mutating func take(
        _ option: Option, as spelling: String, attached: String?, _ rest: inout ArraySlice<String>
    ) {
        guard option.valueName != nil else {
            if attached == nil { result.append("", for: option) } else { note(.superfluousValue(of: option)) }
            return
        }
        var value = attached
        if value == nil, let next = rest.first, next == "-" || !next.hasPrefix("-") { value = rest.popFirst() }
        guard let value, !value.isEmpty else { return note(.missingValue(of: option, as: spelling)) }
        if let complaint = check(value, for: option) { note(complaint) }
        result.append(value, for: option)
    }

    private func check(_ value: String, for option: Option) -> UsageError? {
        switch option.kind {
        case .flag, .text, .path: nil
        case .choice(_, let choices): choices.contains { $0.name == value } ? nil : .invalid(value, for: option)
        case .number, .size: option.number(in: value) == nil ? .invalid(value, for: option) : nil
        }
    }

    private mutating func note(_ error: UsageError) {
        if complaint == nil { complaint = error }
    }
}
