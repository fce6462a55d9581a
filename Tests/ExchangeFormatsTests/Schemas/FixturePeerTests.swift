import ExchangeFormats
import ExchangeSyntax
import Foundation
import Testing

@Suite("Fixtures before the schemas of others")
struct FixturePeerTests {
    private func write(_ name: String, _ format: Format, _ peer: borrowing Peer) throws -> [String] {
        var source = JSONSource(ByteInput(try Fixture.exchange(name)))
        var options = WritingOptions()
        options.table = CSVOptions(layout: .package)
        var files: [(name: String, octets: [UInt8])] = format == .csv ? [] : [("exchange.\(format)", [])]
        try FormatWriter(format, options).write(
            &source, file: { files.append(($0, [])) }, sink: { files[files.count - 1].octets += $0.octets })
        return try files.map { try peer.file($0.name, $0.octets) }
    }

    @Test("in XML are valid against the XML Schema", arguments: Fixture.names)
    func xml(_ name: String) throws {
        guard Peer.run("xmllint", ["--version"]).status == 0 else {
            return Peer.say("SKIPPED: \(name) in XML (xmllint is not installed)")
        }
        let peer = try Peer()
        let schema = try peer.file("exchange.xsd", Array(XMLSchemaWriter().text.utf8))
        let (status, output) = Peer.run(
            "xmllint", ["--noout", "--nonet", "--schema", schema] + (try write(name, .xml, peer)))
        #expect(status == 0, "\(output)")
    }

    @Test("in tables are packages that frictionless finds valid", arguments: Fixture.names)
    func tables(_ name: String) throws {
        guard Peer.hasPython(["frictionless"], for: "\(name) as a Data Package") else { return }
        let peer = try Peer()
        let paths = try write(name, .csv, peer)
        peer.check("package.py", [try #require(paths.last)])
        #expect(paths.last?.hasSuffix("/datapackage.json") == true)
    }
}
