/// The rule of a zone for all years to come, as POSIX spells it in `TZ` (RFC 9636 section 3.3): `CET-1CEST,M3.5.0,M10.5.0/3`.
struct PosixRule: Hashable, Sendable {
    let standard: LocalTimeType
    /// Nil where the clocks are never changed.
    let daylight: Daylight?

    struct Daylight: Hashable, Sendable {
        let type: LocalTimeType
        let start: Change
        let end: Change
    }

    /// A day of each year, and the second of the wall clock counted from the midnight it begins with.
    struct Change: Hashable, Sendable {
        let day: Day
        let time: Int

        enum Day: Hashable, Sendable {
            /// `Jn`: 1 to 365, where 29 February is never counted.
            case julian(Int)
            /// `n`: 0 to 365, where it is.
            case ordinal(Int)
            /// `Mm.w.d`: the w-th such weekday of a month, the last for 5; Sunday is 0.
            case weekday(month: Int, week: Int, day: Int)
        }
    }

    init(parsing octets: [UInt8]) throws(ZoneFault) {
        var cursor = Cursor(octets: octets)
        let name = try cursor.name()
        standard = LocalTimeType(offset: -(try cursor.time(limit: 25)), isDaylight: false, abbreviation: name)
        guard !cursor.isAtEnd else {
            daylight = nil
            return
        }
        let daylightName = try cursor.name()
        var offset = standard.offset + 3600
        if !cursor.isAt(UInt8(ascii: ",")) { offset = -(try cursor.time(limit: 25)) }
        let type = LocalTimeType(offset: offset, isDaylight: true, abbreviation: daylightName)
        let start = try cursor.change()
        let end = try cursor.change()
        guard cursor.isAtEnd else { throw .rule }
        daylight = Daylight(type: type, start: start, end: end)
    }

    /// The seconds since 1970 at which a year's two changes happen, in no order.
    func changes(in year: Int) -> (start: Int, end: Int)? {
        guard let daylight else { return nil }
        return (
            daylight.start.wallSeconds(in: year) - standard.offset,
            daylight.end.wallSeconds(in: year) - daylight.type.offset
        )
    }
}

extension PosixRule.Change {
    /// Seconds since 1970 on the wall clock that is to be changed.
    func wallSeconds(in year: Int) -> Int {
        let newYear = LocalDate.dayNumber(year: year, month: 1, day: 1)
        switch day {
        case .julian(let number):
            let skipsLeapDay = number >= 60 && LocalDate.isLeap(year)
            return (newYear + number - (skipsLeapDay ? 0 : 1)) * 86_400 + time
        case .ordinal(let number):
            return (newYear + number) * 86_400 + time
        case .weekday(let month, let week, let day):
            let first = LocalDate.dayNumber(year: year, month: month, day: 1)
            // 1970-01-01 was a Thursday, which is 4.
            let weekdayOfFirst = ((first + 4) % 7 + 7) % 7
            var index = (day - weekdayOfFirst + 7) % 7 + 7 * (week - 1)
            if index >= LocalDate.days(inMonth: month, of: year) { index -= 7 }
            return (first + index) * 86_400 + time
        }
    }
}

extension PosixRule {
    /// Where in the rule the reading has come to.
    private struct Cursor {
        let octets: [UInt8]
        var index = 0

        var isAtEnd: Bool { index == octets.count }
        func isAt(_ octet: UInt8) -> Bool { index < octets.count && octets[index] == octet }

        mutating func skip(_ octet: UInt8) -> Bool {
            guard isAt(octet) else { return false }
            index += 1
            return true
        }

        /// Three letters or more, or letters, digits and signs between angle brackets.
        mutating func name() throws(ZoneFault) -> String {
            let isQuoted = skip(UInt8(ascii: "<"))
            let start = index
            while index < octets.count {
                let octet = octets[index]
                let isLetter = UInt8(ascii: "a")...UInt8(ascii: "z") ~= octet | 0x20
                let isSign = octet == UInt8(ascii: "+") || octet == UInt8(ascii: "-")
                let isDigit = UInt8(ascii: "0")...UInt8(ascii: "9") ~= octet
                guard isLetter || isQuoted && (isSign || isDigit) else { break }
                index += 1
            }
            let name = String(decoding: octets[start..<index], as: UTF8.self)
            guard 3...30 ~= index - start, !isQuoted || skip(UInt8(ascii: ">")) else { throw .rule }
            return name
        }

        /// A number of at most three digits and at most the limit.
        mutating func number(_ range: ClosedRange<Int>) throws(ZoneFault) -> Int {
            let start = index
            var number = 0
            while index < octets.count, index < start + 3, UInt8(ascii: "0")...UInt8(ascii: "9") ~= octets[index] {
                number = 10 * number + Int(octets[index] - UInt8(ascii: "0"))
                index += 1
            }
            guard index > start, range ~= number else { throw .rule }
            return number
        }

        /// `[+-]hh[:mm[:ss]]` in seconds.
        mutating func time(limit hours: Int) throws(ZoneFault) -> Int {
            let isNegative = skip(UInt8(ascii: "-"))
            if !isNegative { _ = skip(UInt8(ascii: "+")) }
            var seconds = 3600 * (try number(0...hours))
            if skip(UInt8(ascii: ":")) {
                seconds += 60 * (try number(0...59))
                if skip(UInt8(ascii: ":")) { seconds += try number(0...59) }
            }
            return isNegative ? -seconds : seconds
        }

        /// `,date[/time]`, where the time may be up to a week away (RFC 9636 section 3.3.1) and is 02:00 if untold.
        mutating func change() throws(ZoneFault) -> Change {
            guard skip(UInt8(ascii: ",")) else { throw .rule }
            let day: Change.Day
            if skip(UInt8(ascii: "M")) {
                let month = try number(1...12)
                guard skip(UInt8(ascii: ".")) else { throw .rule }
                let week = try number(1...5)
                guard skip(UInt8(ascii: ".")) else { throw .rule }
                day = .weekday(month: month, week: week, day: try number(0...6))
            } else if skip(UInt8(ascii: "J")) {
                day = .julian(try number(1...365))
            } else {
                day = .ordinal(try number(0...365))
            }
            return Change(day: day, time: skip(UInt8(ascii: "/")) ? try time(limit: 167) : 7200)
        }
    }
}
