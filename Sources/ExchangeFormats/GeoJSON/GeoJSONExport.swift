import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

/// Writes an exchange as GeoJSON (RFC 7946) for maps: a point for each place, and for each place of an event, and a line
/// for each route.
///
/// It cannot be read back: what a map does not tell is left out and reported once for each field, and other records once
/// for each type. The exchange is read once; memory grows with the number of places.
public struct GeoJSONExport {
    /// An export; there is nothing to choose.
    public init() {}

    /// Hands the document's octets to `sink`, and what it cannot say to `report`.
    ///
    /// `filter` may take something from a record before it is looked at, and answers whether it is there at all.
    public func write(
        _ source: inout some ExchangeSource & ~Copyable, sink: (Bytes) throws -> Void, report: (Diagnostic) -> Void,
        filter: (_ record: inout Record, _ isWritten: Bool) throws -> Bool = { _, _ in true }
    ) throws {
        var writer = GeoJSONWriter()
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
