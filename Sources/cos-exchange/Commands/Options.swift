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
        help: "Allow a record, string, depth, languages or extras of this size, such as 'record=4M'. Findings name the "
            + "limit that they meet.", isRepeating: true)

    // MARK: What comes out

    static let format = Option(
        "format", "f", .choice("format", Format.writable.map { Choice($0.rawValue, $0.summary) }),
        help: "The format to write. The ending of '--output' tells it too.", isExpected: true)
    static let output = Option(
        "output", "o", .path("file"),
        help:
            "Where to write; '-' is standard output. A file is replaced as a whole; a device or a named pipe is written to.",
        fallback: "-")
    static let strict = Option("strict", help: "Fail where anything would be lost or left out.")

    // MARK: What is said

    static let quiet = Option("quiet", "q", help: "Say nothing but errors.")
    static let verbose = Option("verbose", "v", help: "Say more.", isRepeating: true)
    static let color = Option(
        "color", nil, .choice("when", ["auto", "always", "never"].map { Choice($0) }), help: "Colour what is printed.",
        fallback: "auto")
}

extension Command.Group {
    static let input = Command.Group("input", [.from, .sample, .maxBytes, .limit])
    static let calendar = Command.Group(
        "calendar",
        [CalendarRequest.lang, CalendarRequest.lean, CalendarRequest.cancelled, CalendarRequest.timeZones])
    static let common = Command.Group("common", [.quiet, .verbose, .color])
}

extension Command.Positional {
    static let input = Command.Positional(
        name: "input",
        help: "An exchange; '-' is standard input. Without one: what is piped in, or else the one exchange in the "
            + "current folder.")
}
