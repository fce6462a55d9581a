/// An exchange in one of the formats, in memory, and what the writing of it brought to light.
public struct WrittenExchange: Sendable {
    /// One file of it.
    public struct File: Hashable, Sendable {
        /// The name that it has in a package, or a usual one for the only file: `events.csv`, `exchange.json`.
        public var name: String
        /// What it holds.
        public var octets: [UInt8] = []
    }

    /// The format.
    public let format: Format
    /// The only file, or those of a package in their order.
    public internal(set) var files: [File] = []
    /// What was found wrong while the source was read, and what the format cannot say; these know offsets in the source.
    public internal(set) var findings: [Diagnostic] = []
    /// How much was withheld for privacy.
    public internal(set) var withheld = PrivacyFilter.Tally()

    /// What the format cannot say, or does not show: nothing, if everything can be read back.
    public var losses: [Diagnostic] { findings.filter(\.code.isLoss) }
    /// What the only file holds; of a package, the first.
    public var octets: [UInt8] { files.first?.octets ?? [] }
    /// What the only file holds, as text.
    public var text: String { String(decoding: octets, as: UTF8.self) }

    /// The same, to be read again.
    public var input: FormatInput {
        let tables = files.filter { CSVTables.fileNames.contains($0.name) }
        guard format == .csv, files.count > 1 else { return FormatInput(octets) }
        return .package(InputPackage(tables.map { InputPackage.File($0.name, ByteInput($0.octets)) }))
    }
}
