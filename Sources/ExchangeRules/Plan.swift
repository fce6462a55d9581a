import ExchangeModel

/// What the rules want to see of a schema, found out once: the walk over a record asks no rule in vain.
final class Plan: Sendable {
    let schema: Schema
    private let nodeChecks: [NodeCheck]
    private let valueChecks: [ValueCheck]
    /// The fields that some rule wants to see, or that hold records.
    private let fields: [FieldPlan]
    /// What is looked at in records that a field holds.
    private let children: [Plan]

    /// A field, told in numbers: a walk that took arrays and plans out of it would count their owners at every value.
    private struct FieldPlan: BitwiseCopyable {
        let index: Int
        /// Where its checks are among those of the values.
        let (firstCheck, lastCheck): (Int, Int)
        /// Where the plan for its records is among the children, or -1.
        let child: Int
    }

    /// A check by itself, for an array of functions calls each through another.
    private struct NodeCheck {
        let check: Rule.NodeCheck
    }

    private struct ValueCheck {
        let check: Rule.ValueCheck
    }

    init(_ schema: Schema, _ rules: [Rule]) {
        self.schema = schema
        nodeChecks = rules.compactMap { rule in
            if case .nodes(let make) = rule.scope { make(schema).map(NodeCheck.init) } else { nil }
        }
        var valueChecks: [ValueCheck] = []
        var fields: [FieldPlan] = []
        var children: [Plan] = []
        for (index, field) in schema.fields.enumerated() {
            let first = valueChecks.count
            for rule in rules {
                if case .values(let make) = rule.scope, let check = make(field) {
                    valueChecks.append(ValueCheck(check: check))
                }
            }
            var child = -1
            if let schema = schema.children[index] {
                child = children.count
                children.append(Plan(schema, rules))
            }
            if valueChecks.count > first || child >= 0 {
                fields.append(
                    FieldPlan(index: index, firstCheck: first, lastCheck: valueChecks.count, child: child))
            }
        }
        (self.valueChecks, self.fields, self.children) = (valueChecks, fields, children)
    }

    /// Goes over a node of a record: first what its fields say together, then each value, then what belongs to it.
    func walk(_ record: borrowing Record, _ node: Record.Node, _ examination: inout Examination) {
        examination.enter(record, node, schema)
        for index in nodeChecks.indices { nodeChecks[index].check(record, node, &examination) }
        for index in fields.indices {
            let plan = fields[index]
            guard var value = record.first(plan.index, of: node) else { continue }
            var element = 0
            while true {
                examination.field = plan.index
                examination.element = element
                if plan.child >= 0 {
                    examination.descend(to: value)
                    children[plan.child].walk(record, value.child, &examination)
                    examination.ascend()
                } else if !value.text.isEmpty {
                    check(plan, value, record, &examination)
                }
                guard let next = record.next(value) else { break }
                value = next
                element &+= 1
            }
        }
    }

    /// Has the rules look at a value, one after the other until one finds something.
    private func check(
        _ plan: FieldPlan, _ value: Record.Value, _ record: borrowing Record, _ examination: inout Examination
    ) {
        let found = examination.findings.count
        var index = plan.firstCheck
        while index < plan.lastCheck, examination.findings.count == found {
            valueChecks[index].check(record, value, &examination)
            index += 1
        }
    }
}
