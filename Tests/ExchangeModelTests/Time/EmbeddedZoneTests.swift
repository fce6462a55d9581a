import ExchangeModel
import Foundation
import Testing

/// The table of rules that the library carries for machines without a time zone database.
///
/// To take it from a newer release, install that release as the system's database and run
/// `EXCHANGE_ACCEPT=1 swift test --filter EmbeddedZoneTests`.
@Suite("Embedded zones")
struct EmbeddedZoneTests {
    @Test("The table can be written again from the system's database", .enabled(if: isAccepting))
    func accept() throws {
        var system = ZoneDatabase()
        let release = try #require(system.release)
        guard case .system = system.source else { return skip("the embedded zones", "a time zone database") }
        var names: [String: [String]] = [:]
        for name in system.names() {
            // A zone of the machine's own making has no rule, or is none.
            guard let rule = system.zone(named: name)?.rule, !rule.isEmpty else { continue }
            names[rule, default: []].append(name)
        }
        var source = """
            /// Written by `EXCHANGE_ACCEPT=1 swift test --filter EmbeddedZoneTests`; not to be changed by hand.
            enum EmbeddedZoneTable {
                /// The release of the time zone database that it was taken from, which is in the public domain.
                static let release = "\(release)"

                /// On each line a rule as POSIX spells it in `TZ`, and the names of the zones that follow it now.
                static let rules = \"""

            """
        for (rule, names) in names.sorted(by: { $0.key < $1.key }) {
            var line = "        " + rule
            for name in names.sorted() {
                if line.utf8.count + name.utf8.count > 115 {
                    source += line + " \\\n"
                    line = "        " + name
                } else {
                    line += " " + name
                }
            }
            source += line + "\n"
        }
        source += "        \"\"\"\n}\n"
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../Sources/ExchangeModel/Time/EmbeddedZoneTable.swift")
        try Data(source.utf8).write(to: file)
    }

    @Test("The table has the rule of every zone of the release that it was taken from")
    func sameRules() {
        var system = ZoneDatabase()
        var embedded = ZoneDatabase.embedded
        #expect(embedded.source == .embedded)
        #expect(embedded.names().count > 400)
        guard case .system = system.source, system.release == embedded.release else {
            return skip("the embedded zones against the system's", "release \(embedded.release ?? "") of the database")
        }
        var compared = 0
        for name in embedded.names() {
            // A system may leave out the old names.
            guard let rule = system.zone(named: name)?.rule else { continue }
            let embeddedRule = embedded.zone(named: name)?.rule
            #expect(embeddedRule == rule, "\(name)")
            compared += 1
        }
        #expect(compared > 300)
    }

    @Test("Without a database the clocks of today are still right")
    func offsets() throws {
        var embedded = ZoneDatabase.embedded
        let summer = try #require(Instant("2026-07-01T12:00:00Z"))
        let winter = try #require(Instant("2026-12-01T12:00:00Z"))
        for (name, inSummer, inWinter) in [
            ("Europe/Rome", 7200, 3600), ("Africa/Cairo", 10_800, 7200), ("Africa/Dakar", 0, 0),
            ("Asia/Shanghai", 28_800, 28_800), ("Australia/Sydney", 36_000, 39_600), ("Asia/Kolkata", 19_800, 19_800),
        ] {
            let known = embedded.zone(named: name)
            let zone = try #require(known)
            #expect(zone.offset(at: summer) == inSummer, "\(name)")
            #expect(zone.offset(at: winter) == inWinter, "\(name)")
        }
        let hasAtlantis = embedded.contains("Europe/Atlantis")
        #expect(!hasAtlantis)
    }
}

private var isAccepting: Bool { ProcessInfo.processInfo.environment["EXCHANGE_ACCEPT"] == "1" }
