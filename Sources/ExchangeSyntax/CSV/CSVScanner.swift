import ExchangeBytes
import ExchangeDiagnostics

/// Cuts a table (RFC 4180) into records, and these into cells.
///
/// A cell is a slice of the window wherever it can be: only where quotes are doubled, or a carriage return is read as a
/// line feed, is it written down anew. Lines end with CR, LF or both; lines that hold nothing are gone past.
public struct CSVScanner: ~Copyable {
    /// What is in memory of the input.
    public var window: ByteWindow
    /// What is refused as too long or too many.
    public let limits: Limits
    /// What stands between two cells.
    public internal(set) var separator = UInt8(ascii: ",")
    /// The cells of the record at hand.
    ///
    /// They are put together once, for asking a scanner by a getter has it copied, 80 instructions for each cell.
    public private(set) var cells: CSVCells
    /// Remarks about the record at hand.
    public private(set) var remarks = Store<CSVRemark>()
    /// How many records and lines that hold nothing come before the record at hand, as a spreadsheet counts rows.
    public private(set) var rowsBefore = 0

    /// The cells of the record: those that are not empty, or all written out where that does not say all.
    private var bounds: CSVBounds
    var written = Store<CSVCell>()
    private var isWritten = true
    private var hasQuotes = false
    private var masks = CSVMasks()

    /// Where the next record begins in the window, and where the one at hand began and ended.
    var index = 0
    private var (begin, end) = (0, 0)
    var decoded = ByteBuffer()
    private var fault = Note(.controlCharacter, at: 0)
    /// The quote that nothing has closed when the window's end is reached.
    var openQuote: Int?
    /// How many rows end before `index`.
    var rows = 0

    /// A scanner that has read nothing; `findDialect` says what separates the cells.
    public init(_ window: consuming ByteWindow, limits: Limits = Limits()) {
        self.window = window
        self.limits = limits
        bounds = CSVBounds(limit: limits.columns)
        cells = CSVCells(
            count: 0, extents: nil, extentCount: 0, begin: 0, written: written.elements, decoded: 0,
            window: self.window.start, arena: decoded.bytes.start, base: 0, hasQuotes: false)
    }

    /// A scanner of records that begin where the window does.
    public init(_ window: consuming ByteWindow, limits: Limits, separator: UInt8) {
        self.init(window, limits: limits)
        self.separator = separator
    }

    // MARK: The record at hand

    /// The cells of the record as they are now.
    private var cut: CSVCells {
        CSVCells(
            count: isWritten ? written.count : bounds.count, extents: isWritten ? nil : UnsafePointer(bounds.start),
            extentCount: bounds.writtenCount, begin: begin, written: written.elements,
            decoded: isWritten ? 0 : written.count, window: window.start,
            arena: decoded.bytes.start, base: window.base, hasQuotes: hasQuotes)
    }

    /// The text of a cell.
    public subscript(cell: CSVCell) -> Bytes { cells[cell] }

    /// Where in the input a cell begins as it is written.
    public func offset(of cell: CSVCell) -> Int { window.base &+ Int(cell.begin) }

    /// Where in the input the record begins.
    public var recordOffset: Int { window.base &+ begin }

    /// How many octets it takes, without the end of its line.
    public var recordLength: Int { end &- begin }

    /// Where in the input the next record begins, or an end of line before it.
    public var nextOffset: Int { window.base &+ index }

    /// Goes to a record that begins at an offset; false if that is not in the window.
    public mutating func move(to offset: Int) -> Bool {
        guard offset >= window.base, offset < window.base &+ window.count else { return false }
        index = offset &- window.base
        masks.forget()
        return true
    }

    // MARK: Records

    /// Whether there is nothing in the record at hand but separators: spreadsheets write such rows below their tables.
    public var isBlank: Bool { cells.isBlank }

    /// Reads the next record; false if there is none. Throws a `Note` where the rest cannot be had.
    ///
    /// The cells of a record in which something is wrong end with the one that is to blame.
    public mutating func next() throws -> Bool {
        while true {
            do {
                let isFound = try record()
                cells = cut
                return isFound
            } catch .incomplete {
                try refill()
            } catch .fault {
                cells = cut
                throw fault
            }
        }
    }

    /// Gets more of the input, from the next record on.
    mutating func refill() throws {
        masks.forget()
        if try window.refill(keepingFrom: index) {
            index = 0
            return
        }
        if let openQuote {
            throw Note(
                .unclosedQuote, at: window.base &+ openQuote,
                detail: "no quote closes this cell within the limit of \(limits.record) octets for one record")
        }
        throw Note(
            .limitExceeded, at: window.base &+ index,
            detail: "longer than the limit of \(limits.record) octets for one record")
    }

    private mutating func record() throws(Halt) -> Bool {
        written.removeAll()
        remarks.removeAll()
        decoded.removeAll()
        openQuote = nil
        isWritten = true
        guard try passBlankLines() else { return false }
        rowsBefore = rows
        begin = index
        let hasHighs: Bool
        if let found = try cutByMasks() {
            hasHighs = found
        } else {
            masks.forget()
            isWritten = true
            hasHighs = try cutCells()
        }
        let length = end &- begin
        if hasHighs, let place = UTF8Check.firstFault(Bytes(start: window.start + begin, count: length)) {
            let record = Bytes(start: window.start + begin, count: length)
            let code: Code = UTF8Check.isNoncharacter(record, at: place) ? .controlCharacter : .invalidUTF8
            throw fault(code, at: begin &+ place)
        }
        if length > limits.record {
            throw fault(
                .limitExceeded, at: begin, "longer than the limit of \(limits.record) octets for one record")
        }
        rows &+= 1
        return true
    }

