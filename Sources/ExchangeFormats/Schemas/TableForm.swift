import ExchangeModel

/// A table of CSV, and where its records belong.
struct TableForm: Sendable {
    /// The name of the collection; `exchange` for the header.
    let name: String
    let schema: Schema
    /// The columns before those of the fields: whose child a record is, and the how many-th.
    let keys: [String]
    /// The type that `parent` names by its id; nil where it names a record by a way to it, or there is no parent.
    let parent: RecordType?

    /// Each type, its children behind it.
    static let all: [TableForm] = {
        var forms: [TableForm] = []
        func add(_ schema: Schema, below parent: RecordType?, isTop: Bool) {
            let name = schema.collection.isEmpty ? schema.name : schema.collection
            forms.append(
                TableForm(name: name, schema: schema, keys: isTop ? [] : ["parent", "position"], parent: parent))
            for case .some(let child) in schema.children {
                add(child, below: isTop ? RecordType(rawValue: schema.name) : nil, isTop: false)
            }
        }
        for type in RecordType.allCases { add(type.schema, below: nil, isTop: true) }
        return forms
    }()

    /// What tells the records of the table apart.
    var primaryKey: [String] { keys.isEmpty ? ["id"] : keys }
}

/// A column of such a table, as Table Schema describes columns.
struct ColumnForm {
    let tree: JSONTree

    init(_ column: String, _ table: TableForm?) {
        let parts = column.split(separator: "@", maxSplits: 1).map(String.init)
        let field = table?.schema.fields.first { $0.name == parts.first }
        if let table, let field, let form = Self.form(of: field, table, language: parts.count == 2 ? parts[1] : nil) {
            let description: JSONTree = [
                "name": .string(column), "description": .string(SchemaDescriptions.of(field, in: table.schema)),
            ]
            tree = description.adding(form)
            return
        }
        switch column {
        case "parent" where table?.keys.contains(column) == true:
            let words = "The record that this one belongs to: its id, behind its own parent's where it has one."
            tree = Self.column(column, words, "string", ["required": true])
        case "position" where table?.keys.contains(column) == true:
            let words = "Its place among those that belong to the same record, counted from 1."
            tree = Self.column(column, words, "integer", ["required": true, "minimum": 1])
        case "extras":
            tree = Self.column(column, "What no column says, as one JSON object.", "object", [:])
        default:
            tree = Self.column(column, "A column that the model does not know; it is kept.", "string", [:])
        }
    }

    private static func column(
        _ name: String, _ description: String, _ type: String, _ constraints: JSONTree
    ) -> JSONTree {
        let column: JSONTree = [
            "name": .string(name), "description": .string(description), "type": .string(type),
        ]
        return constraints.members.isEmpty ? column : column.adding(["constraints": constraints])
    }

    private static func form(of field: Field, _ table: TableForm, language: String?) -> JSONTree? {
        let narrowing = SchemaConditions.narrowing(field, of: table.schema)
        let required: JSONTree = field.isRequired ? ["required": true] : [:]
        if case .text = field.kind {
            return language.map { ["type": "string", "language": .string($0)] }
        }
        guard language == nil else { return nil }
        switch field.kind {
        case .text, .children: return nil
        case .scalar(.integer(let range)):
            return typed("integer", required.adding(bounds(range)))
        case .scalar(.decimal(let range)):
            return typed("number", required.adding(bounds(range)))
        case .scalar(.flag):
            let words: JSONTree = ["type": "boolean", "trueValues": ["true"], "falseValues": ["false"]]
            return required.members.isEmpty ? words : words.adding(["constraints": required])
        case .scalar(.date): return typed("date", required)
        case .scalar(let scalar):
            return typed("string", required.adding(pattern(narrowing.pattern ?? ScalarForm(scalar)?.pattern)))
        case .list(let scalar):
            return typed("string", required.adding(pattern(ScalarForm(scalar)?.pattern.map(Pattern.list))))
        case .participations: return typed("string", required.adding(pattern(Pattern.list(Pattern.participation))))
        }
    }

    private static func typed(_ type: String, _ constraints: JSONTree) -> JSONTree {
        let form: JSONTree = ["type": .string(type)]
        return constraints.members.isEmpty ? form : form.adding(["constraints": constraints])
    }

    private static func bounds(_ range: ClosedRange<Int>) -> JSONTree {
        ["minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound)]
    }

    private static func pattern(_ pattern: String?) -> JSONTree {
        pattern.map { ["pattern": .string("(\($0))")] } ?? [:]
    }
}
