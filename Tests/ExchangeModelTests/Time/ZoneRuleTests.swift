import ExchangeModel
import Foundation
import Testing

@Suite("Rules and files of zones")
struct ZoneRuleTests {
    private func changes(_ rule: String, _ year: Int) throws -> [String] {
        let zone = try Zone(name: "Test/Rule", rule: rule)
        let next = try instant("\(year + 1)-01-01T00:00:00Z")
        return zone.transitions(in: try instant("\(year)-01-01T00:00:00Z")..<next).map { change in
            "\(change.instant) \(change.after.abbreviation) \(change.after.offset)"
        }
    }

    @Test("The three ways to tell a day of the year")
    func days() throws {
        #expect(
            try changes("CET-1CEST,M3.5.0,M10.5.0/3", 2026) == [
                "2026-03-29T01:00:00Z CEST 7200", "2026-10-25T01:00:00Z CET 3600",
            ])
        // J60 is 1 March in every year, 59 is 29 February in a leap year.
        #expect(
            try changes("AAA0BBB,J60/0,J305/0", 2024) == [
                "2024-03-01T00:00:00Z BBB 3600", "2024-10-31T23:00:00Z AAA 0",
            ])
        #expect(
            try changes("AAA0BBB,59/0,304/0", 2024) == [
                "2024-02-29T00:00:00Z BBB 3600", "2024-10-30T23:00:00Z AAA 0",
            ])
        #expect(try changes("AAA0BBB,J59/0,J305/0", 2024).first == "2024-02-28T00:00:00Z BBB 3600")
        #expect(try changes("AAA0BBB,59/0,304/0", 2026).first == "2026-03-01T00:00:00Z BBB 3600")
    }

    @Test("Hours of up to a week, names with signs, minutes and seconds")
    func extended() throws {
        #expect(
            try changes("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", 2026) == [
                "2026-03-29T01:00:00Z -01 -3600", "2026-10-25T01:00:00Z -02 -7200",
            ])
        #expect(
            try changes("EET-2EEST,M4.5.5/0,M10.5.4/24", 2030) == [
                "2030-04-25T22:00:00Z EEST 10800", "2030-10-31T21:00:00Z EET 7200",
            ])
        #expect(try changes("IST-2IDT,M3.4.4/26,M10.5.0", 2026).first == "2026-03-27T00:00:00Z IDT 10800")
        #expect(try changes("AAA0BBB,M3.5.0/167,M10.5.0/-167", 2026).first == "2026-04-04T23:00:00Z BBB 3600")
        #expect(try Zone(name: "x", rule: "LMT-0:49:56").offset(at: Instant(seconds: 0)) == 2996)
        #expect(try Zone(name: "x", rule: "<+0545>-5:45").type(at: Instant(seconds: 0)).abbreviation == "+0545")
    }

    @Test("Winter as the daylight saving time, and one that lasts all year")
    func unusual() throws {
        #expect(
            try changes("IST-1GMT0,M10.5.0,M3.5.0/1", 2026) == [
                "2026-03-29T01:00:00Z IST 3600", "2026-10-25T01:00:00Z GMT 0",
            ])
        #expect(try changes("XXX3EDT4,0/0,J365/23", 2026) == [])
        #expect(try Zone(name: "x", rule: "XXX3EDT4,0/0,J365/23").offset(at: Instant(seconds: 0)) == -14_400)
        // Of a rule that holds at all times the past is known too.
        #expect(try changes("CET-1CEST,M3.5.0,M10.5.0/3", 1926).count == 2)
    }

    @Test(
        "What is no rule is refused",
        arguments: [
            "", "CE-1", "CET", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,M3.5.0,M10.5.0/3,",
            "CET-1CEST,M13.5.0,M10.5.0",
            "CET-1CEST,M3.6.0,M10.5.0", "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST,M3.5.0/168,M10.5.0", "CET-99", "<+01-1",
            "CET-1CEST,J0,J365", "CET-1CEST,J1,366", "CET-1:60", "C\u{E9}T-1", "CET-1 ", "<>-1", "<+01>",
            ":Europe/Rome",
        ])
    func noRule(rule: String) {
        #expect(throws: ZoneFault.rule) { _ = try Zone(name: "x", rule: rule) }
    }

    @Test("A file of any version is read")
    func versions() throws {
        let zone = try Zone(name: "x", tzif: Fixture.file(version: 2))
        #expect(zone.offset(at: Instant(seconds: -1)) == 2996)
        #expect(zone.offset(at: Instant(seconds: 0)) == 3600)
        #expect(zone.rule == "CET-1CEST,M3.5.0,M10.5.0/3")
        #expect(try zone.offset(at: instant("2026-07-01T00:00:00Z")) == 7200)
        for version in 3...4 {
            let later = try Zone(name: "x", tzif: Fixture.file(version: version))
            #expect(try later.offset(at: instant("2026-07-01T00:00:00Z")) == 7200)
        }
        let first = try Zone(name: "x", tzif: Fixture.file(version: 1))
        #expect(first.offset(at: Instant(seconds: -1)) == 2996)
        #expect(try first.offset(at: instant("2026-07-01T00:00:00Z")) == 3600)
    }

    @Test("A file whose rule contradicts its last transition is refused")
    func contradiction() {
        #expect(throws: ZoneFault.rule) { _ = try Zone(name: "x", tzif: Fixture.file(version: 2, rule: "EET-2")) }
    }

    @Test("A broken file is refused or read, and never the end of us")
    func brokenFiles() throws {
        var files = [Fixture.file(version: 1), Fixture.file(version: 2)]
        if case .system(let path) = ZoneDatabase().source {
            for name in ["Africa/Dakar", "Asia/Shanghai", "Africa/Cairo", "Europe/Rome"] {
                let url = URL(fileURLWithPath: path).appendingPathComponent(name)
                files.append(Array(try Data(contentsOf: url)))
            }
        }
        var random = SplitMix(state: 3)
        var refused = 0
        for file in files {
            for length in 0..<file.count where length < 400 || length % 7 == 0 {
                let isRead = (try? Zone(name: "x", tzif: Array(file[..<length]))) != nil
                // A file of version 1 may be the beginning of a later one, but none is whole without its end.
                #expect(!isRead)
            }
            for index in file.indices where file.count < 700 || index % 5 == 0 || index > file.count - 60 {
                for octet in [0, 0xFF, file[index] ^ 0x80, UInt8.random(in: 0...255, using: &random)] {
                    var changed = file
                    changed[index] = octet
                    guard let zone = try? Zone(name: "x", tzif: changed) else { refused += 1; continue }
                    #expect(!zone.observances(for: 2024...2027).isEmpty)
                    for seconds in [Int.min, -5_000_000_000, 0, 1_780_000_000, 20_000_000_000, .max] {
                        let offset = zone.offset(at: Instant(seconds: seconds))
                        #expect(abs(offset) < 26 * 3600)
                        guard let time = LocalDateTime(wallSeconds: seconds) else { continue }
                        #expect(abs(zone.offset(of: time)) < 26 * 3600)
                    }
                }
            }
        }
        #expect(refused > 1000)
    }
}

/// TZif files made by hand (RFC 9636 section 3).
private enum Fixture {
    /// Local mean time until 1970, then Central European Time; with a rule from version 2 on.
    static func file(version: Int, rule: String = "CET-1CEST,M3.5.0,M10.5.0/3") -> [UInt8] {
        let block32 = header(version) + [0, 0, 0, 0] + rest
        guard version > 1 else { return block32 }
        return block32 + header(version) + [0, 0, 0, 0, 0, 0, 0, 0] + rest + [0x0A] + Array(rule.utf8) + [0x0A]
    }

    private static func header(_ version: Int) -> [UInt8] {
        let digit = version == 1 ? 0 : UInt8(48 + version)
        let counts: [UInt8] = [0, 0, 0, 1, 2, 8]
        return Array("TZif".utf8) + [digit] + Array(repeating: 0, count: 15) + counts.flatMap { [0, 0, 0, $0] }
    }

    private static let rest: [UInt8] =
        [1, 0, 0, 0x0B, 0xB4, 0, 0, 0, 0, 0x0E, 0x10, 0, 4] + Array("LMT\0CET\0".utf8)
}
