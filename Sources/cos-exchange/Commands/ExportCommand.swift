/// Writes what may leave the house.
struct ExportCommand: Verb {
    private static let lang = Option(
        "lang", nil, .text("tag"), help: "The language of a calendar, such as 'it'.", fallback: "the exchange's first")
    private static let lean = Option("lean", help: "Leave out of a calendar what only this tool reads back.")
    private static let cancelled = Option(
        "cancelled", nil,
        .choice(
            "how",
            [
                Option.Choice("status", "keep it, marked STATUS:CANCELLED"),
                Option.Choice("title", "keep it, and say so in its title too"), Option.Choice("omit", "leave it out"),
            ]), help: "What becomes of a cancelled event in a calendar.", fallback: "status")
    private static let `private` = Option("private", help: "Withhold nothing: for a partner who may see it all.")
    private static let now = Option(
        "now", nil, .text("date"), help: "The day by which consents have run out, such as 2026-05-04.",
        fallback: "today")
    private static let timeZones = Option(
        "tzdir", nil, .path("folder"), help: "Where the time-zone database lies.", fallback: "the system's")

    static let command = Command(
        name: "export", abstract: "Write a programme for others: calendars, and files for partners.",
        examples: [
            Command.Example(
                "cos-exchange export --format ics exchange.json -o programme.ics",
                "The programme as a calendar, in its first language."),
            Command.Example(
                "cos-exchange export -f ics --lang ar exchange.json", "The same in Arabic, on standard output."),
            Command.Example("cos-exchange export -f ics --sample", "A first try, without a file of one's own."),
        ],
        discussion:
            "What a person has not consented to, or what a place's precision does not allow, is withheld, and how "
            + "much that was is said on standard error. 'cos-exchange convert' withholds nothing.",
        positionals: [.input],
        groups: [
            Command.Group("", [.format, .output]), Command.Group("calendar", [lang, lean, cancelled]),
            Command.Group("privacy", [`private`, now]), Command.Group("", [.strict, timeZones]), .input, .common,
        ])

    private let conversion: Conversion

    init(_ arguments: Arguments) throws { conversion = try Conversion(arguments) }

    func run() throws -> ExitCode { try conversion.run() }
}
