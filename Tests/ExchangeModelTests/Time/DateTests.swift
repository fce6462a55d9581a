import ExchangeBytes
import ExchangeModel
import Testing

/// A generator whose cases come out the same on every machine.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}

/// What a text is refused for as a date, or nil if it is one.
private func dateFault(_ text: String) -> TimeFault? {
    var buffer = ByteBuffer()
    buffer.append(utf8: text)
    do { _ = try LocalDate(parsing: buffer.bytes) } catch { return error }
    return nil
}

private func timeFault(_ text: String) -> TimeFault? {
    var buffer = ByteBuffer()
    buffer.append(utf8: text)
    do { _ = try LocalDateTime(parsing: buffer.bytes) } catch { return error }
    return nil
}

private func instantFault(_ text: String) -> TimeFault? {
    var buffer = ByteBuffer()
    buffer.append(utf8: text)
    do { _ = try Instant(parsing: buffer.bytes) } catch { return error }
    return nil
}

@Suite("Dates and times")
struct DateTests {
    @Test("Every day from year 1 to 9999 is counted, written and read back")
    func everyDay() {
        var day = LocalDate.first.dayNumber
        var (year, month, dayOfMonth, weekday) = (1, 1, 1, Weekday.monday.rawValue)
        while year < 10_000 {
            guard let date = LocalDate(year: year, month: month, day: dayOfMonth), date.dayNumber == day,
                LocalDate(dayNumber: day) == date, date.weekday.rawValue == weekday
            else {
                Issue.record("\(year)-\(month)-\(dayOfMonth)")
                return
            }
            if day % 97 == 0 { #expect(LocalDate(date.text) == date) }
            day += 1
            weekday = (weekday + 1) % 7
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            let length = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
            dayOfMonth += 1
            if dayOfMonth > length { (month, dayOfMonth) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
        }
        #expect(day == LocalDate.last.dayNumber + 1)
        #expect(LocalDate(dayNumber: day) == nil)
        #expect(LocalDate(dayNumber: LocalDate.first.dayNumber - 1) == nil)
        #expect(LocalDate.last.adding(days: 1) == nil)
        #expect(LocalDate.last.adding(days: .max) == nil)
    }

    @Test("A date that no calendar has is refused, and the refusal says why")
    func impossibleDates() {
        #expect(dateFault("2026-06-31") == .day(31, month: 6, year: 2026))
        #expect(dateFault("2026-06-31")?.description == "June has 30 days")
        #expect(dateFault("2026-02-29")?.description == "February 2026 has 28 days")
        #expect(dateFault("1900-02-29")?.description == "February 1900 has 28 days")
        #expect(dateFault("2000-02-29") == nil)
        #expect(dateFault("2026-00-10") == .month(0))
        #expect(dateFault("2026-13-10") == .month(13))
        #expect(dateFault("2026-01-00")?.description == "days are counted from 01")
        #expect(dateFault("0000-01-01") == .year)
        for text in [
            "", "2026", "2026-6-01", "26-06-01", "2026/06/01", "2026-06-1 ", "２026-06", " 2026-06-0", "20260601",
            "+026-06-01",
        ] {
            #expect(dateFault(text) == .shape(.date), "\(text)")
        }
    }

    @Test("A time that no clock shows is refused, and the refusal says why")
    func impossibleTimes() {
        #expect(timeFault("2026-05-29T24:00") == .hour(24))
        #expect(timeFault("2026-05-29T23:60") == .minute(60))
        #expect(timeFault("2026-06-30T23:59:60") == .second(60))
        #expect(timeFault("2026-06-31T10:00") == .day(31, month: 6, year: 2026))
        #expect(timeFault("2026-05-29T10:00Z") == .offset)
        #expect(timeFault("2026-05-29T10:00:00+02:00") == .offset)
        #expect(timeFault("2026-05-29T10:00:00.5") == .fraction)
        for text in [
            "2026-05-29", "2026-05-29 10:00", "2026-05-29t10:00", "2026-05-29T10.00", "2026-05-29T1000",
            "2026-05-29T10:00:0",
        ] {
            #expect(timeFault(text) == .shape(.dateTime), "\(text)")
        }
        #expect(LocalDateTime("2026-05-29T10:00:00")?.text == "2026-05-29T10:00")
        #expect(LocalDateTime("2026-05-29T10:00:07")?.text == "2026-05-29T10:00:07")
    }

    @Test("An instant ends in Z and has whole seconds")
    func instants() {
        #expect(Instant("1970-01-01T00:00:00Z")?.seconds == 0)
        #expect(Instant("2001-09-09T01:46:40Z")?.seconds == 1_000_000_000)
        #expect(Instant("2026-05-29T08:00Z")?.text == "2026-05-29T08:00:00Z")
        #expect(Instant("0001-01-01T00:00:00Z")?.seconds == -62_135_596_800)
        #expect(instantFault("2026-05-29T08:00:00.25Z") == .fraction)
        #expect(instantFault("2026-05-29T08:00:00+02:00") == .notUTC)
        #expect(instantFault("2026-05-29T08:00:00") == .notUTC)
        #expect(instantFault("2026-05-29T08:00") == .notUTC)
        #expect(instantFault("2026-05-29T08:00:61Z") == .second(61))
        #expect(instantFault("2026-05-29") == .shape(.instant))
        #expect(Instant(seconds: .max).text == "@9223372036854775807")
        #expect(Instant(seconds: .max).wallTime(offset: 7200) == nil)
    }

    @Test("A moment is a day or a time, as its form says")
    func moments() {
        #expect(Moment("2026-05-29") == LocalDate("2026-05-29").map(Moment.day))
        #expect(Moment("2026-05-29T10:00") == LocalDateTime("2026-05-29T10:00").map(Moment.time))
        #expect(Moment("2026-05-29T") == nil)
        #expect(Moment("2026-05-29T10:00:30")?.text == "2026-05-29T10:00:30")
    }

    @Test("iCalendar has the digits alone")
    func basicForm() {
        var buffer = ByteBuffer()
        LocalDate("2026-05-09")?.append(to: &buffer, as: .basic)
        buffer.append(UInt8(ascii: " "))
        LocalDateTime("2026-05-29T09:05")?.append(to: &buffer, as: .basic)
        buffer.append(UInt8(ascii: " "))
        Instant("2026-05-29T08:00:01Z")?.append(to: &buffer, as: .basic)
        #expect(buffer.bytes.text == "20260509 20260529T090500 20260529T080001Z")
    }

    @Test("Seconds of the wall clock lead back to the time, before 1970 too")
    func wallSeconds() throws {
        var random = SplitMix(state: 1)
        for _ in 0..<20_000 {
            let seconds = Int.random(in: -62_135_596_800...253_402_300_799, using: &random)
            let time = try #require(LocalDateTime(wallSeconds: seconds))
            #expect(time.wallSeconds == seconds)
            #expect(LocalDateTime(time.text) == time)
        }
        #expect(LocalDateTime(wallSeconds: -1)?.text == "1969-12-31T23:59:59")
        #expect(LocalDateTime(wallSeconds: 253_402_300_800) == nil)
        #expect(LocalDateTime(wallSeconds: .min) == nil)
    }

    @Test("Earlier sorts before later")
    func order() throws {
        let texts = ["0001-01-01", "1969-12-31", "1970-01-01", "2026-01-31", "2026-02-01", "9999-12-31"]
        let dates = try texts.map { try #require(LocalDate($0)) }
        #expect(dates.shuffled().sorted() == dates)
        let times = try ["2026-05-29T10:00", "2026-05-29T10:00:01", "2026-05-30T00:00"].map {
            try #require(LocalDateTime($0))
        }
        #expect(times.reversed().sorted() == times)
    }

    @Test("One octet changed makes another date or none, whatever octet it is")
    func oneOctetChanged() {
        for good in ["2026-05-29", "2026-05-29T10:00", "2026-05-29T10:00:59", "2026-05-29T10:00:59Z"] {
            let octets = Array(good.utf8)
            for index in octets.indices {
                for octet in UInt8.min...UInt8.max {
                    var changed = octets
                    changed[index] = octet
                    var buffer = ByteBuffer()
                    buffer.append(contentsOf: changed)
                    let text = Moment(buffer.bytes)?.text ?? Instant(buffer.bytes)?.text
                    if let text { #expect(Array(text.utf8) == changed) }
                    let isDigit = UInt8(ascii: "0")...UInt8(ascii: "9") ~= octet
                    if octet != octets[index], !isDigit { #expect(text == nil) }
                }
            }
        }
    }
}
