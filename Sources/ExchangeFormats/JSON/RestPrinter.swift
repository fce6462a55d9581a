import ExchangeBytes
import ExchangeModel

/// Prints what another format does not say of a record as one compact JSON object, for `RestReader` to read.
struct RestPrinter: ~Copyable {
    private var layouts = JSONLayouts(style: .compact)

    /// Appends the object; false, and nothing appended, if there is nothing in it.
    ///
    /// `omissions` says for each field what of it the other format says, and `exceptExtra` is the text of an extra that it
    /// says too.
    mutating func append(
        _ record: borrowing Record, _ node: Record.Node = .root, _ schema: Schema, omissions: [Omission],
        exceptExtra extra: Slice? = nil, to output: inout ByteBuffer
    ) -> Bool {
        let count = output.count
        output.append("{")
        let layout = layouts[schema]
        guard layout.members(record, node, isFirst: true, omissions: omissions, exceptExtra: extra, to: &output) else {
            output.truncate(to: count)
            return false
        }
        output.append("}")
        return true
    }
}
