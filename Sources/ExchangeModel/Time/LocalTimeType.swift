/// What the clocks of a zone show for a while: how far they are from UTC, and what that is called.
public struct LocalTimeType: Hashable, Sendable {
    /// Seconds ahead of UTC; negative west of it.
    public let offset: Int
    /// Whether the database calls it daylight saving time. Dublin's is the winter.
    public let isDaylight: Bool
    /// `CET`, or `+01` where the zone has no name for it.
    public let abbreviation: String

    /// A type of local time.
    public init(offset: Int, isDaylight: Bool, abbreviation: String) {
        self.offset = offset
        self.isDaylight = isDaylight
        self.abbreviation = abbreviation
    }
}

/// A change from one type of local time to another.
public struct ZoneTransition: Hashable, Sendable {
    /// The first second of the new type.
    public let instant: Instant
    /// What the clocks showed until then.
    public let before: LocalTimeType
    /// What they show from then on.
    public let after: LocalTimeType

    /// What the clock would have shown at that instant had nothing been changed (RFC 5545 section 3.6.5 calls it the
    /// onset), or nil outside the years 0001 to 9999.
    public var onset: LocalDateTime? { instant.wallTime(offset: before.offset) }
}
