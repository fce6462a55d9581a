import Foundation
import Testing

@testable import cos_exchange

@Suite("The command 'schema'")
struct SchemaProcessTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    @Test(
        "prints what lies in Schemas",
        arguments: [
            ("json", "exchange.schema.json"), ("xsd", "exchange.xsd"), ("csv", "datapackage.json"),
        ])
    func prints(_ kind: String, _ name: String) throws {
        let run = try Run(["schema", kind])
        #expect(run.code == 0)
        #expect(run.errors == "")
        #expect(run.output == (try Data(contentsOf: Self.root.appending(path: "Schemas/\(name)"))))
        let file = try Run(["schema", kind, "-o", "s"], in: folder)
        #expect(file.code == 0)
        #expect(try folder.read("s") == run.text)
    }

    @Test("describes tables in the languages that are asked for")
    func speaksLanguages() throws {
        let text = try Run(["schema", "csv", "--lang", "it", "--lang", "wo"]).text
        #expect(text.contains(#""name@it""#) && text.contains(#""name@wo""#) && !text.contains(#""name@und""#))
    }

    @Test(
        "wants to know which",
        arguments: [
            ["schema"], ["schema", "yaml"], ["schema", "xsd", "--lang", "it"], ["schema", "csv", "--lang", "it_IT"],
        ])
    func refuses(_ arguments: [String]) throws {
        let run = try Run(arguments)
        #expect(run.code == 64)
        #expect(run.text == "")
    }
}

@Suite("Formats that are only written")
struct ExportOnlyTests {
    @Test("are written from the sample", arguments: [("jsonld", "@graph"), ("geojson", "FeatureCollection")])
    func writes(_ format: String, _ word: String) throws {
        for verb in ["convert", "export"] {
            let run = try Run([verb, "-f", format, "--sample"])
            #expect(run.code == 0)
            #expect(run.text.contains(word))
            #expect(!run.text.contains("onsent"))
            #expect(run.errors.contains("leaves things out"))
        }
        let strict = try Run(["convert", "-f", format, "--strict", "--sample", "-o", "s"])
        #expect(strict.code == 1)
        #expect(strict.errors.contains("nothing was written"))
    }

    @Test("are told by the ending of the output, and are no input", arguments: ["jsonld", "geojson"])
    func endings(_ ending: String) throws {
        let folder = try TemporaryFolder()
        let written = try Run(["convert", "--sample", "-q", "-o", "s.\(ending)"], in: folder)
        #expect(written.code == 0)
        #expect(written.errors == "")
        let read = try Run(["validate", "s.\(ending)"], in: folder)
        #expect(read.code == 65)
        #expect(read.errors.contains("which is only written"))
    }
}
