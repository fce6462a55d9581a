import Foundation
import Testing

@testable import cos_exchange

@Suite("A package of tables")
struct PackageTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        let run = try Run(["convert", "-f", "csv", "--sample", "--verify", "-o", "p/"], in: folder)
        #expect(run.code == 0)
        #expect(run.errors == "verified: 19 records, read back and compared field by field, are the same\n")
    }

    private func change(_ file: String, _ change: (String) -> String) throws {
        try folder.write(change(try folder.read(file)), to: file)
    }

    @Test("is an input like any other, by its folder or by its descriptor")
    func isRead() throws {
        let sample = try Run(["convert", "-f", "json", "--sample"])
        for name in ["p", "p/", "p/datapackage.json"] {
            let run = try Run(["convert", "-f", "json", name], in: folder)
            #expect(run.code == 0)
            #expect(run.text == sample.text)
        }
        let discovered = try Run(shell: "cd p && $TOOL validate < /dev/null", in: folder)
        #expect(discovered.text.hasSuffix("no findings in 19 records\n"))
    }

    @Test("tells which file a finding is in, and which another place that it is about")
    func isLocated() throws {
        try change("p/events.csv") { $0.replacing("laboratorio-prova studio-del-monte", with: "laboratorio-prva") }
        let run = try Run(["validate", "p"], in: folder)
        #expect(run.code == 1)
        #expect(run.text.contains("--> p/events.csv:6:55  record 2, column places (N3)\n"))
        #expect(run.text.contains("::: p/places.csv:2:1  laboratorio-prova is here\n"))
    }

    @Test("loses the tables that the exchange has no record for any more")
    func isRenewed() throws {
        try folder.write(#"{"id": "x", "places": [{"id": "q"}]}"#, to: "small.json")
        let run = try Run(["convert", "-f", "csv", "small.json", "-o", "p"], in: folder)
        #expect(run.code == 0)
        #expect(run.errors.contains("'events.csv' was removed: the exchange has no such record any more\n"))
        #expect(try folder.names("p") == ["datapackage.json", "exchange.csv", "places.csv"])
    }

    @Test("is not what it was written over where that was somebody else's")
    func isNobodyElses() throws {
        try FileManager.default.createDirectory(atPath: folder.file("d"), withIntermediateDirectories: true)
        try folder.write("name,km\nVia Francigena,1000\n", to: "d/routes.csv")
        let run = try Run(["convert", "-f", "csv", "--sample", "-o", "d"], in: folder)
        #expect(run.code == 73)
        #expect(run.errors.contains("'d/routes.csv' is there, and belongs to no package of tables"))
        #expect(try folder.names("d") == ["routes.csv"])
    }

    @Test("is the same with the rows of separators that spreadsheets leave below their tables")
    func hasBlankRows() throws {
        let sample = try Run(["convert", "-f", "json", "--sample"])
        for name in ["cities", "slots", "exchange", "events"] {
            try change("p/\(name).csv") { $0 + ",,,,,,\r\n,\r\n" }
        }
        let run = try Run(["convert", "-f", "json", "--strict", "p"], in: folder)
        #expect(run.code == 0)
        #expect(run.text == sample.text)
        let stacked = try Run(["convert", "-f", "csv", "--sample", "-o", "s.csv"], in: folder)
        #expect(stacked.code == 0)
        try change("s.csv") { $0.replacing("\r\ncity,", with: "\r\n,,,\r\ncity,") }
        #expect(try Run(["convert", "-f", "json", "s.csv"], in: folder).text == sample.text)
    }

    @Test("names the files that are no tables of it")
    func hasOthers() throws {
        try folder.write("id\n1\n", to: "p/tickets.csv")
        let run = try Run(["validate", "p"], in: folder)
        #expect(run.code == 0)
        #expect(run.errors == "'p/tickets.csv' is no table of an exchange, and is not read\n")
    }

    @Test(
        "may have its tables elsewhere in its folder, and nowhere else",
        arguments: [
            ("tables/places.csv", 0), ("../places.csv", 65), ("/tmp/places.csv", 65), ("tables\\\\places.csv", 65),
            ("missing.csv", 66),
        ])
    func isDescribed(_ path: String, _ code: Int32) throws {
        try FileManager.default.createDirectory(atPath: folder.file("p/tables"), withIntermediateDirectories: true)
        try FileManager.default.moveItem(
            atPath: folder.file("p/places.csv"), toPath: folder.file("p/tables/places.csv"))
        try change("p/datapackage.json") { $0.replacing(#""path": "places.csv""#, with: #""path": "\#(path)""#) }
        let run = try Run(["validate", "p"], in: folder)
        #expect(run.code == code)
        if code == 0 { #expect(run.text.hasSuffix("no findings in 19 records\n")) }
    }

    @Test("is not followed through a link")
    func hasLink() throws {
        try FileManager.default.moveItem(atPath: folder.file("p/places.csv"), toPath: folder.file("elsewhere.csv"))
        try FileManager.default.createSymbolicLink(
            atPath: folder.file("p/places.csv"), withDestinationPath: folder.file("elsewhere.csv"))
        let run = try Run(["validate", "p"], in: folder)
        #expect(run.code == 66)
        #expect(run.errors.contains("it is a link, and a package holds files alone"))
    }

    @Test("is not looked for where there is none")
    func isMissing() throws {
        try FileManager.default.createDirectory(atPath: folder.file("empty"), withIntermediateDirectories: true)
        let run = try Run(["validate", "empty"], in: folder)
        #expect(run.code == 66)
        #expect(run.errors.contains("is a folder without a table of an exchange"))
    }

    @Test("for a spreadsheet is marked, has no descriptor, and is the same exchange")
    func isForSpreadsheet() throws {
        let options = ["--for-spreadsheet", "--separator", "semicolon"]
        let run = try Run(["convert", "-f", "csv", "--sample", "--verify", "-o", "s/"] + options, in: folder)
        #expect(run.code == 0)
        #expect(try !folder.names("s").contains("datapackage.json"))
        #expect(try folder.read("s/places.csv").hasPrefix("\u{FEFF}#cos:spreadsheet-1;id;"))
        let back = try Run(["convert", "-f", "csv", "s", "-o", "t/"], in: folder)
        #expect(back.code == 0)
        for name in try folder.names("p") where name != "datapackage.json" {
            #expect(try folder.read("t/\(name)") == folder.read("p/\(name)"))
        }
    }
}
