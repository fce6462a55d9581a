/// One command: all that the parser, the help and the completions know of it.
struct Command: Sendable {
    let name: String
    /// What it does, in a line.
    let abstract: String
    var examples: [Example] = []
    /// What else there is to know, in paragraphs parted by an empty line.
    var discussion = ""
    var positionals: [Positional] = []
    var groups: [Group] = []
    var subcommands: [Command] = []

    struct Example: Sendable {
        let line: String
        let help: String

        init(_ line: String, _ help: String) {
            self.line = line
            self.help = help
        }
    }

    /// An argument that is known by its place. None must be there.
    struct Positional: Sendable {
        let name: String
        let help: String
        var isRepeating = false

        var synopsis: String { isRepeating ? "[<\(name)> ...]" : "[<\(name)>]" }
    }

    /// Options under a heading of their own; without a title they stand under OPTIONS.
    struct Group: Sendable {
        let title: String
        let options: [Option]

        init(_ title: String = "", _ options: [Option]) {
            self.title = title
            self.options = options
        }
    }
}

extension Command {
    /// The options of every command.
    static let common: [Option] = [.showVersion, .showHelp]

    /// All that the command takes, in the order of its help.
    var options: [Option] { groups.flatMap(\.options) + Self.common }

    var visibleOptions: [Option] { options.filter { !$0.isHidden } }

    func subcommand(_ name: String) -> Command? { subcommands.first { $0.name == name } }
}

extension Option {
    static let showVersion = Option("version", help: "Show the version; with -v also those of what the tool stands on.")
    static let showHelp = Option("help", "h", help: "Show help information.")
}
