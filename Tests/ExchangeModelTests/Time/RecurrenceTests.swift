import ExchangeBytes
import ExchangeModel
import Testing

func date(_ text: String) throws -> LocalDate { try #require(LocalDate(text), "\(text)") }

/// What a text is refused for as a rule, or nil if it is one.
private func fault(_ text: String) -> RecurrenceFault? {
    var buffer = ByteBuffer()
    buffer.append(utf8: text)
    do { _ = try Recurrence(parsing: buffer.bytes) } catch { return error }
    return nil
}

@Suite("Recurrence rules")
struct RecurrenceTests {
    /// An example of RFC 5545 section 3.8.5.3 that falls into the profile.
    struct Example: CustomTestStringConvertible {
        let rule, start: String
        var until: String?
        var count: Int?
        /// All its days, or the first ones if it goes on.
        let days: [String]
        /// How many days there are, where they are not all told.
        var total: Int?

        var testDescription: String { rule }

        init(
            _ rule: String, _ start: String, until: String? = nil, count: Int? = nil, total: Int? = nil, _ days: String
        ) {
            (self.rule, self.start, self.until, self.count, self.total) = (rule, start, until, count, total)
            var month = ""
            self.days = days.split(separator: " ").map { word in
                if word.utf8.count > 2 { month = String(word.prefix(7)) }
                return "\(month)-\(word.suffix(2))"
            }
        }
    }

    // Where UNTIL is a time in UTC, the day is the last on which the occurrence is not behind it.
    static let examples = [
        Example(
            "FREQ=DAILY", "1997-09-02", count: 10, "1997-09-02 03 04 05 06 07 08 09 10 11"),
        Example("FREQ=DAILY", "1997-09-02", until: "1997-12-23", total: 113, "1997-09-02 03 04"),
        Example(
            "FREQ=DAILY;INTERVAL=2", "1997-09-02", "1997-09-02 04 06 08 10 12 14 16 18 20 22 24 26 28 30 1997-10-02 04"),
        Example("FREQ=DAILY;INTERVAL=10", "1997-09-02", count: 5, "1997-09-02 12 22 1997-10-02 12"),
        Example(
            "FREQ=YEARLY;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA", "1998-01-01", until: "2000-01-31", total: 93,
            "1998-01-01 02 03"),
        Example("FREQ=DAILY;BYMONTH=1", "1998-01-01", until: "2000-01-31", total: 93, "1998-01-01 02 03"),
        Example(
            "FREQ=WEEKLY", "1997-09-02", count: 10,
            "1997-09-02 09 16 23 30 1997-10-07 14 21 28 1997-11-04"),
        Example(
            "FREQ=WEEKLY", "1997-09-02", until: "1997-12-23",
            "1997-09-02 09 16 23 30 1997-10-07 14 21 28 1997-11-04 11 18 25 1997-12-02 09 16 23"),
        Example(
            "FREQ=WEEKLY;INTERVAL=2;WKST=SU", "1997-09-02",
            "1997-09-02 16 30 1997-10-14 28 1997-11-11 25 1997-12-09 23 1998-01-06 20 1998-02-03 17"),
        Example(
            "FREQ=WEEKLY;WKST=SU;BYDAY=TU,TH", "1997-09-02", until: "1997-10-06",
            "1997-09-02 04 09 11 16 18 23 25 30 1997-10-02"),
        Example(
            "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=MO,WE,FR", "1997-09-01", until: "1997-12-23",
            "1997-09-01 03 05 15 17 19 29 1997-10-01 03 13 15 17 27 29 31 1997-11-10 12 14 24 26 28 1997-12-08 10 12 22"
        ),
        Example(
            "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,TH", "1997-09-02", count: 8,
            "1997-09-02 04 16 18 30 1997-10-02 14 16"),
        Example(
            "FREQ=MONTHLY;BYDAY=1FR", "1997-09-05", count: 10,
            "1997-09-05 1997-10-03 1997-11-07 1997-12-05 1998-01-02 1998-02-06 1998-03-06 1998-04-03 1998-05-01 1998-06-05"
        ),
        Example(
            "FREQ=MONTHLY;INTERVAL=2;BYDAY=1SU,-1SU", "1997-09-07", count: 10,
            "1997-09-07 28 1997-11-02 30 1998-01-04 25 1998-03-01 29 1998-05-03 31"),
        Example(
            "FREQ=MONTHLY;BYDAY=-2MO", "1997-09-22", count: 6,
            "1997-09-22 1997-10-20 1997-11-17 1997-12-22 1998-01-19 1998-02-16"),
        Example(
            "FREQ=MONTHLY;BYMONTHDAY=-3", "1997-09-28",
            "1997-09-28 1997-10-29 1997-11-28 1997-12-29 1998-01-29 1998-02-26"),
        Example(
            "FREQ=MONTHLY;BYMONTHDAY=2,15", "1997-09-02", count: 10,
            "1997-09-02 15 1997-10-02 15 1997-11-02 15 1997-12-02 15 1998-01-02 15"),
        Example(
            "FREQ=MONTHLY;BYMONTHDAY=1,-1", "1997-09-30", count: 10,
            "1997-09-30 1997-10-01 31 1997-11-01 30 1997-12-01 31 1998-01-01 31 1998-02-01"),
        Example(
            "FREQ=MONTHLY;INTERVAL=18;BYMONTHDAY=10,11,12,13,14,15", "1997-09-10", count: 10,
            "1997-09-10 11 12 13 14 15 1999-03-10 11 12 13"),
        Example(
            "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU", "1997-09-02",
            "1997-09-02 09 16 23 30 1997-11-04 11 18 25 1998-01-06 13 20 27 1998-03-03 10 17 24 31"),
        Example(
            "FREQ=YEARLY;BYMONTH=6,7", "1997-06-10", count: 10,
            "1997-06-10 1997-07-10 1998-06-10 1998-07-10 1999-06-10 1999-07-10 2000-06-10 2000-07-10 2001-06-10 2001-07-10"
        ),
        Example(
            "FREQ=YEARLY;INTERVAL=2;BYMONTH=1,2,3", "1997-03-10", count: 10,
            "1997-03-10 1999-01-10 1999-02-10 1999-03-10 2001-01-10 2001-02-10 2001-03-10 2003-01-10 2003-02-10 2003-03-10"
        ),
        Example("FREQ=YEARLY;BYDAY=20MO", "1997-05-19", "1997-05-19 1998-05-18 1999-05-17"),
        Example(
            "FREQ=YEARLY;BYMONTH=3;BYDAY=TH", "1997-03-13",
            "1997-03-13 20 27 1998-03-05 12 19 26 1999-03-04 11 18 25"),
        Example(
            "FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8", "1997-06-05",
            "1997-06-05 12 19 26 1997-07-03 10 17 24 31 1997-08-07 14 21 28 1998-06-04 11"),
        Example(
            "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "1997-09-02",
            "1998-02-13 1998-03-13 1998-11-13 1999-08-13 2000-10-13"),
        Example(
            "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13", "1997-09-13",
            "1997-09-13 1997-10-11 1997-11-08 1997-12-13 1998-01-10 1998-02-07 1998-03-07 1998-04-11 1998-05-09 1998-06-13"
        ),
        Example(
            "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", "1996-11-05",
            "1996-11-05 2000-11-07 2004-11-02"),
        Example(
            "FREQ=MONTHLY;BYDAY=TU,WE,TH;BYSETPOS=3", "1997-09-04", count: 3, "1997-09-04 1997-10-07 1997-11-06"),
        Example(
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2", "1997-09-29",
            "1997-09-29 1997-10-30 1997-11-27 1997-12-30 1998-01-29 1998-02-26 1998-03-30"),
        Example("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO", "1997-08-05", count: 4, "1997-08-05 10 19 24"),
        Example("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU", "1997-08-05", count: 4, "1997-08-05 17 19 31"),
        Example(
            "FREQ=MONTHLY;BYMONTHDAY=15,30", "2007-01-15", count: 5, "2007-01-15 30 2007-02-15 2007-03-15 30"),
    ]

    @Test("The examples of RFC 5545 give the days that it prints", arguments: examples)
    func standard(example: Example) throws {
        let rule = try #require(Recurrence(example.rule))
        let start = try date(example.start)
        let until = try example.until.map { try date($0) }
        let isBounded = until != nil || example.count != nil
        let limit = isBounded ? Recurrence.limit : example.days.count
        let days = Array(rule.occurrences(from: start, until: until, count: example.count, limit: limit))
        #expect(days.prefix(example.days.count).map(\.text) == example.days)
        #expect(days.count == example.total ?? example.days.count)
        let last = rule.lastDay(from: start, until: until, count: example.count)
        #expect(last == (isBounded ? days.last : nil))
        for day in start.dayNumber...start.dayNumber + 800 {
            let day = try #require(LocalDate(dayNumber: day))
            if !isBounded, let end = days.last, day > end { break }
            let isGiven = rule.contains(day, from: start, until: until, count: example.count)
            #expect(isGiven == days.contains(day), "\(day)")
        }
    }

    @Test("Weekdays with and without number are given together")
    func mixedDays() throws {
        let rule = try #require(Recurrence("FREQ=MONTHLY;BYDAY=MO,1FR"))
        let days = rule.occurrences(from: try date("2026-05-01"), until: try date("2026-05-31"))
        #expect(days.map(\.text) == ["2026-05-01", "2026-05-04", "2026-05-11", "2026-05-18", "2026-05-25"])
        let yearly = try #require(Recurrence("FREQ=YEARLY;BYDAY=1MO,-1SU,FR;BYMONTHDAY=5,27,13"))
        let inYear = yearly.occurrences(from: try date("2026-01-01"), until: try date("2026-12-31"))
        #expect(
            inYear.map(\.text) == [
                "2026-01-05", "2026-02-13", "2026-02-27", "2026-03-13", "2026-03-27", "2026-06-05",
                "2026-11-13", "2026-11-27", "2026-12-27",
            ])
    }

    @Test("A day that a month or a year has not is passed over")
    func impossibleDays() throws {
        let monthly = try #require(Recurrence("FREQ=MONTHLY"))
        let days = monthly.occurrences(from: try date("2026-01-31"), count: 5)
        #expect(days.map(\.text) == ["2026-01-31", "2026-03-31", "2026-05-31", "2026-07-31", "2026-08-31"])
        let yearly = try #require(Recurrence("FREQ=YEARLY"))
        let leapDays = yearly.occurrences(from: try date("2088-02-29"), count: 4)
        #expect(leapDays.map(\.text) == ["2088-02-29", "2092-02-29", "2096-02-29", "2104-02-29"])
        #expect(yearly.lastDay(from: try date("2096-02-29"), until: try date("2103-12-31"))?.text == "2096-02-29")
    }

    @Test(
        "Rules that never or hardly ever match come to an end",
        arguments: [
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MONTHLY;BYMONTH=4;BYMONTHDAY=31",
            "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;BYDAY=MO;BYSETPOS=2", "FREQ=WEEKLY;BYDAY=MO;BYSETPOS=-2",
            "FREQ=MONTHLY;BYDAY=1MO;BYMONTHDAY=20", "FREQ=YEARLY;BYDAY=53MO;BYMONTHDAY=1",
            "FREQ=YEARLY;BYMONTH=1;BYDAY=MO;BYSETPOS=366", "FREQ=DAILY;INTERVAL=7;BYDAY=MO",
        ])
    func neverMatching(text: String) throws {
        let rule = try #require(Recurrence(text))
        // A Thursday.
        let start = try date("2026-01-01")
        #expect(Array(rule.occurrences(from: start)) == [])
        #expect(rule.lastDay(from: start, until: try date("9999-12-31")) == start)
        #expect(rule.lastDay(from: start, count: 1_000_000) == start)
        #expect(!rule.contains(start, from: start))
    }

    @Test("Rules without end stop at the limit, or with the last year")
    func limits() throws {
        let daily = try #require(Recurrence("FREQ=DAILY"))
        #expect(Array(daily.occurrences(from: try date("2026-01-01"))).count == Recurrence.limit)
        #expect(Array(daily.occurrences(from: try date("2026-01-01"), count: 90, limit: 7)).count == 7)
        #expect(daily.lastDay(from: try date("2026-01-01")) == nil)
        for text in ["FREQ=DAILY", "FREQ=DAILY;BYMONTH=12", "FREQ=WEEKLY", "FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=YEARLY"]
        {
            let rule = try #require(Recurrence(text))
            let days = Array(rule.occurrences(from: try date("9999-12-31")))
            #expect(days == [.last], "\(text)")
            #expect(Array(rule.occurrences(from: .first, limit: 3)).count == 3, "\(text)")
        }
        let wide = try #require(Recurrence("FREQ=YEARLY;INTERVAL=999999"))
        #expect(Array(wide.occurrences(from: try date("2026-01-01"))).count == 1)
        #expect(daily.lastDay(from: try date("2026-01-01"), count: 1_000_000)?.text == "4763-11-28")
        #expect(Array(daily.occurrences(from: try date("2026-01-02"), until: try date("2026-01-01"))) == [])
        #expect(Array(daily.occurrences(from: try date("2026-01-02"), count: 0)) == [])
    }

    @Test("A rule is printed in capitals, its parts in order, without what goes without saying")
    func text() {
        #expect(Recurrence("freq=weekly;byday=su,sa,fr")?.text == "FREQ=WEEKLY;BYDAY=FR,SA,SU")
        #expect(
            Recurrence("WKST=SU;BYSETPOS=-1,1;BYMONTH=12,1;BYMONTHDAY=-1,+3;BYDAY=-1SU,MO,2SU;INTERVAL=03;FREQ=YEARLY")?
                .text == "FREQ=YEARLY;INTERVAL=3;BYDAY=MO,-1SU,2SU;BYMONTHDAY=3,-1;BYMONTH=1,12;BYSETPOS=-1,1;WKST=SU")
        #expect(Recurrence("FREQ=DAILY;INTERVAL=1;WKST=MO")?.text == "FREQ=DAILY")
        #expect(Recurrence("FREQ=DAILY;BYDAY=MO,MO") == Recurrence("FREQ=DAILY;BYDAY=MO"))
    }

    @Test("What is outside the profile is refused, and the refusal names the part")
    func refusals() {
        #expect(fault("") == .empty)
        #expect(fault("INTERVAL=2") == .noFrequency)
        #expect(fault("FREQ=WEEKLY;UNTIL=20260614") == .keptApart("UNTIL=20260614"))
        #expect(fault("FREQ=WEEKLY;COUNT=4") == .keptApart("COUNT=4"))
        #expect(fault("FREQ=HOURLY") == .outsideProfile("FREQ=HOURLY"))
        #expect(fault("FREQ=DAILY;BYHOUR=9") == .outsideProfile("BYHOUR=9"))
        #expect(fault("FREQ=YEARLY;BYWEEKNO=20") == .outsideProfile("BYWEEKNO=20"))
        #expect(fault("FREQ=DAILY;X-NAME=1") == .unknown("X-NAME=1"))
        #expect(fault("FREQ=DAILY;FREQ=DAILY") == .repeated("FREQ=DAILY"))
        #expect(fault("FREQ=WEEKLY;BYDAY=1MO") == .numberedDay("BYDAY=1MO"))
        #expect(fault("FREQ=DAILY;byday=1mo") == .numberedDay("byday=1mo"))
        #expect(fault("FREQ=WEEKLY;BYMONTHDAY=1") == .monthDayOfWeek("BYMONTHDAY=1"))
        #expect(fault("FREQ=MONTHLY;BYSETPOS=1") == .positionAlone("BYSETPOS=1"))
        for part in ["FREQ=DAILY;", ";FREQ=DAILY", "FREQ", "FREQ=", "=DAILY", "RRULE:FREQ", "FREQ=DAILY;;WKST=MO"] {
            guard case .shape = fault(part) else {
                Issue.record("\(part)")
                continue
            }
        }
        #expect(fault("RRULE:FREQ=DAILY") == .unknown("RRULE:FREQ=DAILY"))
        for part in [
            "INTERVAL=0", "INTERVAL=-1", "INTERVAL=1000000", "INTERVAL=99999999999999999999", "INTERVAL=2 ", "BYDAY=XX",
            "BYDAY=M", "BYDAY=MO,", "BYDAY=,MO", "BYDAY=MO TU", "BYDAY=0MO", "BYDAY=54MO", "BYDAY=MON", "BYMONTHDAY=32",
            "BYMONTHDAY=0", "BYMONTHDAY=--1", "BYMONTH=13", "BYMONTH=-1", "BYMONTH=5L", "BYSETPOS=0", "BYSETPOS=367",
            "WKST=1MO", "WKST=XX", "BYMONTHDAY=1,,2", "BYDAY=-",
        ] {
            #expect(fault("FREQ=YEARLY;\(part)") == .value(part), "\(part)")
        }
        #expect(fault("FREQ=FORTNIGHTLY") == .value("FREQ=FORTNIGHTLY"))
    }
}
