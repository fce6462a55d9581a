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
    public internal(set) var cells = Store<CSVCell>()
    /// Remarks about the record at hand.
    public private(set) var remarks = Store<CSVRemark>()
    /// How many records and lines that hold nothing come before the record at hand, as a spreadsheet counts rows.
    public private(set) var rowsBefore = 0

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
    }

    /// A scanner of records that begin where the window does.
    public init(_ window: consuming ByteWindow, limits: Limits, separator: UInt8) {
        self.init(window, limits: limits)
        self.separator = separator
    }

    // MARK: The record at hand

    /// The text of a cell.
    @inlinable
    public subscript(cell: CSVCell) -> Bytes { bytes(of: cell) }

    @usableFromInline
    func bytes(of cell: CSVCell) -> Bytes {
        let start = cell.isDecoded ? decoded.bytes.start : window.start
        return Bytes(start: start + Int(cell.first), count: Int(cell.count))
    }

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
        return true
    }

    // MARK: Records

    /// Whether there is nothing in the record at hand but separators: spreadsheets write such rows below their tables.
    public var isBlank: Bool {
        for index in 0..<cells.count where cells[index].count > 0 { return false }
        return true
    }

    /// Reads the next record; false if there is none. Throws a `Note` where the rest cannot be had.
    ///
    /// The cells of a record in which something is wrong end with the one that is to blame.
    public mutating func next() throws -> Bool {
        while true {
            do {
                return try record()
            } catch .incomplete {
                try refill()
            } catch .fault {
                throw fault
            }
        }
    }

    /// Gets more of the input, from the next record on.
    mutating func refill() throws {
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
        cells.removeAll()
        remarks.removeAll()
        decoded.removeAll()
        openQuote = nil
        guard try passBlankLines() else { return false }
        rowsBefore = rows
        begin = index
        let hasHighs = try cutCells()
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
    private func lineEnd(at place: Int) throws(Halt) -> Int {
        let isReturn = window.start.load(fromByteOffset: place, as: UInt8.self) == 0x0D
        if isReturn, place &+ 1 >= window.count, !window.isLast { throw .incomplete }
        let isPair = isReturn && window.start.load(fromByteOffset: place &+ 1, as: UInt8.self) == 0x0A
        return place &+ (isPair ? 2 : 1)
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
        if cells.count >= limits.columns {
            throw fault(
                .limitExceeded, at: Int(cell.begin), "more columns than the limit of \(limits.columns) for one table")
        }
        cells.append(cell)
    }

    /// Remarks something about the cell at hand, once.
    mutating func remark(_ code: Code, at place: Int) {
        if remarks.count > 0, remarks[remarks.count &- 1].cell == cells.count, remarks[remarks.count &- 1].code == code
        {
            return
        }
        remarks.append(CSVRemark(code: code, offset: window.base &+ place, cell: cells.count))
    }

    /// What is wrong in a cell, which ends the record.
    mutating func fault(_ code: Code, at place: Int, inCellFrom begin: Int) -> Halt {
        cells.append(CSVCell(begin: begin, first: begin, count: 0))
        return fault(code, at: place)
    }

    private mutating func fault(_ code: Code, at place: Int, _ detail: String? = nil) -> Halt {
        fault = Note(code, at: window.base &+ place, detail: detail)
        return .fault
    }
}
