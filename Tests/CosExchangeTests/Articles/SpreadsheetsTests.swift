import CosExchange
import Foundation
import Testing

@Suite("The article on spreadsheets") struct SpreadsheetsTests {
    @Test("writes a package of tables and reads it again")
    func package() throws {
        let catalogue = try Fixture.catalogue("sample")
        let temporary = try TemporaryFolder()
        let folder = temporary.url

        // listing
        var options = WritingOptions()
        options.table.layout = .package
        let tables = try catalogue.written(as: .csv, options: options)
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

    @Test("writes all tables in one file")
    func stacked() throws {
        let catalogue = try Fixture.catalogue("sample")

        // listing
        let octets = try catalogue.written(as: .csv).octets
        let again = try Catalogue(reading: octets, as: .csv)
        // end of listing
        #expect(octets.starts(with: Array("record,".utf8)))
        #expect(again == catalogue)
    }

    @Test("writes tables that spreadsheets leave as they are")
    func spreadsheet() throws {
        var catalogue = try Fixture.catalogue("sample")
        catalogue.places[0].name["it"] = "=1+1"

        // listing
        var options = WritingOptions()
        options.table.isForSpreadsheet = true
        options.table.separator = UInt8(ascii: ";")
        let forPeople = try catalogue.written(as: .csv, options: options)
        let again = try Catalogue(reading: forPeople.octets, as: .csv)
        // end of listing
        #expect(forPeople.text.contains("'=1+1"))
        #expect(forPeople.octets.starts(with: [0xEF, 0xBB, 0xBF] + Array("#cos:spreadsheet-1;".utf8)))
        #expect(again == catalogue)
    }
}
