import ExchangeModel
import Testing

@Suite("Observances")
struct ObservanceTests {
    /// The onsets of an observance up to a year, found by looking at every day.
    private func onsets(_ observance: Observance, through lastYear: Int) throws -> [LocalDateTime] {
        guard let rule = observance.rule else { return [observance.onset] }
        var onsets: [LocalDateTime] = []
        for year in observance.onset.date.year...max(lastYear, observance.onset.date.year) {
            let days = (1...31).compactMap { LocalDate(year: year, month: rule.month, day: $0) }
            let matching = days.filter { $0.weekday == rule.weekday }
            let day = try #require(rule.ordinal == -1 ? matching.last : matching[rule.ordinal - 1])
            let onset = try #require(
                LocalDateTime(
                    day, hour: observance.onset.hour, minute: observance.onset.minute, second: observance.onset.second))
            if onset >= observance.onset { onsets.append(onset) }
        }
        // DTSTART must be an instance of its rule (RFC 5545 section 3.8.5.3).
        #expect(onsets.first == observance.onset)
        return onsets
    }

    /// Checks that observances tell what the zone does in a range of years, and nothing else.
    private func check(_ zone: Zone, _ years: ClosedRange<Int>) throws {
        let observances = zone.observances(for: years)
        #expect(observances.map(\.onset) == observances.map(\.onset).sorted())
        var told: [(instant: Int, observance: Observance)] = []
        for observance in observances {
            for onset in try onsets(observance, through: years.upperBound) {
                told.append((onset.wallSeconds - observance.offsetFrom, observance))
            }
        }
        told.sort { $0.instant < $1.instant }
        let startOfYears = try localTime("\(String("000\(years.lowerBound)".suffix(4)))-01-01T00:00").wallSeconds
        let initial = try #require(told.first)
        #expect(initial.instant + initial.observance.offsetFrom <= startOfYears, "\(zone.name) \(years)")
        for (earlier, later) in zip(told, told.dropFirst()) {
            #expect(earlier.observance.offsetTo == later.observance.offsetFrom, "\(zone.name) \(years)")
        }

        // A day more at both ends, then those whose onset falls into the years.
        let range = Instant(seconds: startOfYears - 200_000)..<Instant(seconds: startOfYears + 31_622_400 * years.count)
        let expected = zone.transitions(in: range).filter { change in
            let year = change.onset?.date.year ?? 0
            return change.before.offset != change.after.offset && years.contains(year)
        }
        let inYears = told.filter {
            $0.instant + $0.observance.offsetFrom >= startOfYears && $0.instant != initial.instant
        }
        #expect(inYears.map(\.instant) == expected.map(\.instant.seconds), "\(zone.name) \(years)")
        #expect(inYears.map(\.observance.offsetTo) == expected.map(\.after.offset), "\(zone.name) \(years)")
        for (one, change) in zip(inYears, expected) {
            let name = change.after.abbreviation
            #expect(one.observance.abbreviation == (name.contains(where: \.isLetter) ? name : nil))
        }
        if expected.isEmpty { #expect(observances.count == 1 && !observances[0].isDaylight) }
    }

    @Test("Written out, they are the changes of the zone", arguments: watchedZones + ["Australia/Sydney"])
    func watched(name: String) throws {
        guard let zone = systemZone(name) else { return skip("observances of \(name)", "a time zone database") }
        for years in [
            1970...2037, 2026...2026, 2024...2024, 2030...2030, 2041...2041, 2023...2045, 2025...2029, 1986...1991,
            1992...1996, 2007...2010, 2018...2020, 1890...1950, 2000...2400,
        ] { try check(zone, years) }
        for year in 1960...2060 { try check(zone, year...year) }
    }

    @Test("Written out, they are the changes of every zone of the database")
    func everyZone() throws {
        var database = ZoneDatabase()
        guard case .system = database.source else { return skip("all observances", "a time zone database") }
        for name in database.names() {
            let known = database.zone(named: name)
            let zone = try #require(known)
            try check(zone, 2024...2030)
            try check(zone, 2026...2026)
            try check(zone, 1968...1972)
        }
    }

    @Test("The embedded rules are planned as the system's are")
    func embedded() throws {
        var database = ZoneDatabase.embedded
        for name in watchedZones {
            let known = database.zone(named: name)
            let zone = try #require(known)
            try check(zone, 2024...2031)
            try check(zone, 1900...1910)
        }
    }

    /// Rules as they stand now; a decree may change the database under a test.
    private static let rules = [
        "Europe/Rome": "CET-1CEST,M3.5.0,M10.5.0/3", "America/New_York": "EST5EDT,M3.2.0,M11.1.0",
        "Europe/Dublin": "IST-1GMT0,M10.5.0,M3.5.0/1", "Australia/Sydney": "AEST-10AEDT,M10.1.0,M4.1.0/3",
        "Africa/Cairo": "EET-2EEST,M4.5.5/0,M10.5.4/24", "Africa/Dakar": "GMT0", "Asia/Dubai": "<+04>-4",
    ]

    private func lines(_ name: String, _ years: ClosedRange<Int>) throws -> [String] {
        let ruled = try years.lowerBound < 2025 ? nil : Self.rules[name].map { try Zone(name: name, rule: $0) }
        let zone = try #require(ruled ?? systemZone(name))
        return zone.observances(for: years).map { observance in
            let kind = observance.isDaylight ? "DAYLIGHT" : "STANDARD"
            let rule = observance.rule.map { " " + $0.text } ?? ""
            let offsets = "\(observance.offsetFrom) \(observance.offsetTo) \(observance.abbreviation ?? "-")"
            return "\(kind) \(observance.onset) \(offsets)\(rule)"
        }
    }

    @Test("One STANDARD and one DAYLIGHT where a rule tells both")
    func ruled() throws {
        guard systemZone("UTC") != nil else { return skip("plans", "a time zone database") }
        #expect(
            try lines("Europe/Rome", 2026...2026) == [
                "STANDARD 2025-10-26T03:00 7200 3600 CET FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
                "DAYLIGHT 2026-03-29T02:00 3600 7200 CEST FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
            ])
        #expect(
            try lines("America/New_York", 2008...2020) == [
                "STANDARD 2007-11-04T02:00 -14400 -18000 EST FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
                "DAYLIGHT 2008-03-09T02:00 -18000 -14400 EDT FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
            ])
        // The law says otherwise, but nobody reads a calendar by it.
        #expect(
            try lines("Europe/Dublin", 2026...2028) == [
                "STANDARD 2025-10-26T02:00 3600 0 GMT FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
                "DAYLIGHT 2026-03-29T01:00 0 3600 IST FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
            ])
        #expect(
            try lines("Australia/Sydney", 2026...2028) == [
                "DAYLIGHT 2025-10-05T02:00 36000 39600 AEDT FREQ=YEARLY;BYMONTH=10;BYDAY=1SU",
                "STANDARD 2026-04-05T03:00 39600 36000 AEST FREQ=YEARLY;BYMONTH=4;BYDAY=1SU",
            ])
        #expect(
            try lines("Africa/Cairo", 2026...2029) == [
                "STANDARD 2025-10-31T00:00 10800 7200 EET FREQ=YEARLY;BYMONTH=10;BYDAY=-1FR",
                "DAYLIGHT 2026-04-24T00:00 7200 10800 EEST FREQ=YEARLY;BYMONTH=4;BYDAY=-1FR",
            ])
    }

    @Test("One STANDARD where nothing changes")
    func standing() throws {
        guard systemZone("UTC") != nil else { return skip("plans", "a time zone database") }
        #expect(try lines("Africa/Dakar", 2026...2026) == ["STANDARD 1970-01-01T00:00 0 0 GMT"])
        #expect(try lines("Asia/Shanghai", 1992...2024) == ["STANDARD 1970-01-01T00:00 28800 28800 CST"])
        #expect(try lines("Asia/Dubai", 2026...2026) == ["STANDARD 1970-01-01T00:00 14400 14400 -"])
        #expect(try lines("Europe/Rome", 1860...1861) == ["STANDARD 1860-01-01T00:00 2996 2996 LMT"])
    }

    @Test("Each onset of its own where no rule is true of all years")
    func unruled() throws {
        guard systemZone("UTC") != nil else { return skip("plans", "a time zone database") }
        #expect(
            try lines("Africa/Cairo", 2030...2030)
                == [
                    "STANDARD 2029-10-26T00:00 10800 7200 EET", "DAYLIGHT 2030-04-26T00:00 7200 10800 EEST",
                    "STANDARD 2030-11-01T00:00 10800 7200 EET",
                ])
        let cairo = try lines("Africa/Cairo", 2029...2031)
        #expect(cairo.count == 7)
        #expect(cairo.contains { $0 == "STANDARD 2030-11-01T00:00 10800 7200 EET" })
        // The year before is told by itself where the rule does not tell it.
        #expect(try lines("Africa/Cairo", 2025...2026).first == "STANDARD 2024-11-01T00:00 10800 7200 EET")
        #expect(try lines("Africa/Casablanca", 2022...2023).allSatisfy { !$0.contains("FREQ") })
        #expect(
            try lines("Africa/Casablanca", 2024...2024).map { $0.prefix(8) } == ["DAYLIGHT", "STANDARD", "DAYLIGHT"])
        #expect(try lines("Asia/Shanghai", 1986...1991).count == 13)
        #expect(try lines("Europe/Rome", 1995...1997).count == 7)
    }
}
