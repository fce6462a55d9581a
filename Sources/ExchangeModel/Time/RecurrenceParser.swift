import ExchangeBytes

extension Recurrence {
    /// The rule of that text (RFC 5545 section 3.3.10): parts in any order, capitals or not.
    public init(parsing bytes: Bytes) throws(RecurrenceFault) {
        self.init()
        guard !bytes.isEmpty else { throw .empty }
        var parser = RecurrenceParser()
        var start = 0
        while start <= bytes.count {
            var end = start
            while end < bytes.count, bytes[end] != UInt8(ascii: ";") { end += 1 }
            let part = Bytes(start: bytes.start + start, count: end - start)
            try parser.read(part, into: &self)
            start = end + 1
        }
        guard parser.seen & RecurrenceParser.Part.frequency.bit != 0 else { throw .noFrequency }
        try check(bytes)
    }

    /// What no part can tell by itself.
    private func check(_ bytes: Bytes) throws(RecurrenceFault) {
        if !numberedDays.isEmpty, frequency == .daily || frequency == .weekly {
            throw .numberedDay(Self.part("BYDAY", of: bytes))
        }
        if hasMonthDays, frequency == .weekly { throw .monthDayOfWeek(Self.part("BYMONTHDAY", of: bytes)) }
        if !positions.isEmpty, !hasDays, !hasMonthDays, monthBits == 0 {
            throw .positionAlone(Self.part("BYSETPOS", of: bytes))
        }
    }

    /// The part of a name, as written.
    private static func part(_ name: String, of bytes: Bytes) -> String {
        let parts = bytes.text.split(separator: ";")
        return parts.first { $0.uppercased().hasPrefix(name + "=") }.map(String.init) ?? name
    }
}

/// Reads the parts of a rule one by one.
struct RecurrenceParser {
    enum Part: UInt8 {
        case frequency, interval, days, monthDays, months, positions, weekStart

        var bit: UInt8 { 1 << rawValue }
    }

    /// A bit for each part that has been read.
    private(set) var seen: UInt8 = 0

    mutating func read(_ text: Bytes, into rule: inout Recurrence) throws(RecurrenceFault) {
        guard let (name, value) = Self.split(text) else { throw .shape(text.text) }
        guard let part = try Self.part(name, text) else { throw .unknown(text.text) }
        guard seen & part.bit == 0 else { throw .repeated(text.text) }
        seen |= part.bit
        guard try read(part, value, text, into: &rule) else { throw .value(text.text) }
    }

    private static func split(_ text: Bytes) -> (name: Bytes, value: Bytes)? {
        var sign = 0
        while sign < text.count, text[sign] != UInt8(ascii: "=") { sign += 1 }
        guard sign > 0, sign + 1 < text.count else { return nil }
        return (Bytes(start: text.start, count: sign), text.dropping(sign + 1))
    }

    private static func part(_ name: Bytes, _ text: Bytes) throws(RecurrenceFault) -> Part? {
        if name.isWord("FREQ") { return .frequency }
        if name.isWord("BYDAY") { return .days }
        if name.isWord("INTERVAL") { return .interval }
        if name.isWord("BYMONTHDAY") { return .monthDays }
        if name.isWord("BYMONTH") { return .months }
        if name.isWord("BYSETPOS") { return .positions }
        if name.isWord("WKST") { return .weekStart }
        if name.isWord("UNTIL") || name.isWord("COUNT") { throw .keptApart(text.text) }
        let others: [StaticString] = ["BYSECOND", "BYMINUTE", "BYHOUR", "BYYEARDAY", "BYWEEKNO", "RSCALE", "SKIP"]
        if others.contains(where: name.isWord) { throw .outsideProfile(text.text) }
        return nil
    }

