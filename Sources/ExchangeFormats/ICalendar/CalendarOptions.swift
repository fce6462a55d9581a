/// What a calendar is to look like.
public struct CalendarOptions: Sendable {
    /// The calendar's language (BCP 47); nil for the first of the exchange's.
    public var language: String?
    /// Whether what iCalendar cannot say is left out, instead of riding in `X-COS-` lines.
    public var isLean = false
    /// How what is cancelled is said.
    public var cancelled = Cancelled.status

    /// A calendar in the first language of the exchange, with residue, and with its cancelled events.
    public init() {}

    /// How calendar programs are told that something is cancelled: they differ in what they understand.
    public enum Cancelled: String, CaseIterable, Sendable {
        /// `STATUS:CANCELLED`, which some programs hide and some strike through.
        case status
        /// A word before the title and no status, for programs that would hide it.
        case title
        /// Not at all: the event or the day is left out.
        case omit
    }
}
