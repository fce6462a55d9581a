import ExchangeModel
import Testing

@Suite("Recurrence rules against a peer")
struct RecurrencePeerTests {
    /// A rule, when it begins and ends, and how many of its days are wanted.
    private struct Case {
        let rule: String
        let start, until: LocalDate
        let count: Int
    }

    /// A rule of the profile, of which most give days and some give none.
    private static func makeCase(_ random: inout SplitMix) -> Case {
        let frequency = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"].randomElement(using: &random) ?? "DAILY"
        var parts = ["FREQ=\(frequency)"]
        func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
        func some(_ count: Int, of range: ClosedRange<Int>, isSigned: Bool = true) -> String {
            (0..<Int.random(in: 1...count, using: &random)).map { _ in
                let number = Int.random(in: range, using: &random)
                return "\(isSigned && chance(30) ? -number : number)"
            }.joined(separator: ",")
        }
        let codes = Weekday.allCases.map(\.code)
        let weekStart = Int.random(in: 0...6, using: &random)
        if chance(60) { parts.append("INTERVAL=\(Int.random(in: 1...(chance(20) ? 40 : 4), using: &random))") }
        if chance(30) { parts.append("BYMONTH=\(some(3, of: 1...12, isSigned: false))") }
        if frequency != "WEEKLY", chance(35) { parts.append("BYMONTHDAY=\(some(8, of: 1...31))") }
        if chance(50) {
            // The peer takes weekdays with and without numbers for two conditions; the RFC adds them up.
            let isNumbered = frequency == "MONTHLY" || frequency == "YEARLY" ? chance(50) : false
            let isInYear = frequency == "YEARLY" && !parts.contains { $0.hasPrefix("BYMONTH=") }
            parts.append(
                "BYDAY="
                    + (0..<Int.random(in: 1...4, using: &random)).map { _ in
                        (isNumbered ? some(1, of: 1...(isInYear ? 53 : 5)) : "")
                            + (codes.randomElement(using: &random) ?? "MO")
                    }.joined(separator: ","))
        }
        var isAligned = false
        if chance(30), parts.contains(where: { $0.hasPrefix("BY") }) {
            parts.append("BYSETPOS=\(some(3, of: 1...(frequency == "YEARLY" ? 20 : 6)))")
            isAligned = frequency == "WEEKLY"
        }
        if chance(60) || isAligned { parts.append("WKST=\(codes[weekStart])") }
        var start = Int.random(in: 9000...25_000, using: &random)
        // The peer counts positions within a first week cut short, the RFC within the whole week.
        if isAligned { start -= ((start + 3) % 7 - weekStart + 7) % 7 }
        let years = ["DAILY": 3, "WEEKLY": 8, "MONTHLY": 20, "YEARLY": 60][frequency] ?? 1
        return Case(
            rule: parts.joined(separator: ";"), start: LocalDate(dayNumber: start) ?? .first,
            until: LocalDate(dayNumber: start + years * 365 + Int.random(in: 0...365, using: &random)) ?? .last,
            count: chance(50) ? Int.random(in: 1...60, using: &random) : 150)
    }

    private static let script = """
        import sys, itertools, datetime
        from dateutil.rrule import rrulestr
        for line in sys.stdin:
            rule, start, until, count = line.strip().split('|')
            end = until.replace('-', '') + 'T000000'
            # A rule without a match would be followed to the end of all years.
            datetime.MAXYEAR = int(until[:4])
            days = rrulestr(rule + ';UNTIL=' + end, dtstart=datetime.datetime.fromisoformat(start))
            print(' '.join(day.date().isoformat() for day in itertools.islice(days, int(count))))
        """

