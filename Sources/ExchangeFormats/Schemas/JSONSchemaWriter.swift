import ExchangeModel
import ExchangeSyntax

/// The JSON Schema (2020-12) of an exchange in JSON, made of the tables of the model.
///
/// One document that refers to nothing outside of itself. A record by itself, such as a line of NDJSON without its
/// `record`, is described by `#/$defs/` and its type. Members that the schema does not know are legal, and kept.
public struct JSONSchemaWriter {
    /// The name of the schema: a URN, behind which there is no address to ask.
    public static let id = "urn:cos-exchange:schema:1.0"

    private let limits: Limits
    private var definitions: [JSONTree.Member] = []

    /// The schema of what readers take with their limits.
    public init(limits: Limits = Limits()) { self.limits = limits }

    /// The document, indented, with a line feed at its end; the same octets every time.
    public var text: String {
        var writer = self
        return writer.document().text
    }

    // MARK: The document

    private mutating func document() -> JSONTree {
        for type in RecordType.allCases { define(type.schema) }
        let collections = RecordType.allCases.dropFirst().map { type in
            JSONTree.Member(
                type.schema.collection,
                [
                    "description": .string(SchemaDescriptions.of(type.schema)), "type": "array",
                    "items": Self.reference(type.schema.name),
                ])
        }
        return [
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": .string(Self.id),
            "title": "Exchange of an open-studios programme",
            "description": """
            The header's members, and an array for each type of record. Each may be absent; what the schema does not \
            know is kept.
            """,
            "type": "object",
            "$ref": "#/$defs/exchange",
            "properties": .object(collections),
            "examples": [SchemaExample.record(of: Exchange.schema)],
            "$defs": .object(definitions),
        ]
    }

    private static func reference(_ name: String) -> JSONTree { ["$ref": .string("#/$defs/\(name)")] }

    private func isDefined(_ name: String) -> Bool { definitions.contains { $0.name == name } }

    // MARK: Records

    private mutating func define(_ schema: Schema) {
        let collections = schema === Exchange.schema ? RecordType.allCases.count - 1 : 0
        let position = definitions.count
        let properties = schema.fields.map { JSONTree.Member($0.name, property($0, of: schema)) }
        let required = schema.fields.filter(\.isRequired).map { JSONTree.string($0.name) }
        let definition: JSONTree = [
            "title": .string(schema.name.capitalisedFirst),
            "description": .string(SchemaDescriptions.of(schema)),
            "type": "object",
            "required": .array(required),
            "maxProperties": .integer(schema.fields.count + collections + limits.extras),
            "properties": .object(properties),
        ]
        let example: JSONTree = ["examples": [SchemaExample.record(of: schema)]]
        // In front of what only its own fields have needed so far.
        let whole = definition.adding(SchemaConditions.keywords(of: schema)).adding(example)
        definitions.insert(.init(schema.name, whole), at: position)
    }

    private mutating func property(_ field: Field, of schema: Schema) -> JSONTree {
        let description: JSONTree = ["description": .string(SchemaDescriptions.of(field, in: schema))]
        let narrowing = SchemaConditions.narrowing(field, of: schema)
        return description.adding(values(of: field, narrowing))
    }

    private mutating func values(of field: Field, _ narrowing: SchemaConditions.Narrowing) -> JSONTree {
        switch field.kind {
        case .text: return localisedText()
        case .scalar(let scalar):
            let value = value(of: scalar)
            return narrowing.pattern.map { value.adding(["pattern": .string(Pattern.anchored($0))]) } ?? value
        case .list(let scalar):
            return array(of: value(of: scalar), least: field.isRequired ? narrowing.least : 0)
        case .participations(let type):
            return array(of: participation(type), least: 0)
        case .children(let schema):
            if !isDefined(schema.name) { define(schema) }
            return array(of: Self.reference(schema.name), least: field.isRequired ? narrowing.least : 0)
        }
    }

