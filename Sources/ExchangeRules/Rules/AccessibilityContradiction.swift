import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// A feature is said to be both present and absent.
    ///
    /// Somebody in a wheelchair comes in vain, or stays away in vain. Keep the one that is true; what neither list names
    /// is unknown.
    static let accessibilityContradiction = Rule.nodes(.accessibilityContradiction) { schema in
        guard let present = schema.index(of: "accessible"), let absent = schema.index(of: "notAccessible") else {
            return nil
        }
        return { record, node, examination in
            guard let first = record.first(present, of: node), record.first(absent, of: node) != nil else { return }
            examination.repeats.removeAll()
            record.each(from: first) { value in
                _ = examination.repeats.insert(IDHash(record[value.text], kind: 0), at: value.offset)
            }
            var element = 0
            record.each(absent, of: node) { value in
                defer { element += 1 }
                guard let offset = examination.repeats.offset(of: IDHash(record[value.text], kind: 0)) else { return }
                var place = examination.location(of: present, at: value)
                place.position.offset = offset
                examination.report(
                    .accessibilityContradiction, "\(record[value.text].quoted) is both present and absent",
                    field: absent, at: value, element: element,
                    related: [Diagnostic.Related("said to be present", at: place)])
            }
        }
    }
}
