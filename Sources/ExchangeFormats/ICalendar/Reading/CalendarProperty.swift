import ExchangeBytes
import ExchangeModel

/// The properties that a calendar of ours has; every other is somebody else's.
enum CalendarProperty: UInt8, CaseIterable, BitwiseCopyable {
    case begin, end
    case uid, stamp, recurrenceID, start, finish, duration, rule, exceptions, summary, description, location, point
    case status, transparency, categories, conference, sequence, url, lastModified, image, comment, data, record
    case version, product, scale, name, olderName, olderDescription, refreshInterval, olderInterval, olderTimeZone
    case other

    static let names = [
        "BEGIN", "END", "UID", "DTSTAMP", "RECURRENCE-ID", "DTSTART", "DTEND", "DURATION", "RRULE", "EXDATE", "SUMMARY",
        "DESCRIPTION", "LOCATION", "GEO", "STATUS", "TRANSP", "CATEGORIES", "CONFERENCE", "SEQUENCE", "URL",
        "LAST-MODIFIED", "IMAGE", "COMMENT", "X-COS-DATA", "X-COS-RECORD", "VERSION", "PRODID", "CALSCALE", "NAME",
        "X-WR-CALNAME", "X-WR-CALDESC", "REFRESH-INTERVAL", "X-PUBLISHED-TTL", "X-WR-TIMEZONE",
    ]
    private static let index = NameIndex(names)

    /// The property of a name in capitals.
    init(_ name: Bytes) {
        self = Self.index.find(name).flatMap { CalendarProperty(rawValue: UInt8($0)) } ?? .other
    }

    /// Its name.
    var name: String { self == .other ? "" : Self.names[Int(rawValue)] }

    /// Whether it says something of an event, for its VEVENT or one that replaces it on a day.
    var isOfEvent: Bool { CalendarProperty.uid.rawValue...CalendarProperty.record.rawValue ~= rawValue }

    /// Whether it says something of the calendar.
    var isOfCalendar: Bool {
        switch self {
        case .uid, .lastModified, .url, .description, .record: true
        default: CalendarProperty.version.rawValue...CalendarProperty.olderTimeZone.rawValue ~= rawValue
        }
    }
}

extension CalendarProperty {
    /// The property that a scanner's mark tells, if it tells one.
    @inline(__always)
    init?(mark: UInt8) {
        let known = mark & ~Self.foreignParameter
        guard known > 0 else { return nil }
        self.init(rawValue: known &- 1)
    }

    /// What a scanner is to keep of lines of the property: its number and one, and whether a parameter is none of ours.
    func mark(hasForeignParameter: Bool) -> UInt8 {
        rawValue &+ 1 | (hasForeignParameter ? Self.foreignParameter : 0)
    }

    static var foreignParameter: UInt8 { 0x80 }
}
