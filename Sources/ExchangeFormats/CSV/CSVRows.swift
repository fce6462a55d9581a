import ExchangeBytes
import ExchangeDiagnostics
import ExchangeSyntax

/// The rows of one table, one after another; where a file holds several, those of the others are gone past.
///
/// Where children stand right behind their parents, the rows of all their tables can be had in the order of the file.
struct CSVRows: ~Copyable {
    /// The columns of the table of the row at hand.
    private(set) var columns: CSVColumns
    private(set) var scanner: CSVScanner
    /// How many rows of the table have been read, the one at hand among them; those of children are not counted.
    var number = 0
    /// The columns of the table, and those of the tables of children whose rows are wanted too.
    private let family: [CSVColumns]
    /// Where the last row begins, at the latest.
    private let last: Int
    private let windowSize: Int
    private let isGuarded: Bool
    private let file: Int

    /// The rows of a table from a number on, and those of tables of children.
    init(_ view: CSVView, with children: [CSVView] = [], from number: Int = 1, windowSize: Int? = nil) throws {
        columns = view.columns
        family = [view.columns] + children.map(\.columns)
        last = children.reduce(view.last) { max($0, $1.last) }
        self.number = number - 1
        isGuarded = view.columns.file.isGuarded
        file = view.columns.file.number
        self.windowSize = windowSize ?? view.columns.file.windowSize
        scanner = try view.columns.file.scanner(from: view.first, windowSize: windowSize)
    }

    /// All rows of a file of several tables: whoever looks at one finds out of which table it is.
    init(all file: CSVFile) throws {
        columns = CSVColumns(file, CSVTable.all[0], isStacked: true)
        family = []
        last = .max
        isGuarded = file.isGuarded
        self.file = file.number
        windowSize = file.windowSize
        scanner = try file.scanner(from: file.begin)
    }

    /// Goes to the next row of whatever table; false if there is none.
    mutating func nextOfAny() throws -> Bool {
        do {
            while try scanner.next() {
                if !scanner.cells.isBlank { return true }
            }
            return false
        } catch let note as Note {
            throw Diagnostic(note, inFile: file)
        }
    }

    /// Says what the columns mean to the row at hand.
    mutating func turn(to columns: CSVColumns) { self.columns = columns }

    /// Goes to the next row; false if there is none.
    mutating func next() throws -> Bool {
        while scanner.nextOffset <= last {
            do {
                guard try scanner.next() else { return false }
            } catch let note as Note {
                throw Diagnostic(note, inFile: file)
            }
            let cells = scanner.cells
            if cells.isBlank { continue }
            if let record = columns.record, !takes(opened(cells.text(record))) { continue }
            if columns.table.level == 0 || family.count == 1 { number += 1 }
            return true
        }
        return false
    }

    /// Whether a row is of a table that is wanted, by its name.
    private mutating func takes(_ name: Bytes) -> Bool {
        if name.equals(columns.typeName.bytes) { return true }
        guard family.count > 1, let other = family.first(where: { name.equals($0.typeName.bytes) }) else {
            return false
        }
        columns = other
        return true
    }

    /// Goes to the row that begins at an offset.
    mutating func go(to offset: Int) throws -> Bool {
        if !scanner.move(to: offset) {
            scanner = try columns.file.scanner(from: offset, windowSize: windowSize)
        }
        return try next()
    }

    // MARK: The row at hand

    /// The text of a cell; nothing if the row has no such cell.
    func cell(_ index: Int) -> Bytes { opened(scanner.cells.text(index)) }

    /// A cell without the apostrophe that guards it, if the file has such.
    func opened(_ text: Bytes) -> Bytes { isGuarded ? SpreadsheetGuard.opened(text) : text }

    /// Where a cell is in the package, or the row if it has no such cell.
    func offset(ofCell index: Int) -> Int {
        let hasCell = index < scanner.cells.count
        return place(hasCell ? scanner.offset(of: scanner.cells[index]) : scanner.recordOffset)
    }

    /// How many octets its values take where nothing is doubled or repeated, about as JSON would count them.
    var contentLength: Int {
        var octets = 3
        let cells = scanner.cells
        for place in 0..<cells.writtenCount {
            let (index, cell) = cells.written(at: place)
            if !cell.isEmpty, index != columns.parent, index != columns.position { octets &+= Int(cell.count) &+ 3 }
        }
        return octets
    }

    /// No fewer octets than `contentLength`, at once.
    var contentLengthAtMost: Int { scanner.recordLength &+ 3 &* scanner.cells.count &+ 3 }

    /// Where the row is in the package.
    var offset: Int { place(scanner.recordOffset) }

    /// What an offset of the file is in the package.
    func place(_ offset: Int) -> Int { InputPackage.offset(offset, inFile: file) }

    /// The id that a cell says, nothing if none does.
    var id: Bytes { cell(columns.id ?? .max) }

    /// What the row belongs to.
    var parent: CSVParent { CSVParent(cell(columns.parent ?? .max), level: columns.table.level) }

    /// Where among its parent's children it stands; those that do not say it come last, in the order of their rows.
    var position: Int { cell(columns.position ?? .max).wholeNumber ?? .max }

    /// Whether the row says its position as a number, or does not say it.
    var isPositionClear: Bool {
        let position = cell(columns.position ?? .max)
        return position.isEmpty || position.wholeNumber != nil
    }
}

/// Where the rows of a table are.
struct CSVView {
    let columns: CSVColumns
    /// Where the first row may begin, and the last.
    let first: Int
    var last: Int
}

/// What a child says of where it belongs: the id of a record or the number of its row, and for an override the same of a
/// slot behind a slash.
struct CSVParent {
    /// The record's id, or `#12`.
    let record: Bytes
    /// The same for the child that it is a child of.
    let child: Bytes

    init(_ cell: Bytes, level: Int) {
        var end = cell.count
        if level > 1 {
            for index in 0..<cell.count where cell[index] == UInt8(ascii: "/") && end == cell.count { end = index }
        }
        record = cell.prefix(end)
        child = cell.dropping(min(end + 1, cell.count))
    }

    /// Whether it is the record of this number and id.
    func refers(to number: Int, _ id: Bytes) -> Bool {
        if let row = record.rowNumber { return row == number }
        return record.count > 0 && record.equals(id)
    }
}

extension Bytes {
    /// The number that digits say, fifteen of them at most.
    var wholeNumber: Int? {
        guard count > 0, count <= 15 else { return nil }
        var number = 0
        for index in 0..<count {
            let digit = self[index] &- UInt8(ascii: "0")
            guard digit <= 9 else { return nil }
            number = 10 &* number &+ Int(digit)
        }
        return number
    }

    /// The number of a row: `#12`.
    var rowNumber: Int? {
        guard count > 1, self[0] == UInt8(ascii: "#"), self[1] != UInt8(ascii: "0") else { return nil }
        return dropping(1).wholeNumber
    }

    /// Sixty-four bits that stand for an id, of which the highest is set; another seed in every run, so that nobody can
    /// make up ids that share them.
    var keyHash: UInt64 { keyHash(seed: Self.seed) }

    /// The same with a seed of one's own, where every run must find the same.
    func keyHash(seed: UInt64) -> UInt64 {
        var hash = seed ^ UInt64(truncatingIfNeeded: count)
        var index = 0
        while index < count {
            let product = (hash ^ dropping(index).head).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
            hash = product.high ^ product.low ^ 0x9E37_79B9_7F4A_7C15
            index &+= 8
        }
        return hash | 1 << 63
    }

    private static let seed = UInt64.random(in: .min ... .max)
}
