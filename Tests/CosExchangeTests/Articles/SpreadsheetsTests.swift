import CosExchange
import Foundation
import Testing

@Suite("The article on spreadsheets", .enabled(if: Format.csv.isReadable && Format.csv.isWritable))
struct SpreadsheetsTests {
    @Test("writes a package of tables and reads it again")
    func package() throws {
        let catalogue = try Fixture.catalogue("sample")
        let temporary = try TemporaryFolder()
        let folder = temporary.url

        // listing
        let tables = try catalogue.written(as: .csv)
        for table in tables.files {
            try Data(table.octets).write(to: folder.appending(path: table.name))
        }
        // end of listing

        // listing
        let input = try FormatInput(path: folder.path)
        var findings: [Diagnostic] = []
        let edited = try Catalogue(reading: input, as: .csv) { findings.append($0) }
        try input.locate(&findings, as: .csv)
        let changes = try edited.differences(from: catalogue)
        // end of listing
        #expect(findings.isEmpty)
        #expect(changes.isEmpty)
    }
}
