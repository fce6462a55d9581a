import ExchangeBytes
import ExchangeFormats
import ExchangeModel

/// What the command line asks of a calendar.
struct CalendarRequest {
    static let lang = Option(
        "lang", nil, .text("tag"), help: "The language of a calendar, such as 'it'.", fallback: "the exchange's first")
    static let lean = Option("lean", help: "Leave out of a calendar what only this tool reads back.")
    static let cancelled = Option(
        "cancelled", nil,
        .choice(
            "how",
            [
                Option.Choice("status", "as cancelled, which some programs do not show"),
                Option.Choice("title", "with a word before its title instead, for such programs"),
                Option.Choice("omit", "not at all"),
            ]), help: "How a calendar shows what is cancelled.", fallback: "status")
    static let timeZones = Option(
        "tzdir", nil, .path("folder"), help: "Where the time-zone database lies.",
        fallback: "as TZDIR says, or the system's")
    /// Those that make sense for calendars alone.
    private static let own = [lang, lean, cancelled, timeZones]

    let options: CalendarOptions
    private let folder: String?

    init(_ arguments: Arguments, for target: Format) throws(UsageError) {
        if target != .ics, let option = Self.own.first(where: { arguments.has($0) }) {
            throw UsageError("'--\(option.name)' is for calendars, and '--format \(target)' makes none", about: option)
        }
        var options = CalendarOptions()
        options.language = arguments[Self.lang]
        options.isLean = arguments.has(Self.lean)
        options.cancelled = arguments[Self.cancelled].flatMap(CalendarOptions.Cancelled.init) ?? .status
        if let tag = options.language, !Languages.isTag(tag) {
            throw .invalid(
                tag, for: Self.lang,
                because: "Please provide a language tag (BCP 47), such as 'it', 'pt-BR' or 'zh-Hans'.")
        }
        self.options = options
        folder = arguments[Self.timeZones]
    }

    /// The time zones that are meant.
    func zones(_ environment: Environment) throws(Failure) -> ZoneDatabase { try .open(folder, environment) }
}

extension ZoneDatabase {
    /// The database in a folder, or else where the environment says, or the system's, or the table that is built in.
    static func open(_ folder: String?, _ environment: Environment) throws(Failure) -> ZoneDatabase {
        let zones = ZoneDatabase(folder: folder ?? environment["TZDIR"])
        if let folder, zones.source != .system(path: folder) {
            throw Failure(.noInput, "'\(Escaped.text(folder))' holds no time-zone database")
        }
        return zones
    }

    /// Which rules are used, for whoever wants to know; that they are those that are built in everybody should.
    func remark(isVerbose: Bool) -> String? {
        let release = release ?? "of an unknown release"
        switch source {
        case .embedded:
            return "no time-zone database was found: the rules of \(release), which are built in, are used"
        case .system(let path):
            return isVerbose ? "time zones: \(release), from '\(Escaped.text(path))'" : nil
        }
    }
}