    /// Goes past lines that hold nothing; false at the end of the input.
    private mutating func passBlankLines() throws(Halt) -> Bool {
        while true {
            let byte = window.start.load(fromByteOffset: index, as: UInt8.self)
            guard byte == 0x0A || byte == 0x0D else { break }
            index = try lineEnd(at: index)
            rows &+= 1
        }
        if index < window.count { return true }
        if window.isLast { return false }
        throw .incomplete
    }

    /// Where the line begins that follows an end of line.
    @inline(__always)
    private func lineEnd(at place: Int) throws(Halt) -> Int {
        let isReturn = window.start.load(fromByteOffset: place, as: UInt8.self) == 0x0D
        if isReturn, place &+ 1 >= window.count, !window.isLast { throw .incomplete }
        let isPair = isReturn && window.start.load(fromByteOffset: place &+ 1, as: UInt8.self) == 0x0A
        return place &+ (isPair ? 2 : 1)
    }

    /// Cuts the cells up to the end of the line where quotes stand as they should, and says whether any octet around
    /// lies beyond ASCII; nil if the octets must be looked at one by one.
    ///
    /// A fifth of the instructions that `cutCells` takes for a row of many cells of which most are empty.
    private mutating func cutByMasks() throws(Halt) -> Bool? {
        let start = window.start
        var (hasHighs, quotes, doubled) = (false, UInt64(0), UInt64(0))
        masks.begin(at: index, of: start, separator)
        bounds.begin(at: index)
        while true {
            let stops = masks.lines | masks.faults
            // All bits up to the lowest stop, or all if there is none.
            let reached = stops ^ (stops &- 1)
            if masks.faults & reached != 0 { return nil }
            bounds.append(masks.ends & reached, from: masks.start)
            hasHighs = hasHighs || masks.hasHighs
            quotes |= masks.quotes & reached
            doubled |= masks.doubled & reached
            if bounds.isFull { return nil }
            if stops != 0 { break }
            masks.advance(of: start, separator)
        }
        let end = bounds.end
        index = try lineEnd(at: end)
        self.end = end
        (isWritten, hasQuotes) = (false, quotes != 0)
        if doubled != 0 { try writeQuotedCells() }
        return hasHighs
    }

    /// Writes out the cells in quotes of a record in which some quotes are doubled.
    private mutating func writeQuotedCells() throws(Halt) {
        for place in 0..<bounds.writtenCount {
            let (first, end) = (Int(bounds.start[place].begin), Int(bounds.start[place].end))
            guard end &- first > 1, window.start.load(fromByteOffset: first, as: UInt8.self) == 0x22 else { continue }
            try appendText(begin: first, first &+ 1, end &- 1, hasDoubled: true, hasReturn: false)
        }
    }

    /// Cuts the cells up to the end of the line, and says whether any octet lies beyond ASCII.
    private mutating func cutCells() throws(Halt) -> Bool {
        let separators = Word.ones &* UInt64(separator)
        let start = window.start
        var octets: UInt64 = 0
        var cell = index
        var place = index
        words: while true {
            let word = Word.load(start + place)
            var marks = CSVMarks.all(word, separators)
            octets |= word
            while marks != 0 {
                var at = place &+ Word.distance(marks)
                marks &= marks &- 1
                var byte = start.load(fromByteOffset: at, as: UInt8.self)
                if byte == separator {
                    try append(CSVCell(begin: cell, first: cell, count: at &- cell))
                    cell = at &+ 1
                    continue
                }
                var isQuoted = false
                if byte == UInt8(ascii: "\"") {
                    guard at == cell else {
                        remark(.strayQuote, at: at)
                        continue
                    }
                    at = try quotedCell(from: at, &octets)
                    isQuoted = true
                    byte = start.load(fromByteOffset: at, as: UInt8.self)
                    if byte == separator {
                        (cell, place) = (at &+ 1, at &+ 1)
                        continue words
                    }
                } else if byte == 0x09 {
                    continue
                }
                // What is left is the end of the line, or of the window, or a control character.
                let isLine = byte == 0x0A || byte == 0x0D
                if !isLine, at < window.count { throw fault(.controlCharacter, at: at, inCellFrom: cell) }
                if !isLine, !window.isLast { throw .incomplete }
                let next = isLine ? try lineEnd(at: at) : at
                if !isQuoted { try append(CSVCell(begin: cell, first: cell, count: at &- cell)) }
                (end, index) = (at, next)
                return octets & Word.highs != 0
            }
            place &+= 8
        }
    }

    mutating func append(_ cell: CSVCell) throws(Halt) {
        if written.count >= limits.columns {
            throw fault(
                .limitExceeded, at: Int(cell.begin), "more columns than the limit of \(limits.columns) for one table")
        }
        written.append(cell)
    }

    /// Remarks something about the cell at hand, once.
    mutating func remark(_ code: Code, at place: Int) {
        if remarks.count > 0, remarks[remarks.count &- 1].cell == written.count,
            remarks[remarks.count &- 1].code == code
        {
            return
        }
        remarks.append(CSVRemark(code: code, offset: window.base &+ place, cell: written.count))
    }

    /// What is wrong in a cell, which ends the record.
    mutating func fault(_ code: Code, at place: Int, inCellFrom begin: Int) -> Halt {
        written.append(CSVCell(begin: begin, first: begin, count: 0))
        return fault(code, at: place)
    }

    private mutating func fault(_ code: Code, at place: Int, _ detail: String? = nil) -> Halt {
        fault = Note(code, at: window.base &+ place, detail: detail)
        return .fault
    }
}
