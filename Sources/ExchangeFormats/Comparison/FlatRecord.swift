import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

/// All that a record says as pairs of a way and a text, for people to compare.
struct FlatRecord {
    let subject: Diagnostic.Subject
    /// Ways within the record: `/slots/0/start`, `/name/it`.
    private(set) var values: [(path: String, text: String)] = []

    init(_ record: borrowing Record) {
        subject = record.subject(of: RecordType(rawValue: record.schema.name) ?? .exchange)
        add(record, .root, record.schema, "")
    }

    private mutating func add(
        _ record: borrowing Record, _ node: Record.Node, _ schema: Schema, _ path: String
    ) {
        for (field, shape) in schema.shapes.enumerated() {
            var value = record.first(field, of: node)
            var index = 0
            while let current = value {
                value = record.next(current)
                let way = "\(path)/\(schema.fields[field].name)"
                switch shape {
                case .string, .integer, .decimal, .flag: values.append((way, record[current.text].text))
                case .texts: values.append(("\(way)/\(record[current.label].text)", record[current.text].text))
                case .list: values.append(("\(way)/\(index)", record[current.text].text))
                case .participations:
                    values.append(("\(way)/\(index)/ref", record[current.text].text))
                    if !current.label.isEmpty { values.append(("\(way)/\(index)/role", record[current.label].text)) }
                case .children:
                    if let child = schema.children[field] { add(record, current.child, child, "\(way)/\(index)") }
                }
                index += 1
            }
        }
        var extras: [(String, String)] = []
        record.eachExtra(of: node, schema) { extra in
            extras.append(("\(path)/\(record[extra.label].text)", record[extra.text].text))
        }
        for (path, text) in extras { values.append((path, text)) }
    }
}
