import Glibc

/// Writes a first exchange to fill in.
struct InitCommand: Verb {
    static let fileName = "exchange.json"
    private static let force = Option("force", help: "Write over an exchange that is there already.")

    static let command = Command(
        name: "init", abstract: "Write a first exchange, to be filled in.",
        examples: [
            Command.Example("cos-exchange init", "Write 'exchange.json' here."),
            Command.Example("cos-exchange init carrara-2026", "Make the folder, and write it there."),
        ],
        discussion:
            "The exchange that is written has one record of each kind that a programme needs, in two languages. "
            + "Names and places in it are invented. It is valid as it stands, and 'cos-exchange validate' tells whether it "
            + "still is when it has been changed.",
        positionals: [
            Command.Positional(name: "folder", help: "Where to write it; made if it is not there. (default: .)")
        ],
        groups: [Command.Group("", [force]), .common])

    private let folder: String
    private let isForced: Bool
    private let console: Console

    init(_ arguments: Arguments) {
        folder = arguments.positionals.first ?? "."
        isForced = arguments.has(Self.force)
        console = Console(arguments)
    }

    func run() throws -> ExitCode {
        let quoted = "'\(Escaped.text(folder))'"
        if mkdir(folder, 0o777) != 0, errno != EEXIST {
            let number = errno
            let help = number == ENOENT ? ["make the folder that it is to lie in first"] : []
            throw Failure(.cannotCreate, cannot: "create", quoted, number: number, help: help)
        }
        let path = folder == "." ? Self.fileName : Output.path(of: Self.fileName, in: folder)
        if !isForced, access(path, F_OK) == 0 {
            throw Failure(
                .cannotCreate, "'\(Escaped.text(path))' is there already, and is not written over",
                help: ["'--force' writes over it"])
        }
        let output = try Output(path)
        try output.write(Starter.text)
        try output.commit()
        let file = Self.quoted(path)
        console.remark(
            """
            '\(Escaped.text(path))' was written. Put your own names and days into it; then:
              cos-exchange validate \(file)
              cos-exchange inspect \(file)
              cos-exchange export --format ics \(file) -o programme.ics
            """)
        return .success
    }

    /// A path as a shell takes it.
    private static func quoted(_ path: String) -> String {
        let isPlain = path.utf8.allSatisfy { octet in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(octet | 0x20)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(octet) || "./_-".utf8.contains(octet)
        }
        if isPlain { return path }
        let parts = Escaped.text(path).split(separator: "'", omittingEmptySubsequences: false)
        return "'" + parts.joined(separator: #"'\''"#) + "'"
    }
}
