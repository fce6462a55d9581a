import ExchangeModel

/// What records of a schema may look like: with the fields that each must have, and those that matter most.
enum SchemaExample {
    /// A record, without what is found in its collections.
    static func record(of schema: Schema) -> JSONTree {
        let shown = SchemaConditions.shown(in: schema)
        return .object(
            schema.fields.filter { $0.isRequired || shown.contains($0.name) }
                .map { .init($0.name, value(of: $0, in: schema)) })
    }

    /// A text in two languages.
    static let text: JSONTree = ["it": "Apertura degli studi", "en": "Studios open"]

    private static func value(of field: Field, in schema: Schema) -> JSONTree {
        let least = SchemaConditions.narrowing(field, of: schema).least
        switch field.kind {
        case .text: return text
        case .scalar(let scalar): return value(of: scalar, field, schema)
        case .list(let scalar):
            guard let form = ScalarForm(scalar) else { return [] }
            let items = [form.example] + (least > 1 ? ["https://data.aswan.example/id/city/aswan"] : [])
            return .array(items.map { .string($0) })
        case .participations(let type): return [participation(of: type)]
        case .children(let schema): return .array(Array(repeating: record(of: schema), count: least))
        }
    }

    /// A participation of a record of a type.
    static func participation(of type: RecordType) -> JSONTree {
        ["ref": .string(ScalarForm.id(of: type)), "role": .string(CodeList.roles.codes.first ?? "participant")]
    }

    private static func value(of scalar: Scalar, _ field: Field, _ schema: Schema) -> JSONTree {
        switch (scalar, field.name) {
        case (.integer(let range), _): return .integer(max(range.lowerBound, 1))
        case (.decimal, "latitude"): return .number("44.0793")
        case (.decimal, _): return .number("10.0977")
        case (.flag, _): return true
        case (.identifier, _):
            return .string(RecordType(rawValue: schema.name).map(ScalarForm.id(of:)) ?? "am")
        case (.date, "end"), (.moment, "until"): return "2026-06-14"
        case (.moment, "end"): return "2026-05-29T13:00"
        default: return .string(ScalarForm(scalar)?.example ?? "")
        }
    }
}
