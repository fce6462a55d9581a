import ExchangeModel

/// What the rules want to see of a schema, found out once: the walk over a record asks no rule in vain.
final class Plan: Sendable {
    let schema: Schema
    let checks: [Rule.NodeCheck]
    /// The fields that some rule wants to see, or that hold records.
    let fields: [FieldPlan]

    struct FieldPlan: Sendable {
        let index: Int
        let checks: [Rule.ValueCheck]
        /// What is looked at in the records that the field holds.
        let child: Plan?
    }

    init(_ schema: Schema, _ rules: [Rule]) {
        self.schema = schema
        checks = rules.compactMap { rule in
            if case .nodes(let make) = rule.scope { make(schema) } else { nil }
        }
        fields = schema.fields.indices.compactMap { index in
            let checks = rules.compactMap { rule in
                if case .values(let make) = rule.scope { make(schema.fields[index]) } else { nil }
            }
            let child = schema.children[index].map { Plan($0, rules) }
            return checks.isEmpty && child == nil ? nil : FieldPlan(index: index, checks: checks, child: child)
        }
    }

    /// Goes over a node of a record: first what its fields say together, then each value, then what belongs to it.
    func walk(_ record: borrowing Record, _ node: Record.Node, _ examination: inout Examination) {
        examination.enter(record, node, schema)
        for check in checks { check(record, node, &examination) }
        for plan in fields {
            guard var value = record.first(plan.index, of: node) else { continue }
            var element = 0
            while true {
                examination.field = plan.index
                examination.element = element
                if let child = plan.child {
                    examination.descend(to: value)
                    child.walk(record, value.child, &examination)
                    examination.ascend()
                } else if !value.text.isEmpty {
                    let found = examination.findings.count
                    for check in plan.checks where examination.findings.count == found {
                        check(record, value, &examination)
                    }
                }
                guard let next = record.next(value) else { break }
                value = next
                element &+= 1
            }
        }
    }
}
