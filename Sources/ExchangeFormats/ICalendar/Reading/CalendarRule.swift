import ExchangeBytes
import ExchangeModel

/// An RRULE (RFC 5545 section 3.3.10), and apart from it what ends it.
struct CalendarRule: Equatable {
    /// As the model spells it, or as it stands there if the model knows no such rule.
    let rule: String
    let count: String?
    private let end: CalendarTime?
    /// Whether it ends in a way that cannot be read.
    let isOdd: Bool

    init(_ text: Bytes) {
        var known = KnownRules()
        self.init(text, &known)
    }

    /// The rule of a text, whose parts but its end may have been met before.
    init(_ text: Bytes, _ known: inout KnownRules) {
        var rest = ByteBuffer(capacity: text.count)
        var (count, end, isOdd) = (String?.none, CalendarTime?.none, false)
        Self.eachPart(of: text) { part in
            switch part.count < 6 ? 0 : part.head & 0xFFDF_DFDF_DFDF {
            case Self.count:
                isOdd = isOdd || count != nil
                var digits = part.dropping(6)
                while !digits.isEmpty, digits[0] == UInt8(ascii: "0") { digits = digits.dropping(1) }
                count = digits.text
                isOdd = isOdd || digits.isEmpty || digits.count > 15
                for index in 0..<digits.count where digits[index] &- UInt8(ascii: "0") > 9 { isOdd = true }
            case Self.until:
                isOdd = isOdd || end != nil
                end = CalendarTime(part.dropping(6))
                isOdd = isOdd || end == nil
            default:
                if !rest.isEmpty { rest.append(";") }
                rest.append(part)
            }
        }
        rule = known.rule(rest.bytes).text
        (self.count, self.end, self.isOdd) = isOdd ? (nil, nil, true) : (count, end, false)
    }

    /// `COUNT=` and `UNTIL=` as `head` shows them in capitals.
    private static let count: UInt64 = 0x3D54_4E55_4F43
    private static let until: UInt64 = 0x3D4C_4954_4E55

    /// Hands over what stands between semicolons, unless that is nothing.
    private static func eachPart(of text: Bytes, _ body: (Bytes) -> Void) {
        var begin = 0
        for index in 0...text.count where index == text.count || text[index] == UInt8(ascii: ";") {
            if index > begin { body(Bytes(start: text.start + begin, count: index - begin)) }
            begin = index + 1
        }
    }

    /// The last moment: a day if it is the last second of one, on the clocks of the event.
    mutating func until(_ clocks: inout CalendarClocks, isWholeDays: Bool) -> Moment? {
        guard let end, let moment = clocks.moment(end, in: nil) else { return nil }
        guard case .time(let time) = moment else { return moment }
        return time == LocalDateTime(endOf: time.date) || isWholeDays ? .day(time.date) : moment
    }

    static func == (left: CalendarRule, right: CalendarRule) -> Bool {
        left.rule == right.rule && left.count == right.count && left.end == right.end && left.isOdd == right.isOdd
    }
}
