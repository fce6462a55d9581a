import ExchangeModel
import ExchangeSyntax

/// Spells where something is as a path of XML (XPath 1.0): `/exchange/events/event[4]/slot[1]/start`.
///
/// The way in the model says all of it, by the tables: the document is not read again.
public struct XMLAddresses: AddressFinder, ~Copyable {
    /// A finder for any document.
    public init() {}

    public mutating func address(of offset: Int, pointer: String) throws -> String {
        guard pointer.hasPrefix("/") else { return "" }
        var steps = pointer.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map {
            $0.split(separator: "~1", omittingEmptySubsequences: false).joined(separator: "/")
                .split(separator: "~0", omittingEmptySubsequences: false).joined(separator: "~")
        }[...]
        var path = "/" + XMLVocabulary.root
        guard let first = steps.first else { return path }
        if let type = RecordType.allCases.first(where: { $0.schema.collection == first && $0 != .exchange }) {
            steps.removeFirst()
            path += "/" + type.schema.wrapper
            guard let index = steps.popFirst().flatMap({ Int($0) }) else { return path }
            path += "/\(type.schema.element)[\(index + 1)]"
            return path + Self.path(steps, in: type.schema)
        }
        return path + Self.path(steps, in: Exchange.schema)
    }

    /// The path of a member of a record.
    private static func path(_ steps: ArraySlice<String>, in schema: Schema) -> String {
        guard let name = steps.first else { return "" }
        guard let index = schema.index(of: name) else {
            // Nodes of no schema of ours stand in the record itself; what else no field claims stands in its extras.
            return name == XMLVocabulary.foreignNodes ? "" : "/" + XMLVocabulary.extras
        }
        let field = schema.fields[index]
        let inner = steps.dropFirst()
        switch field.xml {
        case .attribute(let name): return "/@" + name
        case .reference(let name):
            let position = inner.first.flatMap { Int($0) }.map { "[\($0 + 1)]" } ?? ""
            if case .scalar = field.kind { return "/\(name)/@ref" }
            if position.isEmpty { return "/" + name }
            return "/\(name)\(position)" + (inner.dropFirst().last.map { "/@" + $0 } ?? "/@ref")
        case .element(let name):
            guard let step = inner.first else { return "/" + name }
            if case .text = field.kind { return "/\(name)[@xml:lang=\(quoted(step))]" }
            guard let position = Int(step) else { return "/" + name }
            let path = "/\(name)[\(position + 1)]"
            return schema.children[index].map { path + Self.path(inner.dropFirst(), in: $0) } ?? path
        }
    }

    /// A string of XPath, which knows no escapes.
    private static func quoted(_ text: String) -> String { text.contains("\"") ? "'\(text)'" : "\"\(text)\"" }
}