    /// The shortest item takes four octets of a record: two quotation marks, a letter and a comma.
    private func array(of items: JSONTree, least: Int) -> JSONTree {
        let bounds: JSONTree = ["type": "array", "items": items, "maxItems": .integer(limits.record / 4)]
        return least > 0 ? bounds.adding(["minItems": .integer(least)]) : bounds
    }

    // MARK: Values

    private mutating func localisedText() -> JSONTree {
        if !isDefined("text") {
            let tags = value(of: .language)
            definitions.append(
                .init(
                    "text",
                    [
                        "title": "Text",
                        "description": "One text in one language or several, by language tag (BCP 47).",
                        "type": "object", "minProperties": 1, "maxProperties": .integer(limits.languages),
                        "propertyNames": tags,
                        "additionalProperties": [
                            "type": "string", "minLength": 1, "maxLength": .integer(limits.string),
                        ],
                        "examples": [SchemaExample.text],
                    ]))
        }
        return Self.reference("text")
    }

    private mutating func participation(_ type: RecordType) -> JSONTree {
        let name = "\(type.rawValue)Participation"
        if !isDefined(name) {
            let (reference, role) = (value(of: .reference(type)), value(of: .code(.roles)))
            definitions.append(
                .init(
                    name,
                    [
                        "title": .string("Participation of \(type.rawValue.withArticleBefore)"),
                        "description": "Who takes part, and as what.",
                        "type": "object", "required": ["ref"],
                        "properties": ["ref": reference, "role": role], "additionalProperties": false,
                        "examples": [SchemaExample.participation(of: type)],
                    ]))
        }
        return Self.reference(name)
    }

    private mutating func value(of scalar: Scalar) -> JSONTree {
        switch scalar {
        case .integer(let range):
            return [
                "type": "integer", "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound),
            ]
        case .decimal(let range):
            return ["type": "number", "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound)]
        case .flag: return ["type": "boolean"]
        default:
            guard let form = ScalarForm(scalar) else { return [:] }
            if !isDefined(form.name) {
                let token = form.codes.isEmpty ? nil : value(of: .token)
                definitions.append(.init(form.name, Self.definition(of: scalar, form, token)))
            }
            return Self.reference(form.name)
        }
    }

    private static func definition(of scalar: Scalar, _ form: ScalarForm, _ token: JSONTree?) -> JSONTree {
        let words: JSONTree = ["title": .string(form.title), "description": .string(form.description)]
        let codes = form.codes.map { JSONTree.string($0) }
        if let token {
            let own: JSONTree = ["title": "Somebody's own"]
            let open: JSONTree = [
                "type": "string",
                "anyOf": [["title": "Known", "enum": .array(codes)], own.adding(token)],
                "examples": .array(codes),
            ]
            return words.adding(open)
        }
        var bounds: JSONTree = [
            "type": "string", "minLength": .integer(form.length.lowerBound),
            "maxLength": .integer(form.length.upperBound),
        ]
        if let pattern = form.pattern {
            bounds = bounds.adding(["pattern": .string(Pattern.anchored(pattern))])
        }
        return words.adding(bounds).adding(exceptions(of: scalar)).adding(["examples": [.string(form.example)]])
    }

    /// What a pattern cannot say: what is not to be found, and days that only some years have.
    private static func exceptions(of scalar: Scalar) -> JSONTree {
        switch scalar {
        case .uri, .reference, .typedReference:
            [
                "not": [
                    "anyOf": [
                        ["pattern": .string(Pattern.refusedScheme)], ["pattern": .string(Pattern.brokenWebAddress)],
                    ]
                ]
            ]
        case .language: ["not": ["anyOf": [["const": "zxx"], ["pattern": .string(Pattern.britishRegion)]]]]
        case .date, .localDateTime, .moment, .instant, .dateOrInstant:
            ["if": ["pattern": "-02-29"], "then": ["pattern": .string("^" + Pattern.leapDay)]]
        case .recurrence: ["allOf": [["pattern": .string(Pattern.frequency)]]]
        default: [:]
        }
    }
}
