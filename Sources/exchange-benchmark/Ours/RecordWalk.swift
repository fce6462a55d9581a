import ExchangeModel

/// What is met on a walk over all that a record holds, in the order of its fields.
enum Stop {
    case value(Record.Value, field: Int)
    /// A record that belongs to the one at hand begins: its values come next.
    case child(Schema, field: Int)
    /// It ends.
    case childEnd
}

extension Record {
    /// Walks over all values of the record and of those that belong to it; what no field claims comes last.
    func walk(_ visit: (Stop) -> Void) { walk(.root, schema, visit) }

    private func walk(_ node: Node, _ schema: Schema, _ visit: (Stop) -> Void) {
        for field in 0...schema.shapes.count {
            guard var value = first(field, of: node) else { continue }
            let child = field < schema.shapes.count ? schema.children[field] : nil
            while true {
                if let child {
                    visit(.child(child, field: field))
                    walk(value.child, child, visit)
                    visit(.childEnd)
                } else {
                    visit(.value(value, field: field))
                }
                guard let following = next(value) else { break }
                value = following
            }
        }
    }
}
