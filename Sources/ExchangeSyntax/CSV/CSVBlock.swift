import ExchangeBytes

/// Which of sixty-four octets of a table mean something: a bit for each, that of the first one lowest.
///
/// Most blocks hold separators and text alone: quotes and controls are told apart only where there is one of them, which
/// saves half of the 110 instructions that a block takes with all three.
struct CSVBlock: BitwiseCopyable {
    /// Those that separate cells, inside quotes too.
    let separators: UInt64
    private(set) var quotes: UInt64 = 0
    /// Those below U+0020: ends of lines and tabulators among them, also where these are separators.
    private(set) var controls: UInt64 = 0
    /// Whether any octet lies beyond ASCII.
    let hasHighs: Bool

    /// The block that begins at an address.
    @inline(__always)
    init(_ start: UnsafeRawPointer, _ separator: UInt8) {
        let octets = start.loadUnaligned(as: SIMD8<UInt64>.self)
        separators = Self.zeroes(of: octets ^ Self.splat(separator))
        let quoted = octets ^ Self.splat(0x22)
        let quotesOrControls =
            ((quoted &- Self.splat(0x01)) | (octets &- Self.splat(0x20))) & (octets ^ Self.splat(0xFF))
        let found = Self.any(quotesOrControls)
        hasHighs = Self.any(octets) & Word.highs != 0
        if found & Word.highs != 0 {
            quotes = Self.zeroes(of: quoted)
            // A control has none of its three highest bits.
            controls = Self.zeroes(of: octets & Self.splat(0xE0))
        }
    }

    @inline(__always)
    static func splat(_ octet: UInt8) -> SIMD8<UInt64> { SIMD8(repeating: Word.ones &* UInt64(octet)) }

    @inline(__always)
    private static func any(_ words: SIMD8<UInt64>) -> UInt64 {
        let four = words.lowHalf | words.highHalf
        let two = four.lowHalf | four.highHalf
        return two[0] | two[1]
    }

    /// The octets that are zero.
    @inline(__always)
    private static func zeroes(of words: SIMD8<UInt64>) -> UInt64 {
        // The highest bit of each octet is clear if the octet is zero, and no carry leaves an octet.
        let marks = ((words & splat(0x7F)) &+ splat(0x7F)) | words
        // Bit 0 of the octets of the word of number n becomes bit n of the same octets of one word: no instruction of
        // the baseline that Swift can name gathers bits otherwise.
        let bits = (marks &>> 7) & splat(0x01)
        let four = bits.lowHalf | (bits.highHalf &<< 4)
        let two = four.lowHalf | (four.highHalf &<< 2)
        return ~transposed(two[0] | two[1] &<< 1)
    }

    /// Eight rows of eight bits as columns.
    @inline(__always)
    private static func transposed(_ bits: UInt64) -> UInt64 {
        var word = bits
        var change = (word ^ (word &>> 7)) & 0x00AA_00AA_00AA_00AA
        word ^= change ^ (change &<< 7)
        change = (word ^ (word &>> 14)) & 0x0000_CCCC_0000_CCCC
        word ^= change ^ (change &<< 14)
        change = (word ^ (word &>> 28)) & 0x0000_0000_F0F0_F0F0
        return word ^ change ^ (change &<< 28)
    }
}

/// Where cells are cut, block by block: what is right as long as quotes open and close where cells begin and end.
///
/// Where they do not, or where something stands that is looked at one octet at a time, there is a fault: up to the first
/// of them all marks are right, and behind it none is. Records begin outside of quotes, so marks can begin with any.
struct CSVMasks: BitwiseCopyable {
    /// Where the block begins in the window.
    private(set) var start = Int.min >> 1
    /// Separators and ends of lines outside of quotes.
    private(set) var ends: UInt64 = 0
    /// Ends of lines alone.
    private(set) var lines: UInt64 = 0
    /// A control character, the zero behind the window's end among them; a carriage return in quotes; a quote in the
    /// midst of a cell, and what stands behind a closing quote and ends no cell.
    private(set) var faults: UInt64 = 0
    private(set) var quotes: UInt64 = 0
    /// The second of two quotes in a cell that stand for one.
    private(set) var doubled: UInt64 = 0
    private(set) var hasHighs = false

    // What the block before has left: all ones inside of quotes; the lowest bit if a cell begins, if a quote was closed.
    private var inside: UInt64 = 0
    private var begins: UInt64 = 1
    private var closed: UInt64 = 0

    /// Goes to the place at which a record begins, in this block or anywhere.
    @inline(__always)
    mutating func begin(at place: Int, of window: UnsafeRawPointer, _ separator: UInt8) {
        let passed = place &- start
        if UInt(bitPattern: passed) >= 64 {
            (inside, begins, closed) = (0, 1, 0)
            return load(place, of: window, separator)
        }
        let left = ~0 &<< UInt64(truncatingIfNeeded: passed)
        ends &= left
        lines &= left
        faults &= left
        quotes &= left
        doubled &= left
    }

    /// Goes to the block behind.
    @inline(__always)
    mutating func advance(of window: UnsafeRawPointer, _ separator: UInt8) {
        load(start &+ 64, of: window, separator)
    }

    /// Forgets the block: the window has moved, or a record was cut in another way.
    mutating func forget() { start = .min >> 1 }

    @inline(__always)
    private mutating func load(_ place: Int, of window: UnsafeRawPointer, _ separator: UInt8) {
        let block = CSVBlock(window + place, separator)
        start = place
        hasHighs = block.hasHighs
        if block.quotes | block.controls | closed == 0 {
            ends = block.separators & ~inside
            (lines, faults, quotes, doubled) = (0, 0, 0, 0)
            begins = ends &>> 63
        } else {
            settle(block, window)
        }
    }

    /// Tells apart what lies inside and outside of quotes.
    private mutating func settle(_ block: CSVBlock, _ window: UnsafeRawPointer) {
        quotes = block.quotes
        // From each opening quote on, up to the closing one.
        let quoted = Self.parity(quotes) ^ inside
        inside = UInt64(bitPattern: Int64(bitPattern: quoted) &>> 63)
        ends = block.separators & ~quoted
        (lines, faults) = (0, 0)
        var controls = block.controls
        while controls != 0 {
            let mark = controls & (0 &- controls)
            controls ^= mark
            let place = start &+ mark.trailingZeroBitCount
            switch window.load(fromByteOffset: place, as: UInt8.self) {
            case 0x0A: lines |= mark
            case 0x0D: if quoted & mark == 0 { lines |= mark } else { faults |= mark }
            case 0x09: break
            default: faults |= mark
            }
        }
        lines &= ~quoted
        ends |= lines
        let opening = quotes & quoted
        let closing = quotes & ~quoted
        let behind = closing &<< 1 | closed
        doubled = opening & behind
        faults |= opening & ~(ends &<< 1 | begins | behind)
        faults |= behind & ~(ends | opening)
        begins = ends &>> 63
        closed = closing &>> 63
    }

    /// For each bit whether an odd number of bits is set up to it, itself among them.
    @inline(__always)
    static func parity(_ bits: UInt64) -> UInt64 {
        var word = bits
        word ^= word &<< 1
        word ^= word &<< 2
        word ^= word &<< 4
        word ^= word &<< 8
        word ^= word &<< 16
        return word ^ word &<< 32
    }
}
