import Foundation
import Testing

@testable import ExchangeFormats

@Suite("The schemas that lie in Schemas")
struct SchemaFileTests {
    static let folder = URL(filePath: Peer.path(of: "")).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Schemas")

    /// What each file is printed by.
    static let files: [(name: String, command: String)] = [
        ("exchange.schema.json", "json"), ("exchange.xsd", "xsd"), ("datapackage.json", "csv"),
    ]

    @Test("are what the tool prints", arguments: files)
    func isFresh(_ file: (name: String, command: String)) throws {
        let path = Self.folder.appending(path: file.name)
        let text =
            switch file.command {
            case "json": JSONSchemaWriter().text
            case "xsd": XMLSchemaWriter().text
            default: DataPackageDescriptor.all().text
            }
        #expect(
            try String(contentsOf: path, encoding: .utf8) == text,
            "stale: swift run cos-exchange schema \(file.command) -o Schemas/\(file.name)")
    }

    @Test("are all that lies there")
    func isComplete() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path())
        #expect(names.sorted() == Self.files.map(\.name).sorted())
    }
}
