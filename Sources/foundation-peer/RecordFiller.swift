import ExchangeBytes
import ExchangeModel

/// A struct that can say all it holds to a record.
protocol FilledRecord {
    func fill(_ filler: inout RecordFiller)
}

/// Puts the values of structs on a record, field by field.
struct RecordFiller: ~Copyable {
    var record = Record(Exchange.schema)

    private var schema = Exchange.schema
    private var names: [String] = []
    private var node = Record.Node.root
    /// Where the field is looked for: structs say their fields nearly in the order of the schema.
    private var cursor = 0
    /// The languages of the programme, in the order in which it gives its texts.
    private static let languages = ["it", "en", "fr", "ar"]

    /// Begins a record of a schema, so many of which came before it.
    mutating func begin(_ schema: Schema, _ index: Int) {
        record.begin(schema)
        record.index = index
        node = .root
        enter(schema)
    }

    private mutating func enter(_ schema: Schema) {
        if names.isEmpty || self.schema !== schema {
            self.schema = schema
            names = schema.fields.map(\.name)
        }
        cursor = 0
    }

    private mutating func field(_ name: String) -> Int {
        for _ in names.indices {
            if names[cursor] == name { return cursor }
            cursor = cursor + 1 < names.count ? cursor + 1 : 0
        }
        return schema.position(of: name)
    }

    mutating func string(_ name: String, _ value: String?) {
        guard let value else { return }
        let slice = record.bytes.slice(of: value)
        record.append(slice, to: field(name), of: node, at: 0)
    }

    mutating func number(_ name: String, _ value: (some LosslessStringConvertible)?) {
        string(name, value.map { $0.description })
    }

    mutating func text(_ name: String, _ versions: DecodedText?) {
        guard let versions else { return }
        let field = field(name)
        for language in Self.languages {
            guard let version = versions[language] else { continue }
            let (text, label) = (record.bytes.slice(of: version), record.bytes.slice(of: language))
            record.append(text, label: label, to: field, of: node, at: 0)
        }
    }

    mutating func list(_ name: String, _ values: [String]?) {
        for value in values ?? [] { string(name, value) }
    }

    mutating func participations(_ name: String, _ values: [DecodedParticipation]?) {
        for value in values ?? [] {
            let (ref, role) = (record.bytes.slice(of: value.ref), record.bytes.slice(of: value.role))
            record.append(ref, label: role, to: field(name), of: node, at: 0)
        }
    }

    mutating func children(_ name: String, _ children: [some FilledRecord]?) {
        guard let children else { return }
        let field = field(name)
        guard let inner = schema.children[field] else { return }
        let (outer, outerNode) = (schema, node)
        for child in children {
            node = record.appendChild(inner, to: field, of: outerNode, at: 0)
            enter(inner)
            child.fill(&self)
        }
        node = outerNode
        enter(outer)
    }

    /// What no field claims, as JSON.
    mutating func extra(_ name: String, _ json: String?) {
        guard let json else { return }
        let (text, label) = (record.bytes.slice(of: json), record.bytes.slice(of: name))
        record.appendExtra(text, name: label, to: node, schema, at: 0)
    }
}
