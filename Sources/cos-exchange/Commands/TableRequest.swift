import ExchangeFormats

/// What the command line asks of tables.
struct TableRequest {
    static let forSpreadsheet = Option(
        "for-spreadsheet",
        help: "Write CSV that a spreadsheet opens and saves without changing a cell: marked, and read back as it was.")
    static let separator = Option(
        "separator", nil,
        .choice(
            "name",
            [
                Option.Choice("comma", "as RFC 4180 has it"),
                Option.Choice("semicolon", "for spreadsheets where the comma is the decimal sign"),
                Option.Choice("tab", "the tabulator"),
            ]), help: "What stands between two cells.", fallback: "comma")
    static let keepEmpty = Option("keep-empty-columns", help: "Write a column for every field, also where none has it.")
    /// Those that make sense for tables alone.
    private static let own = [forSpreadsheet, separator, keepEmpty]

    static let group = Command.Group("tables", own)

    let options: CSVOptions

    init(_ arguments: Arguments, for target: Format, inFolder isForFolder: Bool) throws(UsageError) {
        if target != .csv, let option = Self.own.first(where: { arguments.has($0) }) {
            throw UsageError("'--\(option.name)' is for CSV, and '--format \(target)' is none", about: option)
        }
        var options = CSVOptions(layout: isForFolder ? .package : .stacked)
        options.isForSpreadsheet = arguments.has(Self.forSpreadsheet)
        options.keepsEmptyColumns = arguments.has(Self.keepEmpty)
        switch arguments[Self.separator] {
        case "semicolon": options.separator = UInt8(ascii: ";")
        case "tab": options.separator = 0x09
        default: break
        }
        self.options = options
    }
}
