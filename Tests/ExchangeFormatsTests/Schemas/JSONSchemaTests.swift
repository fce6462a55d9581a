import ExchangeModel
import Foundation
import Testing

@testable import ExchangeFormats

@Suite("The JSON Schema")
struct JSONSchemaTests {
    private typealias Object = [String: Any]

    private static func document() throws -> Object {
        try #require(JSONSerialization.jsonObject(with: Data(JSONSchemaWriter().text.utf8)) as? Object)
    }

    private static func definitions() throws -> [String: Object] {
        try #require(document()["$defs"] as? [String: Object])
    }

    @Test("has every field of every record, and requires those that must be there")
    func hasFields() throws {
        let definitions = try Self.definitions()
        for form in TableForm.all {
            let definition = try #require(definitions[form.schema.name])
            let properties = try #require(definition["properties"] as? Object)
            #expect(Set(properties.keys) == Set(form.schema.fields.map(\.name)), "\(form.schema.name)")
            let required = form.schema.fields.filter(\.isRequired).map(\.name)
            #expect(definition["required"] as? [String] == required)
        }
        let collections = try #require(try Self.document()["properties"] as? Object)
        #expect(Set(collections.keys) == Set(RecordType.allCases.dropFirst().map(\.schema.collection)))
    }

    @Test("says of every definition what it is, with an example")
    func explains() throws {
        for (name, definition) in try Self.definitions() {
            #expect((definition["title"] as? String)?.isEmpty == false, "\(name)")
            #expect((definition["description"] as? String)?.isEmpty == false, "\(name)")
            #expect((definition["examples"] as? [Any])?.isEmpty == false, "\(name)")
        }
    }

    @Test("refers to nothing but its own definitions, and has none that nobody refers to")
    func isWhole() throws {
        let text = JSONSchemaWriter().text
        let named = Set(text.matches(of: /"\$ref": "#\/\$defs\/(\w+)"/).map { String($0.output.1) })
        #expect(try named == Set(Self.definitions().keys))
        #expect(text.matches(of: /"\$ref"/).count == text.matches(of: /"\$ref": "#\/\$defs\//).count)
        #expect(try Self.document()["$id"] as? String == JSONSchemaWriter.id)
    }

    @Test("bounds every string, every list and every text")
    func isBounded() throws {
        func walk(_ value: Any, _ path: String) {
            if let list = value as? [Any] { for item in list { walk(item, path) } }
            guard let object = value as? Object else { return }
            if object["type"] as? String == "array", object["contains"] == nil, !path.hasPrefix("/properties") {
                #expect(object["maxItems"] != nil, "\(path)")
            }
            if object["type"] as? String == "object" {
                #expect(
                    path == "" || object["maxProperties"] != nil || object["additionalProperties"] as? Bool == false,
                    "\(path)")
            }
            for (name, inner) in object where !["examples", "if", "then", "allOf"].contains(name) {
                walk(inner, path + "/" + name)
            }
        }
        walk(try Self.document(), "")
        for (name, definition) in try Self.definitions() where definition["type"] as? String == "string" {
            #expect(definition["maxLength"] != nil || definition["anyOf"] != nil, "\(name)")
        }
    }

    @Test("names in its conditions only fields that there are")
    func knowsFields() throws {
        for form in TableForm.all {
            for name in Self.names(in: SchemaConditions.keywords(of: form.schema)) {
                let isKnown = TableForm.all.contains { $0.schema.index(of: name) != nil }
                #expect(isKnown, "\(form.schema.name): \(name)")
            }
            for name in SchemaConditions.shown(in: form.schema) { #expect(form.schema.index(of: name) != nil) }
        }
    }

    private static func names(in tree: JSONTree) -> [String] {
        switch tree {
        case .array(let elements): return elements.flatMap(names)
        case .object(let members):
            return members.flatMap { member -> [String] in
                switch (member.name, member.value) {
                case ("required", .array(let elements)):
                    return elements.compactMap { if case .string(let name) = $0 { name } else { nil } }
                case ("properties", .object(let properties)): return properties.map(\.name) + names(in: member.value)
                default: return names(in: member.value)
                }
            }
        default: return []
        }
    }

    @Test("is a schema, in its own words, and holds of its examples and of every fixture", .timeLimit(.minutes(2)))
    func peer() throws {
        guard Peer.hasPython(["jsonschema"], for: "the JSON Schema, its examples and the fixtures") else { return }
        let peer = try Peer()
        let schema = try peer.file("schema.json", Array(JSONSchemaWriter().text.utf8))
        let fixtures = try Fixture.names.map { try peer.file("\($0).json", Fixture.exchange($0)) }
        peer.check("json_schema.py", ["--examples", schema] + fixtures)
    }
}
