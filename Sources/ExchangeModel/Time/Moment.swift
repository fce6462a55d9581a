import ExchangeBytes

/// When a slot begins or ends: a whole day, or a time of day.
public enum Moment: Hashable, Sendable, BitwiseCopyable {
    case day(LocalDate)
    case time(LocalDateTime)

    /// The day, or the day of the time.
    public var date: LocalDate {
        switch self {
        case .day(let date): date
        case .time(let time): time.date
        }
    }

    /// The day or time written `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM` or `YYYY-MM-DDTHH:MM:SS`.
    public init(parsing bytes: Bytes) throws(TimeFault) {
        switch bytes.count {
        case 10: self = .day(try LocalDate(parsing: bytes))
        case 16...: self = .time(try LocalDateTime(parsing: bytes))
        default: throw .shape(.moment)
        }
    }

    /// The day or time written `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM` or `YYYY-MM-DDTHH:MM:SS`, or nil.
    @inlinable
    public init?(_ bytes: Bytes) {
        do { try self.init(parsing: bytes) } catch { return nil }
    }

    /// The day or time written `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM` or `YYYY-MM-DDTHH:MM:SS`, or nil.
    public init?(_ text: String) {
        guard let moment = text.withPaddedBytes({ Moment($0) }) else { return nil }
        self = moment
    }
}

extension Moment: CustomStringConvertible {
    /// `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM[:SS]`.
    public var text: String {
        switch self {
        case .day(let date): date.text
        case .time(let time): time.text
        }
    }

    /// `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM[:SS]`.
    public var description: String { text }

    /// Appends the day or the time.
    public func append(to buffer: inout ByteBuffer, as form: TimeForm = .extended) {
        switch self {
        case .day(let date): date.append(to: &buffer, as: form)
        case .time(let time): time.append(to: &buffer, as: form)
        }
    }
}
