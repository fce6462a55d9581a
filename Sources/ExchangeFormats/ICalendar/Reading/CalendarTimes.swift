import ExchangeBytes
import ExchangeModel

/// A date or a time as a calendar spells it (RFC 5545 sections 3.3.4 and 3.3.5).
enum CalendarTime: Hashable {
    case day(LocalDate)
    /// In a zone that a parameter names, or in none.
    case local(LocalDateTime)
    case utc(LocalDateTime)

    /// `20260529`, `20260529T100000`, `20260529T080000Z`; seconds may be left out. Nil for anything else.
    init?(_ text: Bytes) {
        guard text.count >= 8, let digits = Self.digits(text.head),
            let date = LocalDate(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
        else { return nil }
        if text.count == 8 {
            self = .day(date)
            return
        }
        let isUTC = text[text.count - 1] | 0x20 == UInt8(ascii: "z")
        let count = isUTC ? text.count - 1 : text.count
        guard count == 15 || count == 13, text[8] | 0x20 == UInt8(ascii: "t") else { return nil }
        // The six digits, or four and no seconds, among as many noughts as make eight.
        let noughts: UInt64 = count == 15 ? 0x3030 : 0x3030_0000_0000_3030
        let spelling = text.dropping(9).prefix(count - 9).head << 16 | noughts
        guard let digits = Self.digits(spelling) else { return nil }
        // A leap second is read as the second before it.
        let second = digits % 100 == 60 ? 59 : digits % 100
        guard let time = LocalDateTime(date, hour: digits / 10_000, minute: digits / 100 % 100, second: second) else {
            return nil
        }
        self = isUTC ? .utc(time) : .local(time)
    }

    /// The number of eight digits, the first in the lowest octet; nil if they are none. Tens, hundreds and ten thousands
    /// are put together side by side in one word.
    private static func digits(_ spelling: UInt64) -> Int? {
        let digits = spelling ^ 0x3030_3030_3030_3030
        guard (digits &+ 0x7676_7676_7676_7676 | digits) & 0x8080_8080_8080_8080 == 0 else { return nil }
        let tens = (digits &* 10 &+ digits &>> 8) & 0x00FF_00FF_00FF_00FF
        let hundreds = (tens &* 100 &+ tens &>> 16) & 0x0000_FFFF_0000_FFFF
        return Int(truncatingIfNeeded: (hundreds &* 10_000 &+ hundreds &>> 32) & 0xFFFF_FFFF)
    }
}

/// A DURATION (RFC 5545 section 3.3.6): days, which the clocks may make longer or shorter, and seconds.
struct CalendarDuration: Hashable {
    var days = 0
    var seconds = 0

    /// `P7W`, `P1DT2H`, `PT30M`; nil for anything else.
    init?(_ text: Bytes) {
        var index = 0
        var isNegative = false
        if index < text.count, text[index] == UInt8(ascii: "+") || text[index] == UInt8(ascii: "-") {
            isNegative = text[index] == UInt8(ascii: "-")
            index += 1
        }
        guard index < text.count, text[index] == UInt8(ascii: "P") else { return nil }
        index += 1
        var (number, digits, isTime, parts) = (0, 0, false, 0)
        while index < text.count {
            let octet = text[index]
            index += 1
            if octet &- UInt8(ascii: "0") < 10 {
                (number, digits) = (10 * number + Int(octet &- UInt8(ascii: "0")), digits + 1)
                if digits > 9 { return nil }
                continue
            }
            if octet == UInt8(ascii: "T"), !isTime, digits == 0 {
                isTime = true
                continue
            }
            guard digits > 0 else { return nil }
            switch (octet, isTime) {
            case (UInt8(ascii: "W"), false): days += 7 * number
            case (UInt8(ascii: "D"), false): days += number
            case (UInt8(ascii: "H"), true): seconds += 3600 * number
            case (UInt8(ascii: "M"), true): seconds += 60 * number
            case (UInt8(ascii: "S"), true): seconds += number
            default: return nil
            }
            (number, digits, parts) = (0, 0, parts + 1)
        }
        guard digits == 0, parts > 0 else { return nil }
        if isNegative { (days, seconds) = (-days, -seconds) }
    }
}

/// What the times of a calendar are on the clocks of one zone.
struct CalendarClocks {
    var zones: ZoneDatabase
    /// The zone of the event at hand, if it is known.
    private(set) var zone: Zone?
    private var zoneName: [UInt8] = []

    init(_ zones: ZoneDatabase) { self.zones = zones }

    mutating func setZone(_ name: Bytes?) {
        // Most events are in the zone of the one before.
        if zone != nil, let name, name.equals(octets: zoneName) { return }
        zone = name.flatMap { zones.zone(named: $0) }
        zoneName = zone.map { Array($0.name.utf8) } ?? []
    }

    /// What a time is on the clocks of the event's zone; nil outside the years that the model knows.
    mutating func moment(_ time: CalendarTime, in name: Bytes?) -> Moment? {
        switch time {
        case .day(let date): return .day(date)
        case .utc(let utc):
            guard let zone else { return .time(utc) }
            let instant = Instant(utc, offset: 0)
            return instant.wallTime(offset: zone.offset(at: instant)).map { .time($0) }
        case .local(let local):
            guard let name, !name.isEmpty, let zone, !name.equals(octets: zoneName), let other = zones.zone(named: name)
            else {
                return .time(local)
            }
            let instant = other.instant(of: local)
            return instant.wallTime(offset: zone.offset(at: instant)).map { .time($0) }
        }
    }

    /// The end of a start that lasts so long, on the clocks of the event's zone (RFC 5545 section 3.3.6: days are as long
    /// as the clocks make them).
    func end(_ start: Moment, _ duration: CalendarDuration) -> Moment? {
        switch start {
        case .day(let date): return date.adding(days: duration.days).map { .day($0) }
        case .time(let time):
            guard let moved = LocalDateTime(wallSeconds: time.wallSeconds + 86_400 * duration.days) else { return nil }
            guard duration.seconds != 0 else { return .time(moved) }
            guard let zone else {
                return LocalDateTime(wallSeconds: moved.wallSeconds + duration.seconds).map { .time($0) }
            }
            let instant = Instant(seconds: zone.instant(of: moved).seconds + duration.seconds)
            return instant.wallTime(offset: zone.offset(at: instant)).map { .time($0) }
        }
    }
}

extension Bytes {
    /// Whether it is the UTF-8 of a text. Named, so that no literal is taken for a `String` by mistake.
    func equals(utf8 text: String) -> Bool {
        var text = text
        return text.withUTF8 { utf8 in
            guard utf8.count == count else { return false }
            for index in 0..<count where utf8[index] != self[index] { return false }
            return true
        }
    }
}
