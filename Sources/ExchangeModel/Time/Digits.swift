import ExchangeBytes

/// Eight octets of a date or a time, from which what they should look like has been taken away.
///
/// Where a digit should be stands its value, where a sign should be stands nought; anything else shows.
struct Digits: BitwiseCopyable {
    private let word: UInt64
    /// For each octet what takes it past 127 if it is too much: 118 where a digit is due, 127 where a sign is.
    private let excess: UInt64

    @inline(__always)
    private init(_ word: UInt64, pattern: UInt64, excess: UInt64) {
        self.word = word ^ pattern
        self.excess = excess
    }

    /// `YYYY-MM-`.
    @inline(__always)
    static func date(_ start: UnsafeRawPointer) -> Digits {
        Digits(Word.load(start), pattern: 0x2D30_302D_3030_3030, excess: 0x7F76_767F_7676_7676)
    }

    /// `DD` at the end of a date.
    @inline(__always)
    static func day(_ start: UnsafeRawPointer) -> Digits {
        Digits(Word.load(start + 8) & 0xFFFF, pattern: 0x3030, excess: 0x7676)
    }

    /// `DDTHH:MM`, behind a date's `YYYY-MM-`.
    @inline(__always)
    static func dayAndTime(_ start: UnsafeRawPointer) -> Digits {
        Digits(Word.load(start + 8), pattern: 0x3030_3A30_3054_3030, excess: 0x7676_7F76_767F_7676)
    }

    /// `:SS`, behind the minutes.
    @inline(__always)
    static func seconds(_ start: UnsafeRawPointer) -> Digits {
        Digits(Word.load(start + 16) & 0xFF_FFFF, pattern: 0x30_303A, excess: 0x76_767F)
    }

    /// Whether every octet is what it should be.
    @inline(__always)
    var areDigits: Bool { ((word &+ excess) | word) & Word.highs == 0 }

    /// In each octet ten times its digit and the next one.
    @inline(__always)
    var pairs: UInt64 { word &* 10 &+ word &>> 8 }

    /// The two digits from an index on.
    @inline(__always)
    static func pair(_ pairs: UInt64, _ index: UInt64) -> Int { Int(pairs &>> (8 &* index) & 0xFF) }
}

/// How ISO 8601 lets dates and times be written.
public enum TimeForm: Hashable, Sendable {
    /// With hyphens and colons, as JSON, CSV and XML have it; seconds are left out of a local time when they are 0.
    case extended
    /// Digits alone but for `T` and `Z`, always with seconds, as iCalendar has it (RFC 5545 section 3.3).
    case basic
}

extension ByteBuffer {
    /// Appends a number below 100 in two digits.
    mutating func appendDigits(_ number: Int) {
        append(UInt8(truncatingIfNeeded: 48 &+ number / 10))
        append(UInt8(truncatingIfNeeded: 48 &+ number % 10))
    }
}

extension ByteBuffer {
    /// The digits of a number below 100,000,000, the first in the lowest octet: halves, quarters and digits are parted
    /// side by side in one word.
    static func digits(_ number: Int) -> UInt64 {
        let halves = UInt64(truncatingIfNeeded: number / 10_000) | UInt64(truncatingIfNeeded: number % 10_000) &<< 32
        // A multiplication and a shift divide each half by a hundred, then each quarter by ten.
        let hundreds = (halves &* 10_486) &>> 20 & 0x0000_007F_0000_007F
        let quarters = (halves &- 100 &* hundreds) &<< 16 &+ hundreds
        let tens = (quarters &* 103) &>> 10 & 0x000F_000F_000F_000F
        return tens &+ (quarters &- 10 &* tens) &<< 8 &+ 0x3030_3030_3030_3030
    }

    /// Appends the first octets of a word, the lowest first.
    mutating func append(word: UInt64, count: Int) {
        reserve(8)
        tail.storeBytes(of: word.littleEndian, as: UInt64.self)
        advance(by: count)
    }
}

extension String {
    /// What a body appends to an empty buffer.
    static func spelt(_ body: (inout ByteBuffer) -> Void) -> String {
        var buffer = ByteBuffer(capacity: 32)
        body(&buffer)
        return buffer.bytes.text
    }

    /// Lends the UTF-8 octets, with as much behind them as kernels may read.
    func withPaddedBytes<Result>(_ body: (Bytes) throws -> Result) rethrows -> Result {
        var octets = Array(utf8)
        let count = octets.count
        octets.append(contentsOf: repeatElement(0, count: ByteBuffer.slack))
        return try octets.withUnsafeBytes { raw in
            // An array that holds the slack has an address.
            guard let start = raw.baseAddress else { preconditionFailure("an array without octets") }
            return try body(Bytes(start: start, count: count))
        }
    }
}
