import ExchangeModel

/// Where an artist's record says who it is about, and what that person agreed to.
enum Consent {
    static let fields = (
        kind: Artist.schema.position(of: "kind"), name: Artist.schema.position(of: "name"),
        email: Artist.schema.position(of: "email"), telephone: Artist.schema.position(of: "telephone"),
        scope: Artist.schema.position(of: "consentScope"), date: Artist.schema.position(of: "consentDate"),
        until: Artist.schema.position(of: "consentUntil")
    )

    static func isPerson(_ record: borrowing Record, _ node: Record.Node) -> Bool {
        guard let kind = record.first(fields.kind, of: node) else { return false }
        return record[kind.text].equals("person")
    }
}

extension Record {
    /// Whether a value that is not the field's was given to it, and is kept as an extra.
    func hasExtra(_ name: String, of node: Node, _ schema: Schema) -> Bool {
        var isThere = false
        eachExtra(of: node, schema) { if self[$0.label].text == name { isThere = true } }
        return isThere
    }
}