    /// Whether the value is one that the part may have.
    private func read(
        _ part: Part, _ value: Bytes, _ text: Bytes, into rule: inout Recurrence
    ) throws(RecurrenceFault) -> Bool {
        switch part {
        case .frequency:
            if value.isWord("WEEKLY") { rule.frequency = .weekly; return true }
            if value.isWord("DAILY") { rule.frequency = .daily; return true }
            if value.isWord("MONTHLY") { rule.frequency = .monthly; return true }
            if value.isWord("YEARLY") { rule.frequency = .yearly; return true }
            let others: [StaticString] = ["SECONDLY", "MINUTELY", "HOURLY"]
            if others.contains(where: value.isWord) { throw .outsideProfile(text.text) }
            return false
        case .interval:
            guard let (interval, count) = Self.number(value), count == value.count, interval > 0 else { return false }
            rule.interval = interval
            return true
        case .weekStart:
            guard value.count == 2, let day = Self.weekday(value) else { return false }
            rule.weekStart = day
            return true
        case .days: return Self.days(value, into: &rule)
        case .monthDays:
            return Self.numbers(value, 31) { number in
                if number > 0 { rule.daysFromStart |= 1 << UInt32(number - 1) }
                if number < 0 { rule.daysFromEnd |= 1 << UInt32(-number - 1) }
            }
        case .months:
            return Self.numbers(value, 12, isSigned: false) { rule.monthBits |= 1 << UInt16($0) }
        case .positions:
            let isRead = Self.numbers(value, 366) { number in
                if !rule.positions.contains(number) { rule.positions.append(number) }
            }
            rule.positions.sort()
            return isRead
        }
    }

    // MARK: Values

    /// Weekdays behind numbers of at most 53, between commas.
    private static func days(_ list: Bytes, into rule: inout Recurrence) -> Bool {
        var rest = list
        while true {
            var ordinal = 0
            if let (number, count) = signedNumber(rest) {
                guard number != 0, abs(number) <= 53 else { return false }
                ordinal = number
                rest = rest.dropping(count)
            }
            guard let weekday = weekday(rest) else { return false }
            if ordinal == 0 {
                rule.weekdays |= 1 << UInt8(weekday.rawValue)
            } else {
                let day = Recurrence.Day(ordinal: ordinal, weekday: weekday)
                if !rule.numberedDays.contains(day) { rule.numberedDays.append(day) }
            }
            rest = rest.dropping(2)
            if rest.isEmpty { break }
            guard rest[0] == UInt8(ascii: ",") else { return false }
            rest = rest.dropping(1)
        }
        rule.numberedDays.sort()
        return true
    }

    /// Numbers from 1 to a limit, or below nought from the end, between commas.
    private static func numbers(_ list: Bytes, _ limit: Int, isSigned: Bool = true, _ body: (Int) -> Void) -> Bool {
        var rest = list
        while true {
            guard let (number, count) = isSigned ? signedNumber(rest) : number(rest), number != 0, abs(number) <= limit
            else { return false }
            body(number)
            rest = rest.dropping(count)
            if rest.isEmpty { return true }
            guard rest[0] == UInt8(ascii: ",") else { return false }
            rest = rest.dropping(1)
        }
    }

    /// A number with or without a sign, and how many octets it takes.
    private static func signedNumber(_ bytes: Bytes) -> (number: Int, count: Int)? {
        guard let sign = bytes.isEmpty ? nil : bytes[0] else { return nil }
        guard sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") else { return number(bytes) }
        guard let (number, count) = number(bytes.dropping(1)) else { return nil }
        return (sign == UInt8(ascii: "-") ? -number : number, count + 1)
    }

    /// A number of at most six digits, and how many there are.
    private static func number(_ bytes: Bytes) -> (number: Int, count: Int)? {
        var (number, count) = (0, 0)
        while count < bytes.count, UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[count] {
            number = 10 * number + Int(bytes[count] - UInt8(ascii: "0"))
            count += 1
            if count > 6 { return nil }
        }
        return count > 0 ? (number, count) : nil
    }

    /// The weekday of the first two letters.
    private static func weekday(_ bytes: Bytes) -> Weekday? {
        guard bytes.count >= 2 else { return nil }
        switch (bytes[0] & 0xDF, bytes[1] & 0xDF) {
        case (UInt8(ascii: "M"), UInt8(ascii: "O")): return .monday
        case (UInt8(ascii: "T"), UInt8(ascii: "U")): return .tuesday
        case (UInt8(ascii: "W"), UInt8(ascii: "E")): return .wednesday
        case (UInt8(ascii: "T"), UInt8(ascii: "H")): return .thursday
        case (UInt8(ascii: "F"), UInt8(ascii: "R")): return .friday
        case (UInt8(ascii: "S"), UInt8(ascii: "A")): return .saturday
        case (UInt8(ascii: "S"), UInt8(ascii: "U")): return .sunday
        default: return nil
        }
    }
}

extension Bytes {
    /// Whether it is a word of capitals, in capitals or not.
    func isWord(_ word: StaticString) -> Bool {
        guard count == word.utf8CodeUnitCount else { return false }
        return (0..<count).allSatisfy { self[$0] & 0xDF == word.utf8Start[$0] }
    }
}
