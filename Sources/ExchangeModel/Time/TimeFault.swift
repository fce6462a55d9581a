/// Why a run of octets is no date, no local time or no instant.
public enum TimeFault: Error, Hashable, Sendable {
    /// What was expected.
    public enum Shape: Hashable, Sendable {
        case date, dateTime, moment, instant
    }

    /// Not the digits and signs in their places.
    case shape(Shape)
    /// There is no year 0 (years go from 0001 to 9999).
    case year
    /// No month has this number.
    case month(Int)
    /// The month has fewer days than that in that year.
    case day(Int, month: Int, year: Int)
    /// Hours go from 00 to 23; 24:00 is 00:00 of the next day.
    case hour(Int)
    /// Minutes go from 00 to 59.
    case minute(Int)
    /// Seconds go from 00 to 59; leap seconds cannot be told.
    case second(Int)
    /// Seconds are whole.
    case fraction
    /// A local time with a `Z` or an offset, which the zone's name stands for.
    case offset
    /// An instant without its `Z`, or with an offset in its place.
    case notUTC
}

extension TimeFault: CustomStringConvertible {
    /// One sentence without its full stop: `June has 30 days`.
    public var description: String {
        switch self {
        case .shape(.date): "a date is written YYYY-MM-DD"
        case .shape(.dateTime): "a local time is written YYYY-MM-DDTHH:MM or YYYY-MM-DDTHH:MM:SS"
        case .shape(.moment): "write YYYY-MM-DD for a whole day, or YYYY-MM-DDTHH:MM for a time"
        case .shape(.instant): "an instant is written YYYY-MM-DDTHH:MM:SSZ"
        case .year: "there is no year 0000"
        case .month(let month): "there is no month \(month < 10 ? "0" : "")\(month)"
        case .day(0, month: _, year: _): "days are counted from 01"
        case .day(_, month: 2, let year): "February \(year) has \(LocalDate.days(inMonth: 2, of: year)) days"
        case .day(_, let month, let year):
            "\(Self.name(of: month)) has \(LocalDate.days(inMonth: month, of: year)) days"
        case .hour(24): "hours go from 00 to 23; write 00:00 of the next day for 24:00"
        case .hour: "hours go from 00 to 23"
        case .minute: "minutes go from 00 to 59"
        case .second(60): "seconds go from 00 to 59; a leap second cannot be told"
        case .second: "seconds go from 00 to 59"
        case .fraction: "seconds are whole"
        case .offset: "a local time has neither Z nor an offset; the zone's name tells it"
        case .notUTC: "an instant is in UTC and ends in Z"
        }
    }

    private static func name(of month: Int) -> String {
        let names = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        return names.indices.contains(month - 1) ? names[month - 1] : "the month"
    }
}
