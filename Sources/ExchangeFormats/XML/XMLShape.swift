import ExchangeBytes
import ExchangeModel

/// What the elements and attributes of a schema's records mean: the table of the schema, found by their names.
final class XMLShape: Sendable {
    /// What an element in a record is.
    enum Entry: Sendable {
        case field(Int)
        case collection(RecordType)
        case extras
    }

    let schema: Schema
    /// The name of a record's element.
    let element: [UInt8]
    /// The shape of each field that holds records.
    let children: [XMLShape?]
    /// Whether a field's values stand in the attribute `ref`.
    let isReference: [Bool]
    /// The names of all elements, for suggestions.
    let elementNames: [String]
    /// The names of all attributes.
    let attributeNames: [String]
    private let entries: [Entry]
    private let elements: NameIndex
    private let attributeFields: [Int]
    private let attributes: NameIndex

    init(_ schema: Schema) {
        self.schema = schema
        element = Array(schema.element.utf8)
        var (names, entries): ([String], [Entry]) = ([], [])
        var attributes: [(name: String, field: Int)] = []
        for (index, field) in schema.fields.enumerated() {
            switch field.xml {
            case .attribute(let name): attributes.append((name, index))
            case .element(let name), .reference(let name):
                names.append(name)
                entries.append(.field(index))
            }
        }
        if schema === Exchange.schema {
            for type in RecordType.allCases where type != .exchange {
                names.append(type.schema.wrapper)
                entries.append(.collection(type))
            }
        }
        names.append(XMLVocabulary.extras)
        entries.append(.extras)
        self.entries = entries
        elementNames = names
        elements = NameIndex(names)
        attributeNames = attributes.map(\.name)
        attributeFields = attributes.map(\.field)
        self.attributes = NameIndex(attributeNames)
        children = schema.children.map { $0.map(XMLShape.init) }
        isReference = schema.fields.map { if case .reference = $0.xml { true } else { false } }
    }

    /// What an element of our namespace is; nil if the schema knows none of that name.
    func entry(_ name: Bytes) -> Entry? { elements.find(name).map { entries[$0] } }

    /// Whether a name is that of a record's element.
    func isElement(_ name: Bytes) -> Bool {
        guard name.count == element.count else { return false }
        for index in 0..<name.count where name[index] != element[index] { return false }
        return true
    }

    /// The field that an attribute without a namespace holds.
    func field(ofAttribute name: Bytes) -> Int? { attributes.find(name).map { attributeFields[$0] } }

    /// The shape of each type of record, in canonical order.
    private static let all = RecordType.allCases.map { XMLShape($0.schema) }

    /// The shape of a type of record.
    static func of(_ type: RecordType) -> XMLShape { all[RecordType.allCases.firstIndex(of: type) ?? 0] }

    /// The shape of a schema, wherever it stands.
    static func of(_ schema: Schema) -> XMLShape {
        func find(in shapes: [XMLShape]) -> XMLShape? {
            for shape in shapes {
                if shape.schema === schema { return shape }
                if let inner = find(in: shape.children.compactMap { $0 }) { return inner }
            }
            return nil
        }
        return find(in: all) ?? XMLShape(schema)
    }
}
