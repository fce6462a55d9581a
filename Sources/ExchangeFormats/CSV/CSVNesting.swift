import ExchangeBytes
import ExchangeSyntax

/// Finds out, while the rows of a file that holds several tables are looked over, whether those of children stand right
/// behind the rows of their parents: then a file is read in one go, and nothing needs to be looked up.
///
/// What stands so is what would be found if both tables were read side by side (`CSVIndex.isInOrder`). That gives a child
/// to the first parent whose id it names: where several parents in a row bear one id, nothing is said to stand so.
struct CSVNesting {
    /// What is known of the table of children of one number.
    private struct Children {
        var isNested = true
        var groups = CSVGroups()
        /// The hashes of the ids of the parents since the last one that had children, that one among them.
        var ids: Set<UInt64> = []
        /// Whether the latest parent's id may be that of another among them.
        var isAmbiguous = false
    }

    private final class Name {
        var bytes = ByteBuffer()
    }

    /// So many parents without children in a row are kept in mind.
    private static let most = 4096

    private var children: [Children] = CSVTable.all.map { _ in Children() }
    /// How many rows of each table have been seen, and the id of the latest.
    private var numbers: [Int] = CSVTable.all.map { _ in 0 }
    private let ids: [Name] = CSVTable.all.map { _ in Name() }
    private var hashes: [UInt64] = CSVTable.all.map { _ in 0 }
    private let parents: [Int] = CSVTable.all.map { CSVTable.index(of: $0.type.schema) }
    private let tables: [[Int]] = CSVTable.all.indices.map { parent in
        CSVTable.all.indices.filter {
            CSVTable.all[$0].isChild && CSVTable.index(of: CSVTable.all[$0].type.schema) == parent
        }
    }

    /// Whether all rows of a table of children stand right behind their parents, by position.
    func isNested(_ table: Int) -> Bool { children[table].isNested }

    /// Takes in a row of a table; answers which record of its table it is, counted from 1.
    mutating func take(_ table: Int, _ rows: borrowing CSVRows) -> Int {
        if rows.columns.table.isChild {
            child(table, rows.cell(rows.columns.parent ?? .max), rows.parent, rows.position)
        } else {
            numbers[table] += 1
            if !tables[table].isEmpty { parent(table, rows.id) }
        }
        return numbers[table]
    }

    /// Takes in a record, by its id.
    private mutating func parent(_ table: Int, _ id: Bytes) {
        hashes[table] = id.keyHash
        ids[table].bytes.removeAll()
        ids[table].bytes.append(id)
        for child in tables[table] where children[child].isNested {
            children[child].groups.begin()
            let isFull = children[child].ids.count >= Self.most
            children[child].isAmbiguous = isFull || !children[child].ids.insert(hashes[table]).inserted
        }
    }

    /// Takes in a child, by what it says of its parent.
    private mutating func child(_ table: Int, _ cell: Bytes, _ parent: CSVParent, _ position: Int) {
        guard children[table].isNested else { return }
        let record = parents[table]
        let isRow = parent.record.rowNumber != nil
        guard parent.refers(to: numbers[record], ids[record].bytes.bytes), isRow || !children[table].isAmbiguous,
            children[table].groups.admit(cell, parent, position)
        else {
            children[table].isNested = false
            return
        }
        if children[table].ids.count > 1 || isRow {
            children[table].ids.removeAll(keepingCapacity: true)
            children[table].isAmbiguous = false
            children[table].ids.insert(hashes[record])
        }
    }
}
