import ExchangeBytes
import ExchangeDiagnostics

/// Where a cell of the record at hand lies: good until the scanner goes on.
public struct CSVCell: BitwiseCopyable {
    /// Where it begins in the window as it is written, its opening quote among it.
    @usableFromInline let begin: UInt32
    /// Where its text begins: in the window, or among what had to be decoded.
    @usableFromInline let first: UInt32
    /// How many octets its text has.
    public let count: Int32
    @usableFromInline let isDecoded: Bool

    init(begin: Int, first: Int, count: Int, isDecoded: Bool = false) {
        self.begin = UInt32(truncatingIfNeeded: begin)
        self.first = UInt32(truncatingIfNeeded: first)
        self.count = Int32(truncatingIfNeeded: count)
        self.isDecoded = isDecoded
    }

    @inlinable
    init(begin: UInt32, first: UInt32, count: Int32) {
        (self.begin, self.first, self.count) = (begin, first, count)
        isDecoded = false
    }

    /// Whether it holds nothing.
    @inlinable public var isEmpty: Bool { count == 0 }
}

/// What is remarked about a cell while its record is read.
public struct CSVRemark: BitwiseCopyable {
    /// What is wrong, by the register.
    public let code: Code
    /// Where in the input it is.
    public let offset: Int
    /// The number of the cell, counted from 0.
    public let cell: Int
}

/// Which octets of eight mean something in a table: a separator, a quote, a control character.
///
/// Unlike those of `Word`, all marks are right: several cells are cut out of one word.
enum CSVMarks {
    /// A separator, a quote, a control.
    @inline(__always)
    static func all(_ word: UInt64, _ separators: UInt64) -> UInt64 {
        let low = ~Word.highs
        let quotes = word ^ (Word.ones &* 0x22)
        let parts = word ^ separators
        // A control has none of its three highest bits.
        let controls = word & (Word.ones &* 0xE0)
        let isQuote = ((quotes & low) &+ low) | quotes
        let isPart = ((parts & low) &+ low) | parts
        let isControl = ((controls & low) &+ low) | controls
        return ~(isQuote & isPart & isControl) & Word.highs
    }

    /// A quote, a control. Only the lowest mark is right.
    @inline(__always)
    static func quoted(_ word: UInt64) -> UInt64 {
        let quotes = word ^ (Word.ones &* 0x22)
        return ((quotes &- Word.ones) | (word &- Word.ones &* 0x20)) & ~word & Word.highs
    }
}
