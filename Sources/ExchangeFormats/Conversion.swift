import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension ExchangeSource where Self: ~Copyable {
    /// Hands every record to the writer, and the writer's octets to `sink` before they become many.
    ///
    /// `filter` may take something from a record before it is written, and answers whether it is written at all.
    public mutating func write(
        _ selection: Selection = .all, into writer: inout some RecordWriter & ~Copyable,
        sink: (Bytes) throws -> Void, report: (Diagnostic) -> Void,
        filter: (inout Record) throws -> Bool = { _ in true }
    ) throws {
        var output = ByteBuffer(capacity: 128 << 10)
        try read(selection, report: report) { record in
            guard try filter(&record) else { return }
            writer.write(record, to: &output)
            if output.count >= 64 << 10 {
                try sink(output.bytes)
                output.removeAll()
            }
        }
        writer.finish(to: &output)
        try sink(output.bytes)
    }
}
