import ExchangeFormats

/// Which format something is in: as the user says, or as the file's name says, or as it looks; never by default.
enum FormatInference {
    /// The format of an input.
    ///
    /// Where the name and the look disagree, somebody is mistaken, and it is not for us to guess who.
    static func format(
        saying explicit: Format?, named path: String?, called name: String, head: [UInt8]
    ) throws(Failure) -> Format {
        if let explicit { return try readable(explicit, name) }
        let promised = path.flatMap { Format(ending: $0) }
        let quoted = quote(name)
        if let promised, !promised.isReadable { return try readable(promised, name) }
        switch (ContentSniff(head), promised) {
        case (.archive, _):
            throw Failure(
                .dataError, "\(quoted) is a spreadsheet or a zip archive",
                help: ["save it as CSV in UTF-8, or unpack it, and give that"])
        case (.utf16, let promised?) where promised == .json || promised == .xml:
            // Its reader tells where it stops, and why.
            return promised
        case (.utf16, _):
            throw Failure(.dataError, "\(quoted) is in UTF-16", help: ["save it in UTF-8, and give that"])
        case (.binary, _):
            throw Failure(.dataError, "\(quoted) is not text: it has octets of value 0")
        case (.format(let seen), let promised?) where seen != promised:
            throw Failure(
                .dataError, "\(quoted) is called \(promised.title) by its ending, but looks like \(seen.title)",
                help: [conflict(seen, promised)])
        case (.format(let seen), _): return try readable(seen, name)
        case (_, let promised?): return try readable(promised, name)
        case (.table, nil): return try readable(.csv, name)
        case (.unknown, nil):
            throw Failure(
                .dataError, "cannot tell the format of \(quoted)",
                help: ["say which it is: \(choices(Format.readable.map { "--from \($0)" }))"])
        }
    }

    /// The format of an output; nil where neither the user nor the file's name says it.
    static func format(saying explicit: Format?, output path: String?) -> Format? {
        explicit ?? path.flatMap { Format(ending: $0) }
    }

    private static func readable(_ format: Format, _ name: String) throws(Failure) -> Format {
        guard format.isReadable else {
            throw Failure(
                .dataError,
                "\(quote(name)) is \(format.title), which is only written",
                help: ["what can be read: \(Format.readable.map(\.title).joined(separator: ", "))"])
        }
        return format
    }

    /// What to do where a name and a look disagree.
    private static func conflict(_ seen: Format, _ promised: Format) -> String {
        let readable = [seen, promised].filter(\.isReadable)
        let other = readable.count == 1 ? "; \((seen.isReadable ? promised : seen).title) is only written" : ""
        return "say which it is: \(readable.map { "'--from \($0)'" }.joined(separator: " or "))\(other)"
    }

    private static func quote(_ name: String) -> String { name == "-" ? "standard input" : "'\(Escaped.text(name))'" }

    private static func choices(_ names: [String]) -> String {
        names.map { "'\($0)'" }.joined(separator: ", ")
    }
}
