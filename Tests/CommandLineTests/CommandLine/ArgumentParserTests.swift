import Testing

@testable import cos_exchange

@Suite("The argument parser")
struct ArgumentParserTests {
    static let format = Option("format", "f", .choice("format", [.init("json"), .init("ics")]), help: "What to write.")
    static let lang = Option("lang", nil, .text("tag"), help: "A language.", isRepeating: true)
    static let limit = Option("max-bytes", nil, .size("size"), help: "The most.")
    static let count = Option("max-warnings", nil, .number("n"), help: "The most.")
    static let quiet = Option("quiet", "q", help: "Say less.")
    static let verbose = Option("verbose", "v", help: "Say more.", isRepeating: true)
    static let command = Command(
        name: "export", abstract: "Write.", positionals: [.init(name: "input", help: "What to read.")],
        groups: [.init("", [format, lang, limit, count, quiet, verbose])])

    private func parse(_ line: String) throws(UsageError) -> Arguments {
        try ArgumentParser.parse(line.split(separator: " ").map(String.init), for: Self.command)
    }

    private func complaint(_ line: String) -> String? {
        do { _ = try parse(line) } catch { return error.message }
        return nil
    }

    @Test(
        "takes a value after a blank, after an equals sign, and after the letter",
        arguments: [
            "--format ics", "--format=ics", "-f ics", "--format json -f ics",
        ])
    func takesValues(_ line: String) throws {
        let format = try parse(line)[Self.format]
        #expect(format == "ics")
    }

    @Test("takes flags together, and counts them")
    func takesFlags() throws {
        let arguments = try parse("-qv -v --verbose p.json")
        #expect(arguments.has(Self.quiet))
        #expect(arguments.count(Self.verbose) == 3)
        #expect(arguments.positionals == ["p.json"])
    }

    @Test("keeps every value of an option that may be repeated")
    func keepsRepeatedValues() throws {
        let languages = try parse("--lang it --lang=ar").all(Self.lang)
        #expect(languages == ["it", "ar"])
    }

    @Test("takes everything behind two dashes as it stands")
    func endsOptions() throws {
        let positionals = try parse("-q -- --format").positionals
        #expect(positionals == ["--format"])
    }

    @Test("takes a single dash as an input, and as a value")
    func takesDash() throws {
        let arguments = try parse("--lang - -")
        #expect(arguments.positionals == ["-"])
        #expect(arguments[Self.lang] == "-")
    }

    @Test("takes a value that begins with a dash only when it is attached")
    func keepsDashesApart() throws {
        let attached = try parse("--lang=-x")[Self.lang]
        #expect(attached == "-x")
        #expect(complaint("--lang -x")?.hasPrefix("Unknown option '-x'.") == true)
        #expect(complaint("--lang -q") == "Missing value for '--lang <tag>'")
    }

    @Test(
        "reads numbers and sizes", arguments: [("4096", 4096), ("64K", 65_536), ("10m", 10_485_760), ("1G", 1 << 30)])
    func readsSizes(_ text: String, _ octets: Int) throws {
        let size = try parse("--max-bytes \(text)").number(Self.limit)
        #expect(size == octets)
    }

    @Test(
        "refuses what is no number",
        arguments: [
            "--max-bytes 1T", "--max-bytes K", "--max-bytes 9999999999G", "--max-warnings 1K", "--max-warnings +1",
            "--max-warnings 99999999999999999999",
        ])
    func refusesNumbers(_ line: String) {
        #expect(complaint(line)?.contains("is invalid for") == true)
    }

    @Test(
        "says what is wrong in the words that Swift users know",
        arguments: [
            (
                "--format icx",
                "The value 'icx' is invalid for '--format <format>'. Please provide one of 'json' or 'ics'. "
                    + "Did you mean 'ics'?"
            ),
            ("--format", "Missing value for '--format <format>'"),
            ("-f", "Missing value for '-f <format>'"),
            ("--format=", "Missing value for '--format <format>'"),
            ("--quiet=yes", "The option '--quiet' takes no value"),
            ("p.json q.json", "Unexpected argument 'q.json'"),
            ("--lnag it", "Unknown option '--lnag'. Did you mean '--lang'?"),
            ("-lang it", "Unknown option '-lang'. Did you mean '--lang'?"),
            ("--max-w 3", "Unknown option '--max-w'. Did you mean '--max-warnings'?"),
            ("-x", "Unknown option '-x'."),
            ("-fics", "Unknown option '-fics'. A value stands apart: '-f ics'."),
            ("-qx", "Unknown option '-qx'."),
            ("--\u{1B}[2J", #"Unknown option '--\u{1B}[2J'."#),
        ])
    func complains(_ line: String, _ message: String) {
        #expect(complaint(line) == message)
    }

    @Test(
        "tells of an unknown option before anything else",
        arguments: ["a b --fromat ics", "--format --fromat", "-f icx --fromat ics"])
    func prefersUnknownOptions(_ line: String) {
        #expect(complaint(line) == "Unknown option '--fromat'. Did you mean '--format'?")
    }

    @Test("hears a call for help wherever it stands, but for behind two dashes")
    func hearsHelp() {
        #expect(ArgumentParser.asksForHelp(["--fromat", "ics", "-h"]))
        #expect(ArgumentParser.asksForHelp(["--help", "x"]))
        #expect(!ArgumentParser.asksForHelp(["--", "--help"]))
        #expect(!ArgumentParser.asksForHelp(["help"]))
    }
}
