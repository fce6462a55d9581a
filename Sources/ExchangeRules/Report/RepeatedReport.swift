import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Examination {
    /// Notes every value of a field that a record bears which belongs to the node, if one before it bears the same.
    mutating func reportRepeated(
        _ inner: Int, of field: Int, in record: borrowing Record, _ node: Record.Node, _ code: Code,
        message: (Bytes) -> String
    ) {
        guard let first = record.first(field, of: node), record.next(first) != nil else { return }
        repeats.removeAll()
        var element = 0
        var child: Record.Value? = first
        while let current = child {
            if let value = record.first(inner, of: current.child),
                let offset = repeats.insert(IDHash(record[value.text], kind: 0), at: value.offset)
            {
                var place = location(of: field, at: value)
                place.position.offset = offset
                report(
                    code, message(record[value.text]), field: field, at: value, element: element, member: inner,
                    related: [Diagnostic.Related("first used here", at: place)])
            }
            element += 1
            child = record.next(current)
        }
    }
}
