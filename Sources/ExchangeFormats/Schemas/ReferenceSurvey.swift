import ExchangeBytes
import ExchangeModel

/// Which columns refer to nothing but records of the same package, so that they are foreign keys.
struct ReferenceSurvey {
    /// For each field of a schema whether some record refers by it to what is held elsewhere.
    private var leadsAway: [ObjectIdentifier: [Bool]] = [:]
    private var fields: [ObjectIdentifier: [Int]] = [:]

    init() {
        for form in TableForm.all {
            let key = ObjectIdentifier(form.schema)
            leadsAway[key] = form.schema.fields.map { _ in false }
            fields[key] = form.schema.fields.indices.filter { form.schema.fields[$0].kind.isReference }
        }
    }

    /// What the survey wants to read.
    static let selection: Selection = RecordType.allCases.reduce(.none) { selection, type in
        let names = type.schema.fields.filter { $0.kind.isReference || $0.kind.shape == .children }.map(\.name)
        return names.isEmpty ? selection : selection.with(type, names)
    }

    mutating func add(_ record: borrowing Record) { add(record, .root, record.schema) }

    private mutating func add(_ record: borrowing Record, _ node: Record.Node, _ schema: Schema) {
        let key = ObjectIdentifier(schema)
        for field in fields[key] ?? [] {
            guard let value = record.first(field, of: node), record[value.text].isAddress else { continue }
            leadsAway[key]?[field] = true
        }
        for (field, child) in schema.children.enumerated() {
            guard let child else { continue }
            var value = record.first(field, of: node)
            while let current = value {
                add(record, current.child, child)
                value = record.next(current)
            }
        }
    }

    /// The columns of a schema's table whose references all stay in the package.
    func localReferences(of schema: Schema) -> Set<String> {
        let key = ObjectIdentifier(schema)
        let local = (fields[key] ?? []).filter { leadsAway[key]?[$0] == false }
        return Set(local.map { schema.fields[$0].name })
    }
}

extension Kind {
    /// Whether it is one reference.
    fileprivate var isReference: Bool {
        if case .scalar(.reference) = self { true } else { false }
    }
}
