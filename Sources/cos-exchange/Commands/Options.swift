import ExchangeFormats

/// The options that several commands share, and those of one command that another part of the tool asks for.
extension Option {
    // MARK: What goes in

    static let from = Option(
        "from", nil, .choice("format", Format.readable.map { Choice($0.rawValue) }),
        help: "The format of the input, where neither its name nor its look tells it.")
    static let sample = Option("sample", help: "Use the small exchange that is built in.")
    static let maxBytes = Option(
        "max-bytes", nil, .size("size"), help: "Refuse an input that is larger, such as 64M.", fallback: "no limit")

    static let limit = Option(
        "limit", nil, .text("name=number"),
        help:
            "Set a limit of what is read: \(LimitName.allCases.dropLast().map(\.rawValue).joined(separator: ", ")) or "
            + "\(LimitName.namespaces), such as 'record=4M'. A finding that meets a limit names it.", isRepeating: true)

    // MARK: What comes out

    static let format = Option(
        "format", "f", .choice("format", Format.allCases.map { Choice($0.rawValue, $0.summary) }),
        help: "The format to write. The ending of '--output' tells it too.", isExpected: true)
    static let output = Option(
        "output", "o", .path("file"),
        help: "Where to write; '-' is standard output. A file is replaced as a whole; a device or a named pipe is "
            + "written to; a folder (with a slash at its end if it is not there) takes a table for each type of record, or "
            + "a calendar for each language.", fallback: "-")
    static let strict = Option("strict", help: "Answer 1, and write no file, where anything would be lost.")

    // MARK: What is said

    static let quiet = Option("quiet", "q", help: "Say nothing but errors.")
    static let verbose = Option("verbose", "v", help: "Say more.", isRepeating: true)
    static let color = Option(
        "color", nil, .choice("when", ["auto", "always", "never"].map { Choice($0) }), help: "Colour what is printed.",
        fallback: "auto")
}

extension Command.Group {
    static let input = Command.Group("input", [.from, .sample, .maxBytes, .limit])
    static let common = Command.Group("common", [.quiet, .verbose, .color])
}

extension Command.Positional {
    static let input = Command.Positional(
        name: "input",
        help:
            "An exchange: a file, or the folder of a package of tables (or its datapackage.json); '-' is standard input. Without one: what is "
            + "piped in, or else the one exchange in the current folder.")
}
