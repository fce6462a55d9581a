import ExchangeFormats
import ExchangeModel
import Testing

@Suite("What schemas say of fields")
struct SchemaDescriptionTests {
    @Test("is what the comments of their properties say", arguments: FieldTests.schemas.map(\.name))
    func isComment(_ name: String) throws {
        let schema = try #require(FieldTests.schemas.first { $0.name == name })
        let file = try Self.file("Entities/\(name.prefix(1).uppercased() + name.dropFirst()).swift")
        let shared = try Self.file("Schema/CatalogueEntity.swift")
        let comments = Self.comments(in: shared).merging(Self.comments(in: file)) { $1 }
        let properties = Self.properties(in: shared).merging(Self.properties(in: file)) { $1 }
        for field in schema.fields {
            let property = try #require(properties[field.name], "\(name).\(field.name)")
            #expect(SchemaDescriptions.of(field, in: schema) == comments[property], "\(name).\(field.name)")
        }
    }

    @Test("of records is what the comments of their types say", arguments: FieldTests.schemas.map(\.name))
    func isTypeComment(_ name: String) throws {
        let schema = try #require(FieldTests.schemas.first { $0.name == name })
        let type = name.prefix(1).uppercased() + name.dropFirst()
        let file = try Self.file("Entities/\(type).swift")
        let line = try #require(file.lines.firstIndex { $0.hasPrefix("public struct \(type)") })
        let paragraph = file.lines[..<line].reversed().prefix { $0.hasPrefix("///") }.reversed().prefix { $0 != "///" }
        #expect(SchemaDescriptions.of(schema) == paragraph.map { $0.dropFirst(4) }.joined(separator: " "))
    }

    private static func file(_ path: String) throws -> Tree.File {
        try #require(Tree.sources.first { $0.path.hasSuffix("ExchangeModel/\(path)") }, "\(path)")
    }

    /// What is said of each stored property.
    private static func comments(in file: Tree.File) -> [String: String] {
        var found: [String: String] = [:]
        var comment: [Substring] = []
        for line in file.lines.map({ $0.drop { $0 == " " } }) {
            if line.hasPrefix("///") {
                comment.append(line.dropFirst(4))
            } else {
                if !comment.isEmpty, let name = line.firstMatch(of: /^(?:public )?var (\w+)/)?.output.1 {
                    found[String(name)] = comment.joined(separator: " ")
                }
                comment = []
            }
        }
        return found
    }

    /// The property behind each field, as the table of bindings ties them.
    private static func properties(in file: Tree.File) -> [String: String] {
        var found: [String: String] = [:]
        let text = file.lines.joined(separator: "\n")
        for binding in text.matches(of: /\.?\w*\(\s*"([^"]+)",\s+\\\.(\w+)/) {
            found[String(binding.output.1)] = String(binding.output.2)
        }
        return found
    }
}
