import CosExchange
import Foundation
import Testing

@Suite("Streaming") struct StreamingTests {
    private struct Enough: Error {}

    @Test("whoever throws has read enough")
    func stop() throws {
        var source = try FormatSource(reading: Fixture.octets("carrara-2026"), as: .json)
        var count = 0
        #expect(throws: Enough.self) {
            try source.forEach(Event.self) { _ in
                count += 1
                if count == 3 { throw Enough() }
            }
        }
        #expect(count == 3)
        // It can be read again from its beginning.
        #expect(try source.first(City.self) { $0.country == "EG" }?.id == "aswan")
        #expect(try source.first(City.self) { $0.country == "FR" } == nil)
    }

    @Test("reading ends with the entity that was wanted", arguments: Form.all)
    func end(_ form: Form) throws {
        var source = try FormatSource(
            reading: Fixture.catalogue("sample").written(as: form.format, options: form.options).input, as: form.format)
        var seen: [String?] = []
        let found = try source.first(City.self) { city in
            seen.append(city.id)
            return city.id == "aswan"
        }
        #expect(found?.id == "aswan")
        #expect(seen == ["carrara", "aswan"])
    }

    @Test("entities are changed and left out on their way", arguments: Form.all)
    func edit(_ form: Form) throws {
        let catalogue = try Fixture.catalogue("aswan-2026")
        var source = try FormatSource(reading: catalogue.written(as: .json).input, as: .json)
        let written = try source.written(as: form.format, options: form.options) { record in
            record.edit(Event.self) { event in
                event.hashtags.append("Aswan")
                return event.status != "cancelled"
            }
        }
        var expected = catalogue
        expected.events = catalogue.events.filter { $0.status != "cancelled" }
        for index in expected.events.indices { expected.events[index].hashtags.append("Aswan") }
        #expect(try Catalogue(reading: written.input, as: form.format) == expected)
    }

    @Test("files are read where they lie")
    func files() throws {
        let folder = try TemporaryFolder()
        let catalogue = try Fixture.catalogue("carrara-2026")
        let path = try folder.write(catalogue.written(as: .json).octets, to: "exchange.json")
        #expect(try Catalogue(reading: FormatInput(path: path), as: .json) == catalogue)
        let missing = folder.path + "/none.json"
        #expect(throws: FileError.self) { try FormatInput(path: missing) }
        do { _ = try FormatInput(path: missing) } catch {
            #expect("\(error)" == "\(missing): No such file or directory")
        }
    }

    @Test("a folder is a package of the tables that lie in it")
    func folder() throws {
        let folder = try TemporaryFolder()
        #expect(throws: FileError(path: folder.path, reason: .noTables)) { try FormatInput(path: folder.path) }
        _ = try folder.write(Array("id\r\n".utf8), to: "events.csv")
        _ = try folder.write(Array("id\r\n".utf8), to: "cities.csv")
        _ = try folder.write(Array("id\r\n".utf8), to: "stranger.csv")
        guard case .package(let package) = try FormatInput(path: folder.path) else {
            Issue.record("a folder is a package")
            return
        }
        #expect(package.files.map(\.name) == ["cities.csv", "events.csv"])
        guard case .package = try FormatInput(path: folder.path + "/datapackage.json") else {
            Issue.record("a package goes by the name of its descriptor")
            return
        }
    }

    @Test("a table that is a link is not followed, and neither folders nor devices are files")
    func links() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/events.csv", withDestinationPath: Fixture.path("sample"))
        #expect(throws: FileError.self) { try FormatInput(path: folder.path) }
        #expect(throws: FileError(path: folder.path, reason: .isFolder)) { try ByteInput(path: folder.path) }
        #expect(throws: FileError(path: "/dev/null", reason: .isNoFile)) { try FormatInput(path: "/dev/null") }
    }
}
