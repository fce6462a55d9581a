import ExchangeModel
import Foundation
import Testing

@Suite("Time zone database")
struct ZoneDatabaseTests {
    /// A folder that is removed at the end.
    private final class Folder {
        let path: String

        init() throws {
            let url = FileManager.default.temporaryDirectory.appendingPathComponent("zones-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
            path = url.path
        }

        func write(_ name: String, _ octets: [UInt8]) throws {
            let url = URL(fileURLWithPath: path).appendingPathComponent(name)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(octets).write(to: url)
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }
    }

    /// A file of version 1 with one type of local time.
    private static func file(hours: UInt8) -> [UInt8] {
        let counts: [UInt8] = [0, 0, 0, 0, 1, 4]
        let seconds = Int(hours) * 3600
        return Array("TZif".utf8) + Array(repeating: 0, count: 16) + counts.flatMap { [0, 0, 0, $0] }
            + [0, 0, UInt8(seconds >> 8), UInt8(seconds & 255), 0, 0] + Array("ABC\0".utf8)
    }

    @Test("The folder that is asked for comes before the usual ones")
    func folder() throws {
        let folder = try Folder()
        try folder.write("UTC", Self.file(hours: 0))
        try folder.write("Test/Town", Self.file(hours: 3))
        try folder.write("+VERSION", Array("2031c\n".utf8))
        try folder.write("posix/UTC", Self.file(hours: 0))
        try folder.write("localtime", Self.file(hours: 5))
        try folder.write("zone.tab", Array("no zone\n".utf8))
        try folder.write("SECURITY", Array("no zone\n".utf8))
        var database = ZoneDatabase(folder: folder.path)
        #expect(database.source == .system(path: folder.path))
        #expect(database.release == "2031c")
        #expect(database.names() == ["Test/Town", "UTC"])
        let zone = database.zone(named: "Test/Town")
        #expect(zone?.offset(at: Instant(seconds: 0)) == 10_800)
        let again = database.zone(named: "Test/Town")
        #expect(again === zone)
    }

    @Test("A folder without a database is passed over")
    func emptyFolder() throws {
        let folder = try Folder()
        #expect(ZoneDatabase(folder: folder.path).source == ZoneDatabase().source)
        #expect(ZoneDatabase(folder: "").source == ZoneDatabase().source)
    }

    @Test(
        "Only names of zones are looked for, letter for letter",
        arguments: [
            "", "europe/rome", "Europe", "Europe/", "/Europe/Rome", "Europe//Rome", "../zoneinfo/Europe/Rome", ".",
            "..",
            "./Europe/Rome", "Europe/Rome ", "Europe/Rom\u{E9}", "Europe/Rome\0", "posix/Europe/Rome",
            "right/Europe/Rome",
            "localtime", "posixrules", "zone.tab", "tzdata.zi", "SECURITY", "Europe/Atlantis", "Rome", "CEST", "+01:00",
            "W. Europe Standard Time", String(repeating: "A", count: 5000),
        ])
    func noZone(name: String) {
        var database = ZoneDatabase()
        let isKnown = database.contains(name)
        #expect(!isKnown)
        var embedded = ZoneDatabase.embedded
        let isEmbedded = embedded.contains(name)
        #expect(!isEmbedded)
    }

    @Test("Links are zones of their own name")
    func links() {
        var database = ZoneDatabase()
        for name in ["Africa/Dakar", "Africa/Abidjan", "UTC", "Etc/GMT-14", "America/Argentina/Buenos_Aires"] {
            let zone = database.zone(named: name)
            #expect(zone?.name == name)
        }
    }

    @Test("Many zones may be asked for in turn")
    func many() {
        var database = ZoneDatabase()
        let names = Array(database.names().prefix(60))
        for _ in 0..<3 {
            for name in names {
                let zone = database.zone(named: name)
                #expect(zone?.name == name)
            }
        }
    }
}
