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

    /// What the check says of a document, and the library where its own parser reads it.
    private static func both(_ octets: [UInt8], _ schema: String, _ namespace: String) throws -> (
        own: [String], oracle: [String]
    )? {
        var own: [String] = []
        do {
            let check = try XMLSchemaCheck(Array(schema.utf8), namespace: namespace)
            _ = try check.check(ByteInput(octets), telling: .max) {
                own.append($0.message.replacing("&#38;", with: "&"))
            }
        } catch is Note { return nil }
        let told = XMLOracle(octets, schema: Array(schema.utf8)).violations.map { message in
            // The library's parser spells an ampersand in the URI of a namespace as a reference.
            let message = message.replacing("&#38;", with: "&")
            var words = message.split(whereSeparator: \.isWhitespace).joined(separator: " ").replacing(
                "{\(namespace)}", with: "")
            while words.hasSuffix(".") { words.removeLast() }
            return words.prefix(1).lowercased() + String(words.dropFirst().prefix(600))
        }
        return (own, told)
    }

    /// The library's parser cuts a text where its octets stop being ASCII, and tells each piece that is out of place.
    private static func withoutRepeats(_ lines: [String]) -> [String] {
        lines.indices.filter { index in
            index == 0 || lines[index] != lines[index - 1] || !lines[index].contains("element-only")
        }.map { lines[$0] }
    }

    @Test("the library says the same where its own parser reads the document")
    func agrees() throws {
        let types = """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t" elementFormDefault="qualified" xmlns="urn:t">
              <xs:import namespace="http://www.w3.org/XML/1998/namespace"/>
              <xs:element name="list"><xs:complexType><xs:sequence>
                <xs:element name="item" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:sequence>
                  <xs:element name="n" type="xs:int" minOccurs="0"/>
                  <xs:element name="w" minOccurs="0" maxOccurs="2"><xs:simpleType><xs:restriction base="xs:token">
                    <xs:pattern value="[a-z&amp;]+( [a-zà-ü]+)*"/><xs:maxLength value="12"/>
                  </xs:restriction></xs:simpleType></xs:element>
                  <xs:element name="q" type="xs:QName" minOccurs="0"/>
                  <xs:element name="x" minOccurs="0" nillable="true"><xs:complexType mixed="true"><xs:sequence>
                    <xs:any processContents="lax" minOccurs="0" maxOccurs="unbounded"/>
                  </xs:sequence><xs:anyAttribute processContents="skip" namespace="##other"/></xs:complexType></xs:element>
                </xs:sequence><xs:attribute name="id" type="xs:NCName" use="required"/>
                <xs:attribute name="uri" type="xs:anyURI"/></xs:complexType></xs:element>
              </xs:sequence></xs:complexType></xs:element>
            </xs:schema>
            """
        let document = """
            <list xmlns='urn:t' xmlns:p='urn:p' xmlns:i='http://www.w3.org/2001/XMLSchema-instance'>
              <item id='a' uri='http://a.example/?b&amp;c'><n>1</n><w> è &amp;
               x</w><w>ab cd</w><q>p:a</q><x>y<p:z/><list/> è</x></item>
              <item id='b'><!-- c --><w><![CDATA[ab]]>c</w><q>r:a</q><x i:nil='true' p:b='c'/></item>
            </list>
            """
        let spices = [
            "<n>x</n>", "<m/>", " y ", "é", "&#65;", "id='c'", " p:d='e'", "<w/>", "<item/>", "1", "i:type='n'",
            "&amp;", ":",
        ]
        let seed = UInt64.random(in: 1...999_999_999)
        var random = SplitMix(state: seed)
        var compared = 0
        for round in 0..<1500 {
            var octets = Array(document.utf8)
            for _ in 0..<(round % 4) {
                let place = random.below(octets.count)
                switch random.below(3) {
                case 0: octets.insert(contentsOf: Array(spices[random.below(spices.count)].utf8), at: place)
                case 1: octets.removeSubrange(place..<min(octets.count, place + 1 + random.below(8)))
                default: octets[place] = UInt8(0x20 + random.below(0x5F))
                }
            }
            guard let (own, oracle) = try Self.both(octets, types, "urn:t") else { continue }
            compared += 1
            let isSame = Self.withoutRepeats(own) == Self.withoutRepeats(oracle)
            #expect(
                isSame,
                "seed \(seed), round \(round): \(own) where the library says \(oracle)\n\(String(decoding: octets, as: UTF8.self))"
            )
            if !isSame { return }
        }
        #expect(compared > 400)
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
