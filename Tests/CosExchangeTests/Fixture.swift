import CosExchange
import Foundation
import Testing

/// The exchanges in the folder `Fixtures`.
enum Fixture {
    static let names = ["carrara-2026", "carrara-2020", "aswan-2026", "dakar-2026", "guangzhou-2026", "sample"]

    static func path(_ name: String) -> String {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures/\(name)/exchange.json").path
    }

    static func octets(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: path(name))))
    }

    static func catalogue(_ name: String) throws -> Catalogue {
        try Catalogue(reading: octets(name), as: .json) { Issue.record("\($0)") }
    }
}

/// A folder that goes when nobody needs it any more.
final class TemporaryFolder {
    let url: URL
    var path: String { url.path }

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "cos-exchange-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func write(_ octets: [UInt8], to name: String) throws -> String {
        let file = url.appending(path: name)
        try Data(octets).write(to: file)
        return file.path
    }
}

/// A form in which an exchange can be had whole: a format, and how it is written.
struct Form: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let format: Format
    var options = WritingOptions()

    /// Every format that can be read and written, as it usually is, and the other ways to write tables: every test that
    /// goes over them learns of a new format by itself.
    static let all: [Form] = {
        var forms = Format.allCases.filter(\.isReadable).map {
            Form(testDescription: $0.title, format: $0)
        }
        var package = Form(testDescription: "CSV, a package", format: .csv)
        package.options.table.layout = .package
        var forPeople = Form(testDescription: "CSV, a package for spreadsheets", format: .csv)
        forPeople.options.table.layout = .package
        forPeople.options.table.isForSpreadsheet = true
        forPeople.options.table.separator = UInt8(ascii: ";")
        forms += [package, forPeople]
        return forms
    }()
}
