import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel
import ExchangeSyntax

/// Fills records from rows, as the columns say.
///
/// What the column `extras` holds is read first: it may say in which order the versions of a text stand. Cells then fill
/// the places that it leaves, or are appended.
struct CSVRecordParser: ~Copyable {
    var remarks = CSVRemarks()
    var rest: RestReader
    let limits: Limits
    /// The cells that no field claims, as JSON.
    var foreign = ByteBuffer()
    /// The columns that were remarked upon where several tables lie in one file.
    var remarked: Set<String> = []

    init(limits: Limits) {
        self.limits = limits
        rest = RestReader(limits: limits)
    }

    /// Reads the row at hand into a node of a record; `wanted` marks the fields that are read, if not all are.
    mutating func fill(
        _ record: inout Record, _ node: Record.Node = .root, from rows: borrowing CSVRows, wanted: [Bool]? = nil,
        path: () -> String
    ) throws {
        let columns = rows.columns
        let cells = rows.scanner.cells
        if rows.scanner.remarks.count > 0 { remark(rows, path()) }
        if rows.scanner.recordLength > limits.string { try checkLengths(rows, path()) }
        if cells.count != columns.columns.count { checkCount(rows, path()) }
        var hasRest = false
        if let extras = columns.extras, extras < cells.count, !rows.cell(extras).isEmpty {
            hasRest = true
            try readRest(rows.cell(extras), into: &record, node, rows, wanted, path)
        }
        foreign.removeAll()
        var firstForeign = 0
        let needsCare = hasRest || columns.needsCare
        for number in 0..<cells.writtenCount {
            let (index, place) = cells.written(at: number)
            let cell = rows.opened(cells[place])
            if cell.isEmpty { continue }
            let column = index < columns.columns.count ? columns.columns[index] : CSVColumns.Column(role: .unknown)
            switch column.role {
            case .skipped, .extras: continue
            case .unknown:
                if wanted != nil { continue }
                if foreign.isEmpty { firstForeign = rows.offset(ofCell: index) }
                keep(cell, of: column, index, rows, path)
            case .scalar, .list, .participations, .version:
                if let wanted, !wanted[column.field] { continue }
                let offset = rows.place(cells.offset(of: place))
                try value(cell, column, rows, into: &record, node, at: offset, needsCare: needsCare, path)
            }
        }
        if hasRest { removePlaceholders(&record, node, columns.schema) }
        if !foreign.isEmpty { try appendForeign(to: &record, node, columns.schema, at: firstForeign, path) }
    }

    /// Remarks something about a table as a whole.
    mutating func remark(_ note: Note, inFile number: Int, path: String) {
        let offset = InputPackage.offset(note.offset, inFile: number)
        remarks.add(note.code, at: offset, path: path, detail: note.detail, suggestions: note.suggestions)
    }
}
