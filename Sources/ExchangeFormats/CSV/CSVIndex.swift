import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

/// Where the children of each record are, for a table whose rows do not stand in the order of their parents.
///
/// Twenty-four octets a row, and eight more while it is made.
final class CSVIndex {
    struct Entry: BitwiseCopyable {
        /// The number of the record that the row belongs to; while that is not known, the hash of its id.
        var key: UInt64
        let position: Int
        let offset: Int
    }

    private var entries = Store<Entry>()

    var count: Int { entries.count }

    subscript(index: Int) -> Entry { entries[index] }

    /// Whether the rows of a table follow their parents in order and by position, so that both can be read side by side.
    static func isInOrder(_ children: CSVView, _ parents: CSVView) throws -> Bool {
        var children = try CSVRows(children)
        var parents = try CSVRows(parents)
        var groups = CSVGroups()
        var hasChild = try children.next()
        while hasChild, try parents.next() {
            let id = parents.id
            groups.begin()
            while hasChild, children.parent.refers(to: parents.number, id) {
                guard groups.admit(children.cell(children.columns.parent ?? .max), children.parent, children.position)
                else { return false }
                hasChild = try children.next()
            }
        }
        return !hasChild
    }

    /// The index of a table's rows; throws a finding for the first of them that belongs to nothing.
    init(_ children: CSVView, _ parents: CSVView?) throws {
        var rows = try CSVRows(children)
        while try rows.next() {
            let parent = rows.parent.record
            let key = parent.rowNumber.map { UInt64($0) } ?? parent.keyHash
            entries.append(Entry(key: key, position: rows.position, offset: rows.scanner.recordOffset))
        }
        sort()
        var claims = Store<UInt64>()
        claims.append(repeating: 0, count: entries.count)
        var records = 0
        if let parents {
            var rows = try CSVRows(parents)
            while try rows.next() {
                records += 1
                claim(rows.id.keyHash, for: rows.number, &claims)
            }
        }
        var orphan: Int?
        for index in 0..<entries.count {
            let key = entries[index].key
            let isRow = key & 1 << 63 == 0
            if isRow, key <= UInt64(records) { continue }
            if !isRow, claims[index] > 0 {
                entries[index].key = claims[index]
            } else {
                orphan = min(orphan ?? .max, entries[index].offset)
            }
        }
        if let orphan { throw try Self.finding(orphan, children, parents) }
        sort()
    }

    private func sort() {
        entries.sort { left, right in
            if left.key != right.key { return left.key < right.key }
            return left.position != right.position ? left.position < right.position : left.offset < right.offset
        }
    }

    /// Gives the rows of an id to the first record that bears it.
    private func claim(_ key: UInt64, for number: Int, _ claims: inout Store<UInt64>) {
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].key < key { low = middle + 1 } else { high = middle }
        }
        while low < entries.count, entries[low].key == key, claims[low] == 0 {
            claims[low] = UInt64(number)
            low += 1
        }
    }

    // MARK: What belongs to nothing

    /// How many ids are looked at for one that was probably meant.
    private static let candidates = 10_000

    private static func finding(_ offset: Int, _ children: CSVView, _ parents: CSVView?) throws -> Diagnostic {
        var rows = try CSVRows(children)
        _ = try rows.go(to: offset)
        let parent = rows.parent.record.text
        var ids: [String] = []
        if let parents {
            var rows = try CSVRows(parents)
            while ids.count < candidates, try rows.next() { ids.append(rows.id.text) }
        }
        return Self.finding(parent, rows, kind: children.columns.table.type.rawValue, ids)
    }

    /// The finding that a row belongs to something that is not there.
    static func finding(
        _ parent: String, _ rows: borrowing CSVRows, kind: String, _ ids: [String]
    ) -> Diagnostic {
        let table = rows.columns.table
        let sentence: String
        if rows.columns.parent == nil {
            sentence = "\(table.name) have no column \"parent\" that says which \(kind) each row belongs to"
        } else if parent.isEmpty {
            sentence = "a row of \(table.name) that does not say in \"parent\" which \(kind) it belongs to"
        } else {
            sentence = "a row of \(table.name) belongs to \"\(parent)\", but there is no such \(kind)"
        }
        let place = rows.offset(ofCell: rows.columns.parent ?? .max)
        return Diagnostic(
            .danglingReference, message: sentence,
            subject: Diagnostic.Subject(kind: table.type.rawValue),
            at: Diagnostic.Location(position: Position(offset: place), path: ""),
            suggestions: Resemblance.nearest(to: parent, among: ids))
    }
}

/// The children of one record as they come: those of one parent must stand together and by position.
struct CSVGroups {
    private var latest: UInt64 = 0
    private var position = 0
    private var seen: Set<UInt64> = []
    /// Whether slots are named by their ids, by their numbers.
    private var (usesIDs, usesNumbers) = (false, false)

    mutating func begin() {
        (latest, position) = (0, .min)
        (usesIDs, usesNumbers) = (false, false)
        if !seen.isEmpty { seen.removeAll() }
    }

    mutating func admit(_ cell: Bytes, _ parent: CSVParent, _ position: Int) -> Bool {
        let isChild = !parent.child.isEmpty
        let group = isChild ? parent.child.keyHash : 1
        if group != latest {
            if isChild {
                if parent.child.rowNumber != nil { usesNumbers = true } else { usesIDs = true }
                guard seen.insert(group).inserted, !(usesIDs && usesNumbers) else { return false }
            }
            (latest, self.position) = (group, .min)
        }
        guard position >= self.position else { return false }
        self.position = position
        return true
    }
}

/// The children of one record after another, in their order.
struct CSVChildFeed: ~Copyable {
    private(set) var rows: CSVRows
    private let index: CSVIndex?
    private var next = 0
    private var isWaiting = false

    init(_ view: CSVView, _ index: CSVIndex?, windowSize: Int? = nil) throws {
        // Rows that are fetched one by one need not come with all that follows them.
        let few = min(16 << 10, view.columns.file.windowSize)
        rows = try CSVRows(view, windowSize: index == nil ? windowSize : few)
        self.index = index
    }

    /// Goes to the next child of a record; false if there is none. Records come in their order.
    mutating func next(ofRecord number: Int, _ id: Bytes) throws -> Bool {
        if let index {
            while next < index.count, index[next].key < UInt64(number) { next += 1 }
            guard next < index.count, index[next].key == UInt64(number) else { return false }
            next += 1
            return try rows.go(to: index[next - 1].offset)
        }
        if !isWaiting { isWaiting = try rows.next() }
        guard isWaiting, rows.parent.refers(to: number, id) else { return false }
        isWaiting = false
        return true
    }
}
