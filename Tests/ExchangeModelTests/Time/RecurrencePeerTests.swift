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
}
