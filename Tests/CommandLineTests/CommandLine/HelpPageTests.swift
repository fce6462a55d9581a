import Testing

@testable import cos_exchange

@Suite("The help page")
struct HelpPageTests {
    private static let command = Command(
        name: "export", abstract: "Write a programme in another format, for whoever asks for it and may have it.",
        examples: [.init("tool export p.json", "Just so.")],
        discussion: "First paragraph.\n\nSecond paragraph.",
        positionals: [
            .init(name: "input", help: "Programme file, or '-' for standard input, whichever comes to hand.")
        ],
        groups: [
            .init("common", [Option("quiet", "q", help: "Print only errors.")]),
            .init(
                "",
                [
                    Option(
                        "format", "f", .choice("format", [.init("json"), .init("ics")]), help: "Output format.",
                        isExpected: true),
                    Option(
                        "cancelled", nil, .choice("how", [.init("omit", "leave it out")]), help: "Cancelled events.",
                        fallback: "omit"),
                    Option("lang", nil, .text("tag"), help: "Language.", isRepeating: true),
                    Option("a-very-long-option-name", help: "Its text stands below."),
                    Option("secret", help: "Not shown.", isHidden: true),
                ]),
        ])

    @Test("keeps the layout of Swift's command-line tools")
    func keepsLayout() {
        let text = HelpPage(command: Self.command, path: "tool export", width: 80).text
        #expect(
            text == """
                OVERVIEW: Write a programme in another format, for whoever asks for it and may
                have it.

                EXAMPLES:
                  tool export p.json      Just so.

                First paragraph.

                Second paragraph.

                USAGE: tool export [--quiet] --format <format> [--cancelled <how>]
                                   [--lang <tag> ...] [--a-very-long-option-name] [<input>]

                ARGUMENTS:
                  <input>                 Programme file, or '-' for standard input, whichever
                                          comes to hand.

                COMMON OPTIONS:
                  -q, --quiet             Print only errors.

                OPTIONS:
                  -f, --format <format>   Output format. (values: json, ics)
                  --cancelled <how>       Cancelled events. (default: omit)
                        omit              - leave it out
                  --lang <tag>            Language.
                  --a-very-long-option-name
                                          Its text stands below.
                  --version               Show the version; with -v also those of what the tool
                                          stands on.
                  -h, --help              Show help information.


                """)
    }

    @Test("shortens a usage that would take three lines")
    func shortensUsage() {
        let lines = HelpPage.usage(of: Self.command, called: "tool export", after: "USAGE: ", width: 60)
        #expect(lines == ["USAGE: tool export --format <format> [<options>] [<input>]"])
    }

    @Test("keeps every line of every command within the width", arguments: [80, 100, 132])
    func keepsWidth(_ width: Int) {
        for command in [Tool.command] + Tool.command.subcommands {
            let page = HelpPage(command: command, path: "cos-exchange \(command.name)", width: width)
            for line in page.text.split(separator: "\n") where line.count > width {
                Issue.record("\(command.name): \(line)")
            }
            #expect(page.text.hasPrefix("OVERVIEW: "))
            #expect(page.text.hasSuffix("\n\n"))
        }
    }

    @Test("every option of every command is told apart by its name and its letter")
    func namesAreUnique() {
        for command in [Tool.command] + Tool.command.subcommands {
            let names = command.options.map(\.name)
            let letters = command.options.compactMap(\.letter)
            #expect(Set(names).count == names.count, "\(command.name)")
            #expect(Set(letters).count == letters.count, "\(command.name)")
        }
    }

    @Test("every example is a command line that the tool takes")
    func examplesParse() throws {
        for command in Tool.command.subcommands {
            for example in command.examples {
                let words = example.line.split(separator: " ").map(String.init)
                #expect(words.prefix(2) == ["cos-exchange", command.name])
                _ = try ArgumentParser.parse(words.dropFirst(2), for: command)
            }
        }
    }
}
