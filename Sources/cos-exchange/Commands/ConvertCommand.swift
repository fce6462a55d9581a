/// Writes an exchange in another format, with everything in it.
struct ConvertCommand: Verb {
    static let command = Command(
        name: "convert", abstract: "Write an exchange in another format, for oneself: nothing is dropped.",
        examples: [
            Command.Example("cos-exchange convert -f csv exchange.json -o tables/", "A table for each type of record."),
            Command.Example(
                "cos-exchange convert tables/ -o exchange.xml --verify", "Tables as XML, read back at once."),
            Command.Example(
                "cos-exchange convert -f csv --for-spreadsheet exchange.json -o sheet.csv", "To edit in a spreadsheet."),
            Command.Example("cos-exchange convert -f ndjson exchange.json", "One record a line, for a pipe."),
            Command.Example("cos-exchange convert exchange.json -o exchange.json", "The same in its canonical form."),
        ],
        discussion:
            "Everything stays in, also what is private, whichever way it goes; what a format cannot say rides along or is "
            + "reported. For others there is 'cos-exchange export'.",
        positionals: [.input],
        groups: [
            Command.Group("", [.format, .output, .strict, Conversion.report, Conversion.verify]),
            Command.Group("calendar", [CalendarRequest.lang, CalendarRequest.timeZones]), TableRequest.group, .input,
            .common,
        ])

    private let conversion: Conversion

    init(_ arguments: Arguments) throws { conversion = try Conversion(arguments) }

    func run() throws -> ExitCode { try conversion.run() }
}
