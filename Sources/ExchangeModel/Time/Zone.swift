import ExchangeBytes

/// The rules of a time zone: how far its clocks are from UTC, at every instant past and to come.
///
/// Seconds of UTC, without leap seconds. Look-ups cost a search in a flat run and take no lock.
public final class Zone: Sendable {
    /// The name it was asked for by, as written: a link is not followed to another name.
    public let name: String
    /// The rule for the years behind the last transition that the database lists, as POSIX spells it in `TZ`; empty if
    /// it has none.
    public let rule: String
    private let table: ZoneTable
    /// By how many seconds the clocks have been, or will be, put forward at most: the longest gap.
    public let longestGap: Int

    /// A zone from the octets of a TZif file (RFC 9636, versions 1 to 4).
    public init(name: String, tzif octets: [UInt8]) throws(ZoneFault) {
        let file = try TZif(parsing: octets)
        self.name = name
        rule = String(decoding: file.footer, as: UTF8.self)
        table = try ZoneTable(file)
        longestGap = table.longestGap
    }

    /// A zone that follows one rule at all times, spelt as POSIX does it: `EET-2EEST,M4.5.5/0,M10.5.4/24`.
    public init(name: String, rule: String) throws(ZoneFault) {
        self.name = name
        self.rule = rule
        table = ZoneTable(try PosixRule(parsing: Array(rule.utf8)))
        longestGap = table.longestGap
    }

    // MARK: From UTC to the wall clock

    /// Seconds that the clocks are ahead of UTC at an instant; negative west of it.
    public func offset(at instant: Instant) -> Int {
        Int(table.entry(table.index(at: table.reduced(instant.seconds))).offset)
    }

    /// What the clocks show at an instant, and what it is called.
    public func type(at instant: Instant) -> LocalTimeType {
        type(table.entry(table.index(at: table.reduced(instant.seconds))))
    }

    private func type(_ entry: ZoneTable.Entry) -> LocalTimeType { table.types[Int(entry.type)] }

    // MARK: From the wall clock to UTC

    /// How often the clocks of a zone show a local time.
    public enum Resolution: Hashable, Sendable {
        /// Once, so many seconds ahead of UTC.
        case unique(offset: Int)
        /// Never: at that instant the clocks are put forward from one offset to the other, past this time.
        case gap(before: Int, after: Int, transition: Instant)
        /// Twice, because the clocks are put back: first at one offset, then at the other.
        case overlap(first: Int, second: Int)

        /// The offset that iCalendar means (RFC 5545 section 3.3.5): in a gap the one before it, in an overlap the
        /// first.
        public var offset: Int {
            switch self {
            case .unique(let offset), .gap(let offset, _, _), .overlap(let offset, _): offset
            }
        }
    }

    /// More than any clock is from UTC, in seconds.
    private static let widest = 26 * 3600

    /// How often the clocks show a local time, and at which offsets from UTC.
    public func resolve(_ time: LocalDateTime) -> Resolution {
        let wall = time.wallSeconds
        let reduced = table.reduced(wall)
        let earliest = table.index(at: reduced - Self.widest)
        var index = earliest
        var first: Int?
        while true {
            let entry = table.entry(index)
            let (offset, end) = (Int(entry.offset), table.end(index))
            if reduced - offset >= entry.start, reduced - offset < end {
                if let first { return .overlap(first: first, second: offset) }
                first = offset
            }
            if end > reduced + Self.widest { break }
            index += 1
        }
        if let first { return .unique(offset: first) }

        // Every clock change before this one is past when the old clock shows the time; the gap's is the last of them.
        var gap = index
        while gap > earliest + 1, table.entry(gap).start + Int(table.entry(gap - 1).offset) > reduced { gap -= 1 }
        return .gap(
            before: Int(table.entry(gap - 1).offset), after: Int(table.entry(gap).offset),
            transition: Instant(seconds: table.entry(gap).start + wall - reduced))
    }

    /// Seconds that the clocks are ahead of UTC when they show a local time: in a gap as before it, in an overlap as the
    /// first time (RFC 5545 section 3.3.5).
    public func offset(of time: LocalDateTime) -> Int { resolve(time).offset }

    /// When the clocks show a local time: in a gap by the offset before it, in an overlap the first time (RFC 5545
    /// section 3.3.5).
    public func instant(of time: LocalDateTime) -> Instant { Instant(time, offset: offset(of: time)) }

    // MARK: Transitions

    /// The changes of offset, name or daylight saving within a range, in order, to the second; none behind year 9999.
    public func transitions(in range: Range<Instant>) -> [ZoneTransition] {
        let years = -62_135_596_800..<253_402_300_800
        let seconds = (range.lowerBound.seconds..<range.upperBound.seconds).clamped(to: years)
        var transitions: [ZoneTransition] = []
        var time = seconds.lowerBound
        while time < seconds.upperBound, let next = transition(from: time), next.instant.seconds < seconds.upperBound {
            transitions.append(next)
            time = next.instant.seconds + 1
        }
        return transitions
    }

    /// The last change before an instant, or nil if there is none.
    func transition(before instant: Instant) -> ZoneTransition? {
        let latest = instant.seconds &- 1
        let reduced = table.reduced(latest)
        let index = table.index(at: reduced)
        return index < 0 ? nil : transition(index, shift: latest &- reduced)
    }

    private func transition(from time: Int) -> ZoneTransition? {
        let reduced = table.reduced(time)
        let index = table.index(at: reduced - 1) + 1
        return index < table.entries.count ? transition(index, shift: time - reduced) : nil
    }

    private func transition(_ index: Int, shift: Int) -> ZoneTransition {
        ZoneTransition(
            instant: Instant(seconds: table.entry(index).start + shift), before: type(table.entry(index - 1)),
            after: type(table.entry(index)))
    }
}
