import ExchangeBytes
import ExchangeModel

/// Writes an exchange as XML: an element for each value in the order of the tables, two blanks for each level.
///
/// What elements cannot say of a record is JSON in its `<extras>`. Nodes that another XML document held in namespaces of
/// its own stand behind that, as they stood there.
public struct XMLWriter: RecordWriter, ~Copyable {
    private var layouts: [ObjectIdentifier: XMLLayout] = [:]
    private var latest: (schema: Schema, layout: XMLLayout)?
    private var rest = RestPrinter()
    private var collection: Schema?
    private var state = State.start
    /// The header's nodes that are none of ours, which stand behind the collections.
    private var tail = ByteBuffer()

    private enum State {
        case start
        /// The root's start tag lacks its last bracket.
        case openTag
        case open
    }

    /// A writer that has written nothing.
    public init() {}

    public mutating func write(_ record: borrowing Record, to output: inout ByteBuffer) {
        let schema = record.schema
        let layout = layout(of: schema)
        if schema === Exchange.schema {
            guard state == .start else { return }
            output.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
            let (hasContent, foreign) = layout.open(record, .root, rest: &rest, to: &output)
            state = hasContent ? .open : .openTag
            foreign?.appendElements(after: "\n  ", to: &tail)
            return
        }
        if schema !== collection {
            begin(to: &output)
            endCollection(to: &output)
            output.append("\n  <")
            output.append(utf8: schema.wrapper)
            output.append(">")
            collection = schema
        }
        layout.element(record, .root, rest: &rest, to: &output)
    }

    public mutating func finish(to output: inout ByteBuffer) {
        if state == .start { write(Record(Exchange.schema), to: &output) }
        endCollection(to: &output)
        if !tail.isEmpty { begin(to: &output) }
        output.append(tail.bytes)
        if state == .openTag { output.append("/>\n") } else { output.append("\n</exchange>\n") }
    }

    /// Opens the root for what is in it.
    private mutating func begin(to output: inout ByteBuffer) {
        if state == .start { write(Record(Exchange.schema), to: &output) }
        if state == .openTag { output.append(">") }
        state = .open
    }

    private mutating func endCollection(to output: inout ByteBuffer) {
        guard let schema = collection else { return }
        output.append("\n  </")
        output.append(utf8: schema.wrapper)
        output.append(">")
        collection = nil
    }

    private mutating func layout(of schema: Schema) -> XMLLayout {
        if let latest, latest.schema === schema { return latest.layout }
        // The header is the root; other records stand in a collection of it.
        let depth = schema === Exchange.schema ? 0 : 2
        let layout = layouts[ObjectIdentifier(schema)] ?? XMLLayout(schema, depth: depth)
        layouts[ObjectIdentifier(schema)] = layout
        latest = (schema, layout)
        return layout
    }
}
