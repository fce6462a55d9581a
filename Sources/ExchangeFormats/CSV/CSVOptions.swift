import ExchangeModel

/// How an exchange is written in tables.
public struct CSVOptions: Hashable, Sendable {
    /// How tables lie in files.
    public enum Layout: Hashable, Sendable {
        /// Each in a file that bears its name.
        case package
        /// All in one file: each row says its type in the column `record`, and children follow their parents.
        case stacked
    }

    /// How tables lie in files.
    public var layout = Layout.package
    /// What stands between two cells: a comma, a semicolon or a tabulator.
    public var separator = UInt8(ascii: ",")
    /// Whether there are columns for fields that no record has.
    public var keepsEmptyColumns = false
    /// Whether files are for spreadsheets: they begin with a byte order mark and a column `#cos:spreadsheet-1`, and an
    /// apostrophe stands before each cell that a spreadsheet would take for something else than text. A reader that sees
    /// the column takes the apostrophes away.
    public var isForSpreadsheet = false

    /// A package with commas, byte-exact.
    public init(layout: Layout = .package) { self.layout = layout }
}

/// What a table that was written holds, for those who describe it.
public struct CSVTableSummary: Sendable {
    /// The name of its file: `events.csv`; empty where all tables lie in one.
    public let file: String
    /// The name of the table: `events`; empty where all tables lie in one.
    public let name: String
    /// The fields of its records; nil where all tables lie in one.
    public let schema: Schema?
    /// The type of the records that its rows are or belong to; nil where all tables lie in one.
    public let type: RecordType?
    /// The names of its columns in their order.
    public let columns: [String]
    /// How many rows it has beside the header.
    public let rows: Int
}
