/// The help of a command, in the layout that Swift's command-line tools share.
struct HelpPage {
    let command: Command
    /// How the command is called: `cos-exchange export`.
    let path: String
    let width: Int

    private static let column = 26

    var text: String {
        var sections = [Self.wrap("OVERVIEW: \(command.abstract)", to: width, indent: 0)]
        if !command.examples.isEmpty {
            sections.append(["EXAMPLES:"] + command.examples.flatMap { entry("\($0.line)", $0.help) })
        }
        if !command.discussion.isEmpty { sections += Self.paragraphs(command.discussion, width) }
        sections.append(Self.usage(of: command, called: path, after: "USAGE: ", width: width))
        if !command.positionals.isEmpty {
            sections.append(["ARGUMENTS:"] + command.positionals.flatMap { entry("<\($0.name)>", $0.help) })
        }
        for group in command.groups where !group.title.isEmpty {
            let options = group.options.filter { !$0.isHidden }
            if !options.isEmpty {
                sections.append(["\(group.title.uppercased()) OPTIONS:"] + options.flatMap(entry))
            }
        }
        let others = command.groups.filter(\.title.isEmpty).flatMap(\.options) + Command.common
        sections.append(["OPTIONS:"] + others.filter { !$0.isHidden }.flatMap(entry))
        if !command.subcommands.isEmpty {
            sections.append(["SUBCOMMANDS:"] + command.subcommands.flatMap { entry($0.name, $0.abstract) })
            sections.append(["  See '\(path) help <subcommand>' for detailed help."])
        }
        return sections.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n\n"
    }

    private func entry(_ option: Option) -> [String] {
        let described = option.choices.contains { !$0.help.isEmpty }
        var facts: [String] = []
        if !described, !option.choices.isEmpty {
            facts.append("values: " + option.choices.map(\.name).joined(separator: ", "))
        }
        if let fallback = option.fallback { facts.append("default: \(fallback)") }
        var lines = entry(option.label, option.help + (facts.isEmpty ? "" : " (\(facts.joined(separator: "; ")))"))
        for choice in option.choices where described { lines += entry("      \(choice.name)", "- \(choice.help)") }
        return lines
    }

    /// A label and, from column 26 on, what it stands for; under the label where that is too wide.
    private func entry(_ label: String, _ help: String) -> [String] {
        let label = "  \(label)"
        let indent = String(repeating: " ", count: Self.column)
        let lines = Self.wrap(indent + help, to: width, indent: Self.column)
        guard label.count < Self.column, let first = lines.first else { return [label] + lines }
        return [label + first.dropFirst(label.count)] + lines.dropFirst()
    }

    // MARK: Usage

    /// How the command is called; where that would take more than two lines, with `[<options>]` for all that may be
    /// left out.
    static func usage(of command: Command, called path: String, after head: String, width: Int) -> [String] {
        let options = command.visibleOptions.dropLast(Command.common.count)
        let tail = command.subcommands.isEmpty ? command.positionals.map(\.synopsis) : ["<subcommand>"]
        let start = head + path
        let indent = start.count + 1
        let lines = wrap([start] + options.map(\.synopsis) + tail, to: width, indent: indent)
        if lines.count <= 2 { return lines }
        let expected = options.filter(\.isExpected).map(\.synopsis)
        return wrap([start] + expected + ["[<options>]"] + tail, to: width, indent: indent)
    }

    // MARK: Lines

    static func paragraphs(_ text: String, _ width: Int) -> [[String]] {
        var paragraphs: [[String]] = [[]]
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.isEmpty { paragraphs.append([]) } else { paragraphs[paragraphs.count - 1].append(String(line)) }
        }
        return paragraphs.map { wrap($0.joined(separator: " "), to: width, indent: 0) }
    }

    /// Breaks a text at its spaces. The spaces that it begins with stay; every line but the first is indented.
    static func wrap(_ text: String, to width: Int, indent: Int) -> [String] {
        let margin = text.prefix { $0 == " " }
        var words = text.dropFirst(margin.count).split(separator: " ", omittingEmptySubsequences: false).map(
            String.init)
        if !words.isEmpty { words[0] = margin + words[0] }
        return wrap(words, to: width, indent: indent)
    }

    /// Sets words into lines without breaking any of them.
    private static func wrap(_ words: [String], to width: Int, indent: Int) -> [String] {
        var lines: [String] = []
        var line: String?
        for word in words {
            guard let begun = line else {
                line = word
                continue
            }
            if begun.count + 1 + word.count <= width {
                line = "\(begun) \(word)"
            } else {
                lines.append(begun)
                line = String(repeating: " ", count: indent) + word
            }
        }
        return lines + (line.map { [$0] } ?? [])
    }
}
