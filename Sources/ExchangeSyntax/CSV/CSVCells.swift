import ExchangeBytes

/// A cell between whose separators something is written: its number, and where it begins and ends in the window.
@usableFromInline
struct CSVExtent: BitwiseCopyable {
    @usableFromInline let number: UInt32
    @usableFromInline let begin: UInt32
    @usableFromInline let end: UInt32
}

/// The cells of a record, borrowed from the scanner that cut it: good until that goes on.
///
/// Of a record that was cut by masks only those cells are known one by one in which something is written: of the 85 cells
/// of a row in a file of all tables sixty and more are empty, and their places follow from those of the others.
public struct CSVCells {
    /// How many there are.
    public let count: Int
    /// Those that are written, in their order; nothing if all cells are written out.
    @usableFromInline let extents: UnsafePointer<CSVExtent>?
    @usableFromInline let extentCount: Int
    /// Where the record begins in the window.
    @usableFromInline let begin: Int
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

    /// The cell of a number, counted from 0.
    @inlinable
    public subscript(index: Int) -> CSVCell {
        precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "no such cell")
        guard let extents else { return written[index] }
        // The number of a cell is no less than its place among those that are written.
        var place = min(index, extentCount &- 1)
        while place >= 0, Int(extents[place].number) > index { place &-= 1 }
        guard place >= 0 else { return Self.empty(at: begin &+ index) }
        let extent = extents[place]
        let distance = index &- Int(extent.number)
        return distance == 0 ? cell(extent) : Self.empty(at: Int(extent.end) &+ distance)
    }

    @inlinable
    static func empty(at place: Int) -> CSVCell {
        let place = UInt32(truncatingIfNeeded: place)
        return CSVCell(begin: place, first: place, count: 0)
    }

    @inlinable
    func cell(_ extent: CSVExtent) -> CSVCell {
        let begin = extent.begin
        let length = Int32(truncatingIfNeeded: extent.end &- begin)
        if hasQuotes, length > 1, window.load(fromByteOffset: Int(begin), as: UInt8.self) == 0x22 {
            for index in 0..<decoded where written[index].begin == begin { return written[index] }
            return CSVCell(begin: begin, first: begin &+ 1, count: length &- 2)
        }
        return CSVCell(begin: begin, first: begin, count: length)
    }

    /// How many cells may hold something: all others are empty.
    @inlinable public var writtenCount: Int { extents == nil ? count : extentCount }

    /// One of the cells that may hold something, by its place among these, and its number.
    @inlinable
    public func written(at place: Int) -> (number: Int, cell: CSVCell) {
        precondition(UInt(bitPattern: place) < UInt(bitPattern: writtenCount), "no such cell")
        guard let extents else { return (place, written[place]) }
        return (Int(extents[place].number), cell(extents[place]))
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
        for place in 0..<writtenCount where !written(at: place).cell.isEmpty { return false }
        return true
    }
}

/// Where the cells of the record at hand are in which something is written, and how many there are in all.
struct CSVBounds: ~Copyable {
    /// No more than so many cells are cut by masks.
    static let most = 8192

    let start: UnsafeMutablePointer<CSVExtent>
    let limit: Int
    /// How many cells have ended, and in how many of them something is written.
    private(set) var count = 0
    private(set) var writtenCount = 0
    /// Where the cell begins that has not ended.
    private var begin: UInt32 = 0

    /// Room for so many cells, and for those of a block beyond.
    init(limit: Int) {
        self.limit = max(0, min(limit, Self.most))
        start = .allocate(capacity: self.limit + 1 + 64)
        start.initialize(repeating: CSVExtent(number: 0, begin: 0, end: 0), count: self.limit + 1 + 64)
    }

    deinit { start.deallocate() }

    @inline(__always)
    mutating func begin(at place: Int) {
        begin = UInt32(truncatingIfNeeded: place)
        (count, writtenCount) = (0, 0)
    }

    /// Ends cells at the marks of a block; there is room for them as long as there are not too many.
    ///
    /// Marks side by side have nothing between them: a run of them ends one cell that may be written, and empty ones.
    @inline(__always)
    mutating func append(_ marks: UInt64, from place: Int) {
        var left = marks
        let first = UInt32(truncatingIfNeeded: place)
        var (number, begin) = (UInt32(truncatingIfNeeded: count), begin)
        var next = start + writtenCount
        while left != 0 {
            let end = first &+ UInt32(truncatingIfNeeded: left.trailingZeroBitCount)
            // Adding to the lowest mark of the run carries to the bit behind it.
            let carried = left &+ (left & (0 &- left))
            next.pointee = CSVExtent(number: number, begin: begin, end: end)
            next += end == begin ? 0 : 1
            begin = first &+ UInt32(truncatingIfNeeded: (carried & ~left).trailingZeroBitCount)
            number &+= begin &- end
            left &= carried
        }
        self.begin = begin
        count = Int(number)
        writtenCount = next - start
    }

    /// Whether there are more cells than are cut by masks.
    var isFull: Bool { count > limit }
    /// Where the last cell that has ended did so.
    var end: Int { Int(begin) &- 1 }
}
