import ExchangeFormats
import Foundation
import Testing

@testable import cos_exchange

@Suite("The tool")
struct ToolTests {
    private let folder: TemporaryFolder
    private static let sample = String(decoding: Sample.octets, as: UTF8.self)

    init() throws { folder = try TemporaryFolder() }

    @Test(
        "shows its help, whatever else is on the line",
        arguments: [
            [], ["--help"], ["-h"], ["help"], ["exprot", "--help"], ["--fromat", "-h"],
        ])
    func showsHelp(_ arguments: [String]) throws {
        let run = try Run(arguments)
        #expect(run.code == 0)
        #expect(run.text.hasPrefix("OVERVIEW: Carry open-studios programmes"))
        #expect(run.text.contains("\nSUBCOMMANDS:\n"))
        #expect(run.errors == "")
    }

    @Test("shows the help of every command in two ways", arguments: Tool.command.subcommands.map(\.name))
    func showsCommandHelp(_ name: String) throws {
        let asked = try Run(["help", name])
        #expect(asked.code == 0)
        #expect(asked.text.hasPrefix("OVERVIEW: "))
        if name == "help" { return }
        let direct = try Run([name, "--no-such-option", "-h"])
        #expect(direct.code == 0)
        #expect(direct.text == asked.text)
    }

    @Test("says what is wrong with a command line, how it goes, and answers 64")
    func complains() throws {
        let misspelt = try Run(["exprot"])
        #expect(misspelt.code == 64)
        #expect(misspelt.text == "")
        #expect(
            misspelt.errors == """
                Error: Unknown subcommand 'exprot'. Did you mean 'export'?
                Usage: cos-exchange [--verbose ...] [--generate-completion-script <shell>]
                                    <subcommand>
                  See 'cos-exchange --help' for more information.

                """)
        let format = try Run(["export", "--format", "icx", "--sample"])
        #expect(format.code == 64)
        #expect(format.errors.contains("\nHelp:  --format <format>  The format to write."))
        #expect(format.errors.contains("\nUsage: cos-exchange export --format <format> [<options>] [<input>]\n"))
        #expect(format.errors.hasSuffix("\n  See 'cos-exchange export --help' for more information.\n"))
        let missing = try Run(["export", "--sample"])
        #expect(missing.code == 64)
        #expect(missing.errors.hasPrefix("Error: Missing expected argument '--format <format>'\n"))
        let misplaced = try Run(["--quiet", "export"])
        #expect(misplaced.code == 64)
        #expect(misplaced.errors.hasPrefix("Error: Options stand behind the subcommand 'export'."))
    }

    @Test("tells its version, and on request that of what it stands on")
    func tellsVersion() throws {
        let plain = try Run(["--version"])
        let verbose = try Run(["-v", "--version"])
        let inside = try Run(["export", "--version"])
        #expect(plain.text == "cos-exchange 0.1.0\n")
        #expect(inside.text == plain.text)
        #expect(verbose.text.hasPrefix(plain.text + "schema 1.0\n"))
        #expect(verbose.text.contains("\nlibxml2 2."))
    }

    @Test("lists its formats")
    func listsFormats() throws {
        let lines = try Run(["formats"]).text.split(separator: "\n")
        #expect(lines.count == 2 * Format.allCases.count + 1)
        #expect(lines.allSatisfy { $0.count <= 80 })
        #expect(lines.contains { $0.hasPrefix("ics ") && $0.contains("text/calendar") })
    }

    @Test("reads a file, standard input, what lies in the folder, and the sample alike")
    func findsInput() throws {
        try folder.write(Self.sample, to: "exchange.json")
        for arguments in [["exchange.json"], ["--sample"], [], ["--from", "json", "./exchange.json"]] {
            let run = try Run(["convert", "-f", "json"] + arguments, in: folder)
            #expect(run.code == 0)
            #expect(run.text == Self.sample)
            #expect(run.errors == "")
        }
        let piped = try Run(shell: "cat exchange.json | $TOOL convert -f json -", in: folder)
        #expect(piped.text == Self.sample)
        let redirected = try Run(["convert", "-f", "json"], input: Self.sample)
        #expect(redirected.text == Self.sample)
    }

    @Test("names what it looked for where nothing is to be read")
    func namesWhatItLookedFor() throws {
        let run = try Run(["validate"], in: folder)
        #expect(run.code == 66)
        #expect(run.errors.contains("'exchange.json', 'exchange.xml', 'datapackage.json', 'exchange.csv'"))
        #expect(run.errors.contains("--sample"))
    }

    @Test(
        "answers for inputs that cannot be used",
        arguments: [
            (["validate", "none.json"], 66), (["validate", "."], 66), (["validate", "empty.json"], 65),
            (["convert", "-f", "json", "x.json"], 65),
            (["validate", "sheet.json"], 65), (["validate", "broken.json"], 65),
            (["convert", "-f", "json", "broken.json"], 65),
            (["validate", "--exit-zero", "broken.json"], 0), (["validate", "--max-bytes", "1K", "good.json"], 65),
            (["validate", "good.json", "none.json"], 66),
        ] as [([String], Int32)])
    func answersForInputs(_ arguments: [String], _ code: Int32) throws {
        try folder.write("", to: "empty.json")
        try folder.write("<exchange/>", to: "x.json")
        try folder.write("PK\u{3}\u{4}", to: "sheet.json")
        try folder.write("{\"id\": \"x\",}", to: "broken.json")
        try folder.write(Self.sample, to: "good.json")
        let run = try Run(arguments, in: folder)
        #expect(run.code == code)
        if code != 0 { #expect(!run.errors.isEmpty || run.text.contains("error[")) }
        #expect(!run.wasKilled)
    }

    @Test("points at the fault")
    func pointsAtFault() throws {
        try folder.write("{\n  \"id\": \"x\",\n  \"name\" \"y\"\n}\n", to: "p.json")
        let run = try Run(["validate", "--report", "short", "p.json"], in: folder)
        #expect(run.code == 65)
        #expect(run.text.hasPrefix("p.json:3:10: error: S101 "))
        let convert = try Run(["convert", "p.json", "-o", "q.json"], in: folder)
        #expect(convert.code == 65)
        #expect(convert.text == "")
        #expect(convert.errors.contains("--> p.json:3:10"))
        #expect(try folder.names() == ["p.json"])
    }
}
