import ExchangeBytes
import ExchangeModel

/// When a slot or an override begins and ends, as far as a calendar can say it.
struct SlotTimes: BitwiseCopyable {
    let start: Moment
    /// Exclusive, and always after the start: for days the day behind the last.
    let end: Moment
    /// Whether the data gives no such end: none at all, one that cannot be read, or one that is not after the start.
    let isEndMadeUp: Bool

    /// The times of a start and an end as they are written; nil if the start cannot be read.
    init?(start: Bytes, end: Bytes?, in zone: Zone?) {
        guard let start = Moment(start) else { return nil }
        self.init(start: start, end: end.flatMap { Moment($0) }, in: zone)
    }

    /// The times of a start, and of an end that includes its day if it is a day.
    init?(start: Moment, end: Moment?, in zone: Zone?) {
        self.start = start
        switch (start, end) {
        case (.day(let first), .day(let last)?) where last >= first:
            guard let end = last.adding(days: 1) else { return nil }
            (self.end, isEndMadeUp) = (.day(end), false)
        case (.day(let first), _):
            guard let end = first.adding(days: 1) else { return nil }
            (self.end, isEndMadeUp) = (.day(end), true)
        case (.time(let first), .time(let last)?) where Self.ends(last, after: first, in: zone):
            (self.end, isEndMadeUp) = (.time(last), false)
        case (.time(let first), _):
            // The shortest time that every calendar program shows.
            guard let end = first.adding(seconds: 60) else { return nil }
            (self.end, isEndMadeUp) = (.time(end), true)
        }
    }

    /// Whether one time is later than another as an instant: clocks that are put forward may swallow what lies between.
    private static func ends(_ end: LocalDateTime, after start: LocalDateTime, in zone: Zone?) -> Bool {
        let seconds = end.seconds(since: start)
        guard seconds > 0, let zone, seconds <= zone.longestGap else { return seconds > 0 }
        return zone.instant(of: end) > zone.instant(of: start)
    }

    /// Whether it takes whole days.
    var isWholeDays: Bool {
        if case .day = start { true } else { false }
    }
}
