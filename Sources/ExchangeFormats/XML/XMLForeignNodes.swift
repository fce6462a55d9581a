import ExchangeBytes
import ExchangeModel

/// Nodes of a record that are none of ours, ready to be written where they stood.
struct XMLForeignNodes {
    /// The text of the extra that they were kept in.
    let extra: Slice

    init?(_ json: Bytes, extra: Slice, in schema: Schema) { return nil }

    func appendAttributes(to output: inout ByteBuffer) {}

    func appendElements(after indentation: String, to output: inout ByteBuffer) {}
}
