import ExchangeModel
import Testing

/// The zones that partners live in, and those whose rules are the hardest.
let watchedZones = [
    "Europe/Rome", "Africa/Cairo", "Africa/Dakar", "Asia/Shanghai", "Africa/Casablanca", "Europe/Dublin",
    "America/New_York",
]

/// A zone of the system's database.
func systemZone(_ name: String) -> Zone? {
    var database = ZoneDatabase()
    guard case .system = database.source else { return nil }
    return database.zone(named: name)
}

func instant(_ text: String) throws -> Instant { try #require(Instant(text)) }
func localTime(_ text: String) throws -> LocalDateTime { try #require(LocalDateTime(text)) }

@Suite("Zones")
struct ZoneTests {
    /// One line of `zdump -v`: an instant, and what the clocks show at it.
    private struct Line {
        let instant: Instant
        let wall: LocalDateTime
        let type: LocalTimeType

        /// `PATH  Sun Mar 29 01:00:00 2026 UT = Sun Mar 29 03:00:00 2026 CEST isdst=1 gmtoff=7200`.
        init?(_ text: Substring) {
            let words = text.split(separator: " ")
            guard words.count == 16, words[7] == "=", let universal = Self.time(words[2...5]),
                let wall = Self.time(words[9...12]), let offset = Int(words[15].dropFirst("gmtoff=".count))
            else { return nil }
            instant = Instant(universal, offset: 0)
            self.wall = wall
            type = LocalTimeType(offset: offset, isDaylight: words[14] == "isdst=1", abbreviation: String(words[13]))
        }

        private static func time(_ words: ArraySlice<Substring>) -> LocalDateTime? {
            let words = Array(words)
            let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
            guard let month = months.firstIndex(of: String(words[0])), words.count == 4 else { return nil }
            func padded(_ number: some StringProtocol) -> String { number.count == 1 ? "0\(number)" : "\(number)" }
            return LocalDateTime("\(words[3])-\(padded("\(month + 1)"))-\(padded(words[1]))T\(words[2])")
        }
    }

    @Test("Every change from 1970 to 2037 is at the second at which zdump has it", arguments: watchedZones)
    func changes(name: String) throws {
        guard case .system(let path) = ZoneDatabase().source,
            let listing = output(of: "zdump", ["-v", "-c", "1970,2038", "\(path)/\(name)"]), !listing.isEmpty
        else { return skip("the changes of \(name)", "zdump") }
        let zone = try #require(systemZone(name))
        let years = try instant("1970-01-01T00:00:00Z")..<instant("2038-01-01T00:00:00Z")
        let lines = listing.split(separator: "\n").compactMap(Line.init).filter { years.contains($0.instant) }
        for line in lines {
            #expect(zone.type(at: line.instant) == line.type, "\(line.instant)")
            #expect(zone.offset(at: line.instant) == line.type.offset, "\(line.instant)")
            #expect(line.instant.wallTime(offset: zone.offset(at: line.instant)) == line.wall, "\(line.instant)")
        }
        // The lines come in pairs: the second before a change, and the second at which it happens.
        let transitions = zone.transitions(in: years)
        #expect(transitions.map(\.after) == stride(from: 1, to: lines.count, by: 2).map { lines[$0].type })
        #expect(transitions.map(\.before) == stride(from: 0, to: lines.count, by: 2).map { lines[$0].type })
        #expect(transitions.map(\.instant) == stride(from: 1, to: lines.count, by: 2).map { lines[$0].instant })
        if name == "Europe/Rome" { #expect(transitions.count == 136) }
    }

    @Test("Gaps and overlaps begin and end at the second of the change", arguments: watchedZones)
    func gapsAndOverlaps(name: String) throws {
        guard let zone = systemZone(name) else { return skip("the gaps of \(name)", "a time zone database") }
        let years = try instant("1970-01-01T00:00:00Z")..<instant("2100-01-01T00:00:00Z")
        for change in zone.transitions(in: years) {
            let (before, after) = (change.before.offset, change.after.offset)
            let seconds = change.instant.seconds
            func resolve(_ wall: Int) throws -> Zone.Resolution {
                zone.resolve(try #require(LocalDateTime(wallSeconds: wall)))
            }
            if after > before {
                let gap = Zone.Resolution.gap(before: before, after: after, transition: change.instant)
                #expect(try resolve(seconds + before - 1) == .unique(offset: before))
                #expect(try resolve(seconds + before) == gap)
                #expect(try resolve(seconds + after - 1) == gap)
                #expect(try resolve(seconds + after) == .unique(offset: after))
                #expect(gap.offset == before)
            } else if after < before {
                let overlap = Zone.Resolution.overlap(first: before, second: after)
                #expect(try resolve(seconds + after - 1) == .unique(offset: before))
                #expect(try resolve(seconds + after) == overlap)
                #expect(try resolve(seconds + before - 1) == overlap)
                #expect(try resolve(seconds + before) == .unique(offset: after))
                #expect(overlap.offset == before)
            }
        }
    }

    @Test("In Cairo a midnight is missing in April and comes twice in October")
    func cairo() throws {
        // The rule as it stands now; a decree may change the database under the test.
        let zone = try Zone(name: "Africa/Cairo", rule: "EET-2EEST,M4.5.5/0,M10.5.4/24")
        let change = try instant("2026-04-23T22:00:00Z")
        #expect(
            try zone.resolve(localTime("2026-04-24T00:00")) == .gap(before: 7200, after: 10_800, transition: change))
        #expect(try zone.instant(of: localTime("2026-04-24T00:00")) == change)
        #expect(try zone.resolve(localTime("2026-10-29T23:30")) == .overlap(first: 10_800, second: 7200))
        #expect(try zone.instant(of: localTime("2026-10-29T23:30")) == instant("2026-10-29T20:30:00Z"))
        // The Friday after the last Thursday of October is one of November.
        #expect(try zone.offset(at: instant("2030-10-31T20:59:59Z")) == 10_800)
        #expect(try zone.offset(at: instant("2030-10-31T21:00:00Z")) == 7200)
    }

    @Test("Rules hold in every century, and four hundred years later again")
    func farYears() throws {
        let zone = try Zone(name: "Europe/Rome", rule: "CET-1CEST,M3.5.0,M10.5.0/3")
        #expect(try zone.offset(at: instant("2500-03-28T00:59:59Z")) == 3600)
        #expect(try zone.offset(at: instant("2500-03-28T01:00:00Z")) == 7200)
        #expect(try zone.offset(at: instant("9999-07-01T00:00:00Z")) == 7200)
        #expect(try zone.resolve(localTime("9999-12-31T23:59:59")) == .unique(offset: 3600))
        #expect(zone.offset(at: Instant(seconds: .max)) >= 3600)
        #expect([3600, 7200].contains(zone.offset(at: Instant(seconds: .min))))
        #expect(try zone.offset(at: instant("1026-07-01T00:00:00Z")) == 7200)
        let far = zone.transitions(in: try instant("2400-01-01T00:00:00Z")..<instant("2900-01-01T00:00:00Z"))
        #expect(far.count == 1000)
        for change in far {
            let earlier = Instant(seconds: change.instant.seconds - 146_097 * 86_400)
            #expect(zone.type(at: earlier) == change.after)
            #expect(zone.type(at: Instant(seconds: change.instant.seconds - 1)) == change.before)
        }
        let all = zone.transitions(in: Instant(seconds: .min)..<Instant(seconds: .max))
        #expect(try #require(all.last?.instant) > instant("9999-10-01T00:00:00Z"))
    }

    @Test("Before the first change of the database the clocks showed the sun's time")
    func beforeAll() throws {
        guard let zone = systemZone("Europe/Rome") else { return skip("Rome's past", "a time zone database") }
        #expect(zone.offset(at: Instant(seconds: .min)) == 2996)
        #expect(try zone.type(at: instant("1860-01-01T00:00:00Z")).abbreviation == "LMT")
        #expect(try zone.resolve(localTime("1860-01-01T00:00")) == .unique(offset: 2996))
    }

    @Test("Every local time is what the clocks show at the instants it resolves to, in every zone")
    func everyZone() throws {
        var database = ZoneDatabase()
        guard case .system = database.source else { return skip("every zone", "a time zone database") }
        var random = SplitMix(state: 7)
        for name in database.names() {
            let known = database.zone(named: name)
            let zone = try #require(known, "\(name)")
            for _ in 0..<200 {
                let wall = Int.random(in: -5_000_000_000...20_000_000_000, using: &random)
                let time = try #require(LocalDateTime(wallSeconds: wall))
                switch zone.resolve(time) {
                case .unique(let offset):
                    #expect(zone.offset(at: Instant(time, offset: offset)) == offset, "\(name) \(time)")
                case .overlap(let first, let second):
                    #expect(zone.offset(at: Instant(time, offset: first)) == first, "\(name) \(time)")
                    #expect(zone.offset(at: Instant(time, offset: second)) == second, "\(name) \(time)")
                    #expect(first > second, "\(name) \(time)")
                case .gap(let before, let after, let change):
                    #expect(zone.offset(at: Instant(time, offset: before)) == after, "\(name) \(time)")
                    #expect(zone.offset(at: Instant(seconds: change.seconds - 1)) == before, "\(name) \(time)")
                }
            }
        }
    }
}
