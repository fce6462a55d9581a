import ExchangeDiagnostics
import ExchangeSyntax
import Testing

/// A schema's violations are told where they are, while the document streams by.
@Suite struct XMLSchemaCheckTests {
    private static let schema = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t" elementFormDefault="qualified">
          <xs:element name="list"><xs:complexType><xs:sequence>
            <xs:element name="item" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:sequence>
              <xs:element name="n" type="xs:int"/>
            </xs:sequence><xs:attribute name="id" type="xs:NCName" use="required"/></xs:complexType></xs:element>
          </xs:sequence></xs:complexType></xs:element>
        </xs:schema>
        """

    private func findings(_ document: String) throws -> (lines: [String], total: Int) {
        var found: [Diagnostic] = []
        let check = try XMLSchemaCheck(Array(Self.schema.utf8), namespace: "urn:t")
        let counter = try check.check(ByteInput(document)) { found.append($0) }
        var finder = LineFinder(ByteInput(document))
        try finder.locate(&found)
        let lines = found.map { "\($0.location.position.line):\($0.location.position.column) \($0.message)" }
        return (lines, counter[.schemaViolation])
    }

    @Test("a document that the schema allows has no violation")
    func allows() throws {
        let found = try findings("<list xmlns='urn:t'><item id='a'><n>1</n></item><!-- c --></list>")
        #expect(found.lines == [])
        #expect(found.total == 0)
    }

    @Test("violations are told at the start tag of their element, in words without namespaces")
    func places() throws {
        let found = try findings(
            "<list xmlns='urn:t'>\r\n  <item id='a'><n>x</n></item>\n  <item\n   id='b'/>\n è <item><n>1</n><m/></item>\n</list>"
        )
        #expect(found.lines.map { String($0.prefix { $0 != " " }) } == ["2:16", "3:3", "5:2", "5:4", "5:18"])
        #expect(found.lines.contains { $0.hasPrefix("2:16 ") && $0.contains("'x' is not a valid value") })
        #expect(found.lines.contains { $0.hasPrefix("3:3 ") && $0.contains("Missing child") })
        #expect(found.lines.contains { $0.hasPrefix("5:2 ") && $0.contains("element-only") })
        #expect(found.lines.contains { $0.hasPrefix("5:4 ") && $0.contains("'id' is required") })
        #expect(found.lines.contains { $0.hasPrefix("5:18 ") && $0.contains("'m'") })
        #expect(!found.lines.contains { $0.contains("urn:t") || $0.hasSuffix(".") })
    }

    @Test("far down in a document too, and the first hundred are told")
    func manyViolations() throws {
        let items = (0..<20_000).map { "<item id='i\($0)'><n>\($0 < 19_000 ? "1" : "x")</n></item>\n" }
        let found = try findings("<list xmlns='urn:t'>\n" + items.joined() + "</list>")
        #expect(found.total == 1000)
        #expect(found.lines.count == 100)
        #expect(found.lines.first?.hasPrefix("19002:19 ") == true, "\(found.lines.first ?? "")")
    }

    @Test(
        "what is no document is refused as everywhere",
        arguments: [
            ("<!DOCTYPE list><list xmlns='urn:t'/>", Code.xmlEntityRefused, 0),
            ("<list xmlns='urn:t'>\n</lost>", Code.notWellFormed, 21),
            ("<list xmlns='urn:t'>", Code.unexpectedEnd, 20),
            (String(repeating: "<a>", count: 100), Code.tooDeep, 192),
            ("<list xmlns='urn:t' b='&x;'/>", Code.notWellFormed, 23),
        ])
    func refuses(_ document: String, _ code: Code, _ offset: Int) throws {
        let check = try XMLSchemaCheck(Array(Self.schema.utf8), namespace: "urn:t")
        do {
            _ = try check.check(ByteInput(document)) { _ in }
            Issue.record("nothing was thrown")
        } catch let note as Note {
            #expect(note.code == code)
            #expect(note.offset == offset)
        }
    }

    @Test("a schema that is none, or that would read others, is no schema")
    func refusesSchemas() {
        #expect(throws: XMLSchemaCheck.SchemaFault.self) {
            try XMLSchemaCheck(
                Array("<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><b/></xs:schema>".utf8), namespace: "")
        }
        #expect(throws: XMLSchemaCheck.SchemaFault.self) {
            try XMLSchemaCheck(
                Array(
                    "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:include schemaLocation='/etc/hostname'/></xs:schema>"
                        .utf8),
                namespace: "")
        }
    }
}
