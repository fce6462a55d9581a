import ExchangeDiagnostics
import ExchangeFormats
import ExchangeSyntax
import Foundation
import Testing

/// The published schema of XML and the codec of XML are of one mind.
@Suite struct XMLSchemaAgreementTests {
    private static func check() throws -> XMLSchemaCheck {
        try XMLSchemaCheck(Array(XMLSchemaWriter().text.utf8), namespace: "urn:cos-exchange:1")
    }

    private static func violations(_ document: [UInt8]) throws -> [String] {
        var found: [Diagnostic] = []
        _ = try check().check(ByteInput(document)) { found.append($0) }
        var finder = LineFinder(ByteInput(document))
        try finder.locate(&found)
        return found.map { "\($0.location.position.line):\($0.location.position.column) \($0.message)" }
    }

    @Test("the schema allows every fixture as it is written", arguments: Fixture.exchanges)
    func allows(_ path: String) throws {
        let xml = XMLConversion(try Fixture.octets(path), from: .json, to: .xml)
        #expect(try Self.violations(xml.output) == [])
    }

    @Test("it allows what others put into namespaces of their own, where the writer puts it")
    func allowsForeignNodes() throws {
        let fixture = XMLConversion(try Fixture.sample(), from: .json, to: .xml).text
        let marked = fixture.replacing("</artist>", with: "<o:x xmlns:o=\"urn:o\" o:y=\"z\"/></artist>")
            .replacing("<exchange ", with: "<exchange xmlns:o=\"urn:o\" o:a=\"b\" ")
            .replacing("<cities>", with: "<o:x xmlns:o=\"urn:o\"/><cities>")
        let written = XMLConversion(marked, to: .xml)
        #expect(written.fault == nil)
        #expect(written.text.contains("n1:a=\"b\""))
        #expect(try Self.violations(written.output) == [])
    }

    @Test("a violation is told where it is")
    func tells() throws {
        let fixture = XMLConversion(try Fixture.sample(), from: .json, to: .xml).text
        let broken = fixture.replacing("<isFree>true</isFree>", with: "<isFree>perhaps</isFree>")
        let lines = broken.split(separator: "\n", omittingEmptySubsequences: false)
        let line = try #require(lines.firstIndex { $0.contains("perhaps") })
        let found = try Self.violations(Array(broken.utf8))
        #expect(found.first?.hasPrefix("\(line + 1):7 element 'isFree'") == true, "\(found)")
    }
}
