import ExchangeBytes

/// The cells of a record, borrowed from the scanner that cut it: good until that goes on.
///
/// A record that was cut by masks is known by the places between its cells, four octets a cell; a cell is made of them
/// when somebody asks for it. Of the 85 cells of a row in a file of all tables nobody asks for sixty.
public struct CSVCells {
    /// How many there are.
    public let count: Int
    /// Where the octet before each cell is, and that behind the last one; nothing if the cells are written out.
    @usableFromInline let bounds: UnsafePointer<UInt32>?
    @usableFromInline let written: UnsafePointer<CSVCell>
    /// How many cells in quotes are written out, if not all cells are.
    @usableFromInline let decoded: Int
    @usableFromInline let window: UnsafeRawPointer
    /// What had to be decoded.
    @usableFromInline let arena: UnsafeRawPointer
    /// Where in the input the window begins.
    @usableFromInline let base: Int
    /// Whether any cell is in quotes.
    @usableFromInline let hasQuotes: Bool

    @inlinable
    init(
        count: Int, bounds: UnsafePointer<UInt32>?, written: UnsafePointer<CSVCell>, decoded: Int,
        window: UnsafeRawPointer, arena: UnsafeRawPointer, base: Int, hasQuotes: Bool
    ) {
        self.count = count
        self.bounds = bounds
        self.written = written
        self.decoded = decoded
        self.window = window
        self.arena = arena
        self.base = base
        self.hasQuotes = hasQuotes
    }

    /// The cell of a number, counted from 0.
    @inlinable
    public subscript(index: Int) -> CSVCell {
        precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "no such cell")
        guard let bounds else { return written[index] }
        let begin = bounds[index] &+ 1
        let length = Int32(truncatingIfNeeded: bounds[index &+ 1] &- begin)
        if hasQuotes, length > 1, window.load(fromByteOffset: Int(begin), as: UInt8.self) == 0x22 {
            for index in 0..<decoded where written[index].begin == begin { return written[index] }
            return CSVCell(begin: begin, first: begin &+ 1, count: length &- 2)
        }
        return CSVCell(begin: begin, first: begin, count: length)
    }

    /// The text of a cell.
    @inlinable
    public subscript(cell: CSVCell) -> Bytes {
        Bytes(start: (cell.isDecoded ? arena : window) + Int(cell.first), count: Int(cell.count))
    }

    /// The text of the cell of a number; nothing if there is no such cell.
    @inlinable
    public func text(_ index: Int) -> Bytes {
        index < count ? self[self[index]] : Bytes(start: window, count: 0)
    }

    /// Where in the input a cell begins as it is written.
    @inlinable
    public func offset(of cell: CSVCell) -> Int { base &+ Int(cell.begin) }

    /// Whether none of them has any text.
    public var isBlank: Bool {
        var index = firstWritten(from: 0)
        while index < count {
            if !self[index].isEmpty { return false }
            index = firstWritten(from: index &+ 1)
        }
        return true
    }

    /// The number of the first cell from one on between whose separators something is written; `count` if there is none.
    @inlinable
    public func firstWritten(from index: Int) -> Int {
        var index = index
        if let bounds {
            while index < count, bounds[index &+ 1] &- bounds[index] == 1 { index &+= 1 }
        } else {
            while index < count, written[index].isEmpty { index &+= 1 }
        }
        return index
    }
}

/// The places of separators in the record at hand, and of what stands before and behind it.
struct CSVBounds: ~Copyable {
    /// No more than so many cells are cut by masks.
    static let most = 8192

    let start: UnsafeMutablePointer<UInt32>
    /// How many cells lie between the places.
    var count: Int { used &- 1 }
    let limit: Int
    private var used = 0

    /// Room for the bounds of so many cells, and for those of a block beyond.
    init(limit: Int) {
        self.limit = max(0, min(limit, Self.most))
        start = .allocate(capacity: self.limit + 1 + 64)
        start.initialize(repeating: 0, count: self.limit + 1 + 64)
    }

    deinit { start.deallocate() }

    @inline(__always)
    mutating func begin(at place: Int) {
        start[0] = UInt32(truncatingIfNeeded: place &- 1)
        used = 1
    }

    /// Appends the places of the marks of a block; there is room for them as long as there are not too many.
    @inline(__always)
    mutating func append(_ marks: UInt64, from place: Int) {
        var left = marks
        var next = start + used
        while left != 0 {
            next.pointee = UInt32(truncatingIfNeeded: place &+ left.trailingZeroBitCount)
            next += 1
            left &= left &- 1
        }
        used = next - start
    }

    /// Whether there are more cells than are cut by masks.
    var isFull: Bool { used &- 1 > limit }
    /// Where the record ends.
    var end: Int { Int(start[used &- 1]) }
}
