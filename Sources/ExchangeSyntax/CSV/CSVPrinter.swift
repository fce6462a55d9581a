import ExchangeBytes

/// Spells cells as RFC 4180 does, in quotes where they need them, and ends each record with CRLF.
public struct CSVPrinter: Sendable {
    /// What stands between two cells.
    public let separator: UInt8
    private let separators: UInt64

    /// A printer of cells with a separator between them.
    public init(separator: UInt8 = UInt8(ascii: ",")) {
        self.separator = separator
        separators = Word.ones &* UInt64(separator)
    }

    /// Appends a cell, in quotes if it holds a separator, a quote or an end of line, or begins or ends with a blank.
    public func append(_ cell: Bytes, to output: inout ByteBuffer) {
        var index = 0
        while index < cell.count {
            var marks = CSVMarks.all(Word.load(cell.start + index), separators)
            while marks != 0 {
                let place = index &+ Word.distance(marks)
                marks &= marks &- 1
                // A tabulator is a control too.
                if place < cell.count, cell[place] != 0x09 || separator == 0x09 { return quote(cell, to: &output) }
            }
            index &+= 8
        }
        if cell.count > 0, cell[0] == 0x20 || cell[cell.count &- 1] == 0x20 { return quote(cell, to: &output) }
        output.append(cell)
    }

    /// Appends the name of a column, in quotes also if it holds what separates cells elsewhere: whoever looks for the
    /// separator of a header goes past what stands in quotes.
    public func append(name: Bytes, to output: inout ByteBuffer) {
        for index in 0..<name.count where CSVScanner.separators.contains(name[index]) {
            return quote(name, to: &output)
        }
        append(name, to: &output)
    }

    /// Appends a cell in quotes.
    public func quote(_ cell: Bytes, to output: inout ByteBuffer) {
        output.append(UInt8(ascii: "\""))
        var run = 0
        var index = 0
        while index < cell.count {
            let marks = Word.equal(Word.load(cell.start + index), UInt8(ascii: "\""))
            guard marks != 0 else {
                index &+= 8
                continue
            }
            index &+= Word.distance(marks)
            guard index < cell.count else { break }
            output.append(Bytes(start: cell.start + run, count: index &+ 1 &- run))
            run = index
            index &+= 1
        }
        output.append(cell.dropping(run))
        output.append(UInt8(ascii: "\""))
    }

    /// Ends a record. One whose only cell is empty says so with quotes: a line that holds nothing is none.
    public func endRecord(isEmpty: Bool = false, to output: inout ByteBuffer) {
        if isEmpty { output.append("\"\"") }
        output.append("\r\n")
    }
}
