import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

/// What a document of schema.org's terms is to look like.
public struct JSONLDOptions: Sendable {
    /// As the model has it; there is nothing to choose.
    public init() {}
}

/// Writes an exchange as JSON-LD 1.1 in the terms of schema.org, for search engines and other readers of linked data.
///
/// One graph, a line for each record. It cannot be read back: what schema.org has no term for is left out and reported
/// once for each field. Of persons it never tells to what they have agreed. The exchange is read once; memory grows
/// with the number of cities, whose names stand in addresses.
public struct JSONLDExport {
    private let options: JSONLDOptions
    private let zones: ZoneDatabase

    /// A document as the options say, with the clocks of a database.
    public init(_ options: JSONLDOptions = JSONLDOptions(), zones: ZoneDatabase = ZoneDatabase()) {
        self.options = options
        self.zones = zones
    }

    /// Hands the document's octets to `sink`, and what it cannot say to `report`.
    ///
    /// `filter` may take something from a record before it is looked at, and answers whether it is there at all.
    public func write(
        _ source: inout some ExchangeSource & ~Copyable, sink: (Bytes) throws -> Void, report: (Diagnostic) -> Void,
        filter: (_ record: inout Record, _ isWritten: Bool) throws -> Bool = { _, _ in true }
    ) throws {
        var writer = JSONLDWriter(zones)
        try source.read(.all, report: report) { record in
            guard try filter(&record, true) else { return }
            writer.write(record)
            if writer.printer.output.count >= 64 << 10 {
                try sink(writer.printer.output.bytes)
                writer.printer.removeAll()
            }
        }
        writer.finish()
        try sink(writer.printer.output.bytes)
        writer.losses.report(report)
    }
}
