/// Why a file or a rule tells no zone (RFC 9636).
public enum ZoneFault: Error, Hashable, Sendable {
    /// It does not begin as TZif files do, or has a version that is not known.
    case notTZif
    /// It ends before what its header announces, or announces more than any zone needs.
    case truncated
    /// It has no type of local time, or a time of a type that it has not.
    case types
    /// Its times do not ascend, or lie where no clock will be read.
    case times
    /// An offset of more than a day and two hours, or an abbreviation without an end.
    case localTime
    /// The rule for later years cannot be read, or contradicts the last transition.
    case rule
}
