import ExchangeModel

/// Writes what may leave the house.
struct ExportCommand: Verb {
    private static let `private` = Option("private", help: "Withhold nothing: for a partner who may see it all.")
    private static let now = Option(
        "now", nil, .text("date"), help: "The day on which consents must still hold, such as 2026-05-04.",
        fallback: "the day of the exchange's 'generated'")

    static let command = Command(
        name: "export", abstract: "Write a programme for others: calendars, and files for partners.",
        examples: [
            Command.Example(
                "cos-exchange export --format ics exchange.json -o programme.ics",
                "The programme as a calendar, in its first language."),
            Command.Example(
                "cos-exchange export -f ics --lang ar exchange.json", "The same in Arabic, on standard output."),
            Command.Example(
                "cos-exchange export -f ics exchange.json -o calendars/", "A calendar for each of its languages."),
            Command.Example("cos-exchange export -f csv exchange.json -o partner/", "Tables for a partner."),
            Command.Example(
                "cos-exchange export -f geojson exchange.json -o map.geojson", "Places and routes for a map."),
            Command.Example("cos-exchange export -f ics --sample", "A first try, without a file of one's own."),
        ],
        discussion:
            "What a person has not consented to, or what a place's precision does not allow, is withheld, and how "
            + "much that was is said on standard error. 'cos-exchange convert' withholds nothing.",
        positionals: [.input],
        groups: [
            Command.Group("", [.format, .output, .strict, Conversion.report, Conversion.verify]),
            Command.Group(
                "calendar",
                [CalendarRequest.lang, CalendarRequest.lean, CalendarRequest.cancelled, CalendarRequest.timeZones]),
            TableRequest.group,
            Command.Group("privacy", [`private`, now]),
            .input,
            .common,
        ])

    private let conversion: Conversion

    init(_ arguments: Arguments) throws {
        var today: LocalDate?
        if let day = arguments[Self.now] {
            today = LocalDate(day)
            if today == nil {
                throw UsageError.invalid(day, for: Self.now, because: "Please provide a day, such as 2026-05-04.")
            }
        }
        let isPrivate = arguments.has(Self.private)
        conversion = try Conversion(arguments, withholding: isPrivate ? .nothing : .personal(today))
    }

    func run() throws -> ExitCode { try conversion.run() }
}
