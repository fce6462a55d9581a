import ExchangeDiagnostics
import ExchangeFormats
import ExchangeModel
import ExchangeSyntax
import Foundation
import Testing

/// Files for spreadsheets: nothing in them is evaluated or spelled anew, and what was put there for that is taken away.
@Suite struct SpreadsheetTests {
    // swift-format-ignore
    static let guarded = [
        "=1+1", "=HYPERLINK(\"http://x.example\")", "+1", "+390585777111", "-a", "-1.5", "@x", "'x", "''", "\tx", "\nx", " x", " =1",
        "＝1", "＋1", "－1", "＠x", "007", "1.50", "44.079", "1,5", "1E5", "1e400", "2026-05-29", "2026-05-29T10:00",
        "10:00", "1/2", "5/3/26", "3-4", "50%", "$5", "(5)", ".5", ",5", "true", "FALSE", "Vero", "faux", "May 5", "mag 2026",
        "5 mai 2026", "févr. 2026", "août 2026", "12345678901234567890", "-0", "00", "€ 5", "\u{A0}5", "5\u{A0}", "15 ", "٣ 3", "1-2-3 via",
    ]
    static let plain = [
        "a", "apertura", "studio-2", "30", "0", "-7", "123456789012345", "Pinco Pallino", "tel:+390585777111",
        "https://x.example/",
        "a@b.example", "{\"a\":1}", "[1]", "#12", "#12/#2", "\"x\"", "/x", "فلان الفلاني", "广东", "è",
        "FREQ=WEEKLY;BYDAY=FR",
        "Sala 12", "x = 1", "é!",
    ]

    private func cell(_ text: String, _ options: CSVOptions) throws -> (cell: String, back: String) {
        let json = "{\"cities\":[{\"name\":{\"it\":\(TreePrinter.print(.string(text)))}}]}"
        let tables = CSVFiles(Array(json.utf8), options)
        let row = try #require(tables["cities.csv"]).split(separator: "\r\n", maxSplits: 1)[1]
        let back = tables.json()
        #expect(back.fault == nil && back.remarks.isEmpty)
        #expect(back.output == Conversion(json).output)
        return (String(row.split(separator: ",", maxSplits: 2, omittingEmptySubsequences: false)[2]), back.text)
    }

    private var options: CSVOptions {
        var options = CSVOptions()
        options.isForSpreadsheet = true
        return options
    }

    @Test("an apostrophe stands before what could be taken for something else than text", arguments: guarded)
    func guards(_ text: String) throws {
        let cell = try cell(text, options).cell
        #expect(cell.hasPrefix("'") || cell.hasPrefix("\"'"))
    }

    @Test("other cells are as they are", arguments: plain)
    func leaves(_ text: String) throws {
        let cell = try cell(text, options).cell
        #expect(!cell.hasPrefix("'") && !cell.hasPrefix("\"'"))
    }

    @Test("the file says that it is for spreadsheets, and only such a file is read so")
    func marks() throws {
        var options = options
        options.separator = UInt8(ascii: ";")
        let tables = CSVFiles(try Fixture.sample(), options)
        for file in tables.files {
            #expect(String(decoding: file.octets, as: UTF8.self).hasPrefix("\u{FEFF}#cos:spreadsheet-1;"))
        }
        let plain = CSVFiles([("cities.csv", "id,country,name@it\r\n'a,IT,''x\r\n")]).json()
        #expect(plain.text.contains("\"'a\"") && plain.text.contains("\"''x\""))
        let marked = CSVFiles([("cities.csv", "#cos:spreadsheet-1,id,country,name@it\r\n,'a,IT,''x\r\n")]).json()
        #expect(marked.text.contains("\"a\"") && marked.text.contains("\"'x\""))
        let moved = CSVFiles([("cities.csv", "id,#cos:spreadsheet-1\r\n'a,\r\n")]).json()
        #expect(moved.text.contains("\"'a\""))
    }

    @Test("a cell that a spreadsheet would cut off is told, in files for spreadsheets only")
    func longCells() throws {
        for (text, isTold) in [
            (String(repeating: "x", count: 32_766), false), (String(repeating: "x", count: 32_767), true),
            (String(repeating: "è", count: 32_766), false), (String(repeating: "😀", count: 16_384), true),
        ] {
            let json = Array("{\"events\":[{\"id\":\"a\",\"slots\":[{\"note\":{\"it\":\"\(text)\"}}]}]}".utf8)
            let found = CSVFiles(json, options).remarks
            #expect(found.map(\.severity) == (isTold ? [.warning] : []))
            if isTold { #expect(found[0].message.contains("note@it") && found[0].subject?.id == "a") }
            #expect(CSVFiles(json).remarks.isEmpty)
        }
    }

    @Test("a spreadsheet that opens the files and saves them again has changed nothing", arguments: [false, true])
    func reopened(_ detectsNumbers: Bool) throws {
        guard let office = Office.path else { return Office.skip("files for spreadsheets in a spreadsheet") }
        let risky = (Self.guarded + Self.plain).enumerated().map { index, text in
            "{\"id\":\"s\(index)\",\"name\":{\"it\":\(TreePrinter.print(.string(text))),\"en\":\"\(index)\"},\"kind\":\"\(index)/1\"}"
        }
        let events = "{\"events\":[{},\(risky.joined(separator: ",")),{},{}]}"
        for json in [try Fixture.sample(), try Fixture.octets("aswan-2026/exchange.json"), Array(events.utf8)] {
            let canonical = Conversion(json).output
            var tables = CSVFiles(canonical, options)
            try office.reopen(&tables, detectsNumbers: detectsNumbers)
            let back = tables.json()
            #expect(back.fault == nil)
            #expect(back.text == String(decoding: canonical, as: UTF8.self))
        }
    }
}

/// A spreadsheet that runs without a window.
struct Office {
    let url: URL

    static var path: Office? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        for folder in folders {
            let path = "\(folder)/soffice"
            if FileManager.default.isExecutableFile(atPath: path) { return Office(url: URL(filePath: path)) }
        }
        return nil
    }

    static func skip(_ what: String) {
        FileHandle.standardError.write(Data("SKIPPED: \(what) (LibreOffice is not installed)\n".utf8))
    }

    /// Opens tables and saves them again.
    func reopen(_ tables: inout CSVFiles, detectsNumbers: Bool) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "spreadsheet-\(UUID().uuidString)")
        let output = folder.appending(path: "saved")
        try FileManager.default.createDirectory(at: output, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for file in tables.files { try Data(file.octets).write(to: folder.appending(path: file.name)) }
        let process = Process()
        process.executableURL = url
        process.arguments =
            [
                "--headless", "--norestore", "-env:UserInstallation=file://\(folder.path())/profile",
                "--infilter=CSV:44,34,76,1,,0,false,\(detectsNumbers),false", "--convert-to",
                "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false", "--outdir", output.path(),
            ] + tables.files.map { folder.appending(path: $0.name).path() }
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        for index in tables.files.indices {
            let saved = try Data(contentsOf: output.appending(path: tables.files[index].name))
            tables.files[index].octets = Array(saved)
        }
    }
}
