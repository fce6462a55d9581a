import ExchangeBytes

/// A point of time, the same everywhere: `2026-05-29T08:00:00Z`, in seconds of UTC without leap seconds.
public struct Instant: Hashable, Sendable, BitwiseCopyable {
    /// Seconds since 1970-01-01T00:00:00Z; negative before it.
    public let seconds: Int

    /// The point so many seconds after 1970-01-01T00:00:00Z.
    public init(seconds: Int) { self.seconds = seconds }

    /// The point at which a clock that is `offset` seconds ahead of UTC shows a time.
    public init(_ time: LocalDateTime, offset: Int) { seconds = time.wallSeconds &- offset }

    /// What a clock that is `offset` seconds ahead of UTC shows, or nil outside the years 0001 to 9999.
    public func wallTime(offset: Int) -> LocalDateTime? {
        let (sum, overflow) = seconds.addingReportingOverflow(offset)
        return overflow ? nil : LocalDateTime(wallSeconds: sum)
    }

    // MARK: Reading

    /// The point written `YYYY-MM-DDTHH:MM:SSZ` or `YYYY-MM-DDTHH:MMZ` and in no other way.
    public init(parsing bytes: Bytes) throws(TimeFault) {
        let count = bytes.count
        guard count == 17 || count == 20, bytes[count &- 1] == UInt8(ascii: "Z") else { throw Self.fault(in: bytes) }
        seconds = try LocalDateTime(bytes.start, hasSeconds: count == 20, shape: .instant).wallSeconds
    }

    /// The point written `YYYY-MM-DDTHH:MM:SSZ` or `YYYY-MM-DDTHH:MMZ`, or nil.
    @inlinable
    public init?(_ bytes: Bytes) {
        do { try self.init(parsing: bytes) } catch { return nil }
    }

    /// The point written `YYYY-MM-DDTHH:MM:SSZ` or `YYYY-MM-DDTHH:MMZ`, or nil.
    public init?(_ text: String) {
        guard let instant = text.withPaddedBytes({ Instant($0) }) else { return nil }
        self = instant
    }

    /// What is amiss with a run of another length, or without its `Z`.
    @inline(never)
    private static func fault(in bytes: Bytes) -> TimeFault {
        guard bytes.count >= 16 else { return .shape(.instant) }
        let hasSeconds = bytes.count >= 19 && bytes[16] == UInt8(ascii: ":")
        do { _ = try LocalDateTime(bytes.start, hasSeconds: hasSeconds, shape: .instant) } catch { return error }
        let length = hasSeconds ? 19 : 16
        guard bytes.count > length else { return .notUTC }
        switch bytes[length] {
        case UInt8(ascii: "+"), UInt8(ascii: "-"): return .notUTC
        case UInt8(ascii: "."), UInt8(ascii: ","): return .fraction
        default: return .shape(.instant)
        }
    }
}

extension Instant: Comparable, CustomStringConvertible {
    /// Earlier before later.
    @inlinable
    public static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }

    /// `YYYY-MM-DDTHH:MM:SSZ`; outside the years 0001 to 9999 the seconds since 1970 behind an `@`.
    public var text: String { String.spelt { append(to: &$0) } }

    /// `YYYY-MM-DDTHH:MM:SSZ`; outside the years 0001 to 9999 the seconds since 1970 behind an `@`.
    public var description: String { text }

    /// Appends `2026-05-29T08:00:00Z`, or `20260529T080000Z` in the basic form.
    public func append(to buffer: inout ByteBuffer, as form: TimeForm = .extended) {
        guard let time = wallTime(offset: 0) else { return buffer.append(utf8: "@\(seconds)") }
        time.append(to: &buffer, as: form, withSeconds: true)
        buffer.append(UInt8(ascii: "Z"))
    }
}
