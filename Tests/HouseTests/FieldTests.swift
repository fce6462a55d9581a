import ExchangeModel
import Testing

@Suite("The tables of fields")
struct FieldTests {
    /// The schemas of all records, those within others among them.
    static let schemas: [Schema] = {
        var schemas: [Schema] = []
        func add(_ schema: Schema) {
            if schemas.contains(where: { $0 === schema }) { return }
            schemas.append(schema)
            for child in schema.children { child.map(add) }
        }
        for type in RecordType.allCases { add(type.schema) }
        return schemas
    }()

    @Test("there are eleven types of record and three that belong to others")
    func countsSchemas() {
        #expect(RecordType.allCases.count == 11)
        #expect(Self.schemas.count == 14)
        #expect(Set(Self.schemas.map(\.name)).count == 14)
    }

    @Test("no two fields of a record share a name", arguments: schemas.map(\.name))
    func tellsNamesApart(_ name: String) throws {
        let schema = try Self.schema(name)
        #expect(Self.twice(schema.fields.map { $0.name.lowercased() }).isEmpty)
        for field in schema.fields { #expect(field.name.wholeMatch(of: /\$?[a-z][A-Za-z]*/) != nil, "\(field.name)") }
    }

    @Test("no two fields of a record share a place in XML", arguments: schemas.map(\.name))
    func tellsElementsApart(_ name: String) throws {
        let schema = try Self.schema(name)
        let places = schema.fields.map { field in
            switch field.xml {
            case .attribute(let name): "@" + name
            // A reference is an element too.
            case .element(let name), .reference(let name): name
            }
        }
        #expect(Self.twice(places).isEmpty)
    }

    @Test(
        "no two fields of a record share a line in calendars, but for a rule and its end",
        arguments: schemas.map(\.name))
    func tellsLinesApart(_ name: String) throws {
        let schema = try Self.schema(name)
        let lines = schema.fields.compactMap { field in
            if case .line(let name) = field.ics { name } else { nil }
        }
        #expect(Self.twice(lines).subtracting(["RRULE"]).isEmpty)
    }

    @Test("every code list has codes, well spelt and each once")
    func fillsCodeLists() {
        let lists = Set(Self.schemas.flatMap(\.fields).compactMap(\.kind.codes))
        #expect(lists.count > 10)
        for list in lists {
            #expect(!list.codes.isEmpty, "\(list.name)")
            #expect(Self.twice(list.codes).isEmpty, "\(list.name)")
            for code in list.codes {
                #expect(code.wholeMatch(of: /[a-z0-9]([a-z0-9._-]{0,62}[a-z0-9])?/) != nil, "\(list.name): \(code)")
            }
        }
    }

    @Test("a field is found by its name in every table", arguments: schemas.map(\.name))
    func findsFields(_ name: String) throws {
        let schema = try Self.schema(name)
        for (index, field) in schema.fields.enumerated() { #expect(schema.index(of: field.name) == index) }
        #expect(schema.index(of: "nothing") == nil)
    }

    private static func schema(_ name: String) throws -> Schema {
        try #require(schemas.first { $0.name == name })
    }

    private static func twice(_ names: [String]) -> Set<String> {
        Set(Dictionary(grouping: names, by: \.self).filter { $0.value.count > 1 }.keys)
    }
}

extension Kind {
    /// The list that values are meant to be from, if there is one.
    fileprivate var codes: CodeList? {
        switch self {
        case .scalar(.code(let list)), .list(.code(let list)): list
        default: nil
        }
    }
}