    @Test("Generated rules give the days that python-dateutil finds")
    func generated() throws {
        guard output(of: "python3", ["-c", "import dateutil"]) != nil else {
            return skip("generated recurrence rules", "python-dateutil")
        }
        var random = SplitMix(state: 20_260_529)
        let cases = (0..<3000).map { _ in Self.makeCase(&random) }
        let input = cases.map { "\($0.rule)|\($0.start)|\($0.until)|\($0.count)\n" }.joined()
        let answer = try #require(output(of: "python3", ["-c", Self.script], input: input))
        let lines = answer.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == cases.count + 1)
        var found = 0
        for (one, line) in zip(cases, lines) {
            let expected = line.split(separator: " ").map(String.init)
            let rule = try #require(Recurrence(one.rule), "\(one.rule)")
            #expect(Recurrence(rule.text) == rule, "\(one.rule)")
            let days = Array(rule.occurrences(from: one.start, until: one.until, count: one.count))
            #expect(days.map(\.text) == expected, "\(one.rule) from \(one.start) until \(one.until)")
            found += days.count
            let last = rule.lastDay(from: one.start, until: one.until, count: one.count)
            #expect(last == days.last ?? one.start, "\(one.rule) from \(one.start) until \(one.until)")
            if days.count < one.count {
                let lastUntil = rule.lastDay(from: one.start, until: one.until)
                #expect(lastUntil == days.last ?? one.start, "\(one.rule) from \(one.start) until \(one.until)")
            } else {
                let lastCounted = rule.lastDay(from: one.start, count: one.count)
                #expect(lastCounted == days.last, "\(one.rule) from \(one.start), \(one.count) days")
            }
            let given = Set(days)
            for offset in 0..<60 {
                guard let day = one.start.adding(days: offset) else { continue }
                let isGiven = rule.contains(day, from: one.start, until: one.until, count: one.count)
                #expect(isGiven == given.contains(day), "\(one.rule) from \(one.start): \(day)")
            }
        }
        #expect(found > 40_000)
    }

    /// A rule of the profile in a zone, at a time that its clocks may skip or show twice, with days excepted.
    private struct ZonedCase {
        let rule: String
        let start: LocalDateTime
        let zone: String
        /// The last day, and how many times at most, excepted ones among them.
        let until: LocalDate
        let count: Int?
        let exceptions: [LocalDate]
    }

    private static let zones = ["Europe/Rome", "Africa/Cairo", "Africa/Dakar"]
    private static let clocks = [
        (2, 30, 0), (2, 0, 0), (2, 59, 59), (0, 0, 0), (0, 30, 0), (23, 0, 0), (23, 30, 0), (10, 0, 0), (18, 45, 0),
    ]

    private static func makeZonedCase(_ random: inout SplitMix) -> ZonedCase {
        let base = makeCase(&random)
        let isDaily = Int.random(in: 0..<4, using: &random) == 0
        let year = Int.random(in: 2020...2036, using: &random)
        // Days of clock changes are near the ends of March, April and October.
        let month = isDaily ? [3, 4, 10].randomElement(using: &random) ?? 3 : Int.random(in: 1...12, using: &random)
        let day = isDaily ? Int.random(in: 15...28, using: &random) : Int.random(in: 1...28, using: &random)
        let date = LocalDate(year: year, month: month, day: day) ?? base.start
        let rule = isDaily ? "FREQ=DAILY" : base.rule
        let weekStart = Weekday.allCases.first { rule.contains("WKST=\($0.code)") }?.rawValue ?? 0
        // The peer counts positions within a first week cut short, the RFC within the whole week.
        let isAligned = rule.contains("FREQ=WEEKLY") && rule.contains("BYSETPOS")
        let shift = isAligned ? ((date.dayNumber + 3) % 7 - weekStart + 7) % 7 : 0
        let (hour, minute, second) = clocks.randomElement(using: &random) ?? (10, 0, 0)
        let first = date.adding(days: -shift) ?? date
        let start = LocalDateTime(first, hour: hour, minute: minute, second: second) ?? LocalDateTime(startOf: first)
        let length = Int.random(in: 20...1500, using: &random)
        let end = min(first.adding(days: length) ?? .last, LocalDate(year: 2040, month: 12, day: 31) ?? .last)
        let exceptions = (0..<Int.random(in: 0...4, using: &random)).compactMap { _ in
            first.adding(days: Int.random(in: 0...40, using: &random) * (Int.random(in: 0...1, using: &random) * 6 + 1))
        }
        let count = Int.random(in: 0...1, using: &random) == 0 ? nil : Int.random(in: 1...30, using: &random)
        return ZonedCase(
            rule: rule, start: start, zone: zones.randomElement(using: &random) ?? zones[0], until: end, count: count,
            exceptions: exceptions)
    }

    private static let zonedScript = """
        import sys, itertools, datetime
        from zoneinfo import ZoneInfo
        from dateutil.rrule import rrulestr, rruleset
        zones = {name: ZoneInfo(name) for name in ('Europe/Rome', 'Africa/Cairo', 'Africa/Dakar')}
        for line in sys.stdin:
            rule, start, zone, until, count, days = line.strip().split('|')
            start = datetime.datetime.fromisoformat(start)
            datetime.MAXYEAR = int(until[:4])
            last = datetime.datetime.combine(datetime.date.fromisoformat(until), start.time())
            found = rruleset()
            if count:
                found.rrule(rrulestr(rule + ';COUNT=' + count, dtstart=start))
            else:
                found.rrule(rrulestr(rule + ';UNTIL=' + last.strftime('%Y%m%dT%H%M%S'), dtstart=start))
            for day in days.split():
                found.exdate(datetime.datetime.combine(datetime.date.fromisoformat(day), start.time()))
            times = itertools.takewhile(lambda time: time <= last, found)
            instants = (int(time.replace(tzinfo=zones[zone]).timestamp()) for time in times)
            print(' '.join(map(str, itertools.islice(instants, 30))))
        """

    @Test(
        "20,000 generated rules begin at the instants that python-dateutil finds, in three zones, exceptions included")
    func generatedInZones() throws {
        guard output(of: "python3", ["-c", "import dateutil, zoneinfo"]) != nil else {
            return skip("generated recurrence rules in time zones", "python-dateutil")
        }
        var database = ZoneDatabase()
        guard case .system = database.source else {
            return skip("generated recurrence rules in time zones", "the tz database")
        }
        var random = SplitMix(state: 20_260_605)
        let cases = (0..<20_000).map { _ in Self.makeZonedCase(&random) }
        let input = cases.map { one in
            let start = one.start.text + (one.start.second == 0 ? ":00" : "")
            let days = one.exceptions.map(\.text).joined(separator: " ")
            return "\(one.rule)|\(start)|\(one.zone)|\(one.until)|\(one.count.map { "\($0)" } ?? "")|\(days)\n"
        }.joined()
        let answer = try #require(output(of: "python3", ["-c", Self.zonedScript], input: input))
        let lines = answer.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == cases.count + 1)
        var (found, gaps, overlaps, wrong) = (0, 0, 0, 0)
        for (one, line) in zip(cases, lines) {
            let known = database.zone(named: one.zone)
            let zone = try #require(known)
            let rule = try #require(Recurrence(one.rule), "\(one.rule)")
            var instants: [Int] = []
            for day in rule.occurrences(from: one.start.date, until: one.until, count: one.count)
            where !one.exceptions.contains(day) {
                let time = try #require(LocalDateTime(wallSeconds: day.dayNumber * 86_400 + one.start.secondOfDay))
                switch zone.resolve(time) {
                case .gap: gaps += 1
                case .overlap: overlaps += 1
                case .unique: break
                }
                instants.append(zone.instant(of: time).seconds)
                if instants.count == 30 { break }
            }
            found += instants.count
            if instants.map(String.init).joined(separator: " ") != line { wrong += 1 }
            if wrong == 1, instants.map(String.init).joined(separator: " ") != line {
                Issue.record("\(one): \(instants) and \(line)")
            }
        }
        #expect(wrong == 0)
        #expect(found > 100_000 && gaps > 100 && overlaps > 100, "\(found) \(gaps) \(overlaps)")
    }
}
