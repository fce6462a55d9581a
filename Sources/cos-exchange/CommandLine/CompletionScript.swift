/// What a shell needs to complete a command line, made from the table of commands.
enum CompletionScript: String, CaseIterable, Sendable {
    case bash, zsh, fish

    func text(for tool: Command) -> String {
        switch self {
        case .bash: Self.bash(tool)
        case .zsh: Self.zsh(tool)
        case .fish: Self.fish(tool)
        }
    }

    // MARK: bash

    private static func bash(_ tool: Command) -> String {
        let verbs = tool.subcommands.map(\.name)
        var values: [String] = []
        var words = ["        '') words=\"\((verbs + spellings(tool)).joined(separator: " "))\" ;;"]
        for command in tool.subcommands {
            words.append("        \(command.name)) words=\"\(spellings(command).joined(separator: " "))\" ;;")
            for option in command.visibleOptions where !option.choices.isEmpty {
                let patterns = names(option).map { "\(command.name):\($0)" }.joined(separator: "|")
                let choices = option.choices.map(\.name).joined(separator: " ")
                values.append("        \(patterns)) words=\"\(choices)\" ;;")
            }
        }
        return """
            _cos_exchange() {
                local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" verb='' words='' index
                for ((index = 1; index < COMP_CWORD; index++)); do
                    case "${COMP_WORDS[index]}" in
                    \(verbs.joined(separator: "|"))) verb="${COMP_WORDS[index]}"; break ;;
                    esac
                done
                case "$verb:$before" in
            \(values.joined(separator: "\n"))
                esac
                if [[ -z "$words" && ( "$word" == -* || -z "$verb" ) ]]; then
                    case "$verb" in
            \(words.joined(separator: "\n"))
                    esac
                fi
                if [[ -n "$words" ]]; then
                    COMPREPLY=($(compgen -W "$words" -- "$word"))
                else
                    COMPREPLY=($(compgen -f -- "$word"))
                fi
            }
            complete -o filenames -F _cos_exchange \(tool.name)

            """
    }

    private static func names(_ option: Option) -> [String] {
        (option.letter.map { ["-\($0)"] } ?? []) + ["--\(option.name)"]
    }

    private static func spellings(_ command: Command) -> [String] { command.visibleOptions.flatMap(names) }

    // MARK: zsh

    private static func zsh(_ tool: Command) -> String {
        let verbs = tool.subcommands.map { "        '\($0.name):\(quoted($0.abstract))'" }
        let cases = tool.subcommands.map { command in
            let arguments = command.visibleOptions.flatMap(zsh) + ["'*:file:_files'"]
            return "    \(command.name)) _arguments \\\n        " + arguments.joined(separator: " \\\n        ") + " ;;"
        }
        return """
            #compdef \(tool.name)
            local -a verbs=(
            \(verbs.joined(separator: "\n"))
            )
            if (( CURRENT == 2 )); then
                _describe 'subcommand' verbs
                _arguments \(tool.visibleOptions.flatMap(zsh).joined(separator: " "))
                return
            fi
            local verb="${words[2]}"
            shift words
            (( CURRENT-- ))
            case "$verb" in
            \(cases.joined(separator: "\n"))
            esac

            """
    }

    private static func zsh(_ option: Option) -> [String] {
        let action: String
        switch option.kind {
        case .flag: action = ""
        case .path(let name): action = ":\(name):_files"
        case .choice(let name, let choices): action = ":\(name):(\(choices.map(\.name).joined(separator: " ")))"
        case .text(let name), .number(let name), .size(let name): action = ":\(name): "
        }
        let repeats = option.isRepeating ? "*" : ""
        return names(option).map { "'\(repeats)\($0)[\(quoted(option.help))]\(action)'" }
    }

    /// Text within single quotes, without the characters that zsh reads a meaning into.
    private static func quoted(_ text: String) -> String {
        String(text.map { character in "'[]:\\".contains(character) ? " " : character })
    }

    // MARK: fish

    private static func fish(_ tool: Command) -> String {
        var lines = ["complete -c \(tool.name) -e"]
        let start = "complete -c \(tool.name) -n __fish_use_subcommand"
        lines += tool.visibleOptions.map { start + fish($0) }
        for command in tool.subcommands {
            lines.append("\(start) -f -a \(command.name) -d '\(quoted(command.abstract))'")
            let inside = "complete -c \(tool.name) -n '__fish_seen_subcommand_from \(command.name)'"
            lines += command.visibleOptions.map { inside + fish($0) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func fish(_ option: Option) -> String {
        let letter = option.letter.map { " -s \($0)" } ?? ""
        let value: String
        switch option.kind {
        case .flag: value = ""
        case .path: value = " -r -F"
        case .choice(_, let choices): value = " -x -a '\(choices.map(\.name).joined(separator: " "))'"
        case .text, .number, .size: value = " -x"
        }
        return "\(letter) -l \(option.name)\(value) -d '\(quoted(option.help))'"
    }
}
