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
    private var rest: RestReader
    private let limits: Limits
    /// The cells that no field claims, as JSON.
    private var foreign = ByteBuffer()
    /// The columns that were remarked upon where several tables lie in one file.
    private var remarked: Set<String> = []

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
        let cells = rows.scanner.cells.count
        if rows.scanner.remarks.count > 0 { remark(rows, path()) }
        if rows.scanner.recordLength > limits.string { try checkLengths(rows, path()) }
        if cells != columns.columns.count { checkCount(rows, path()) }
        var hasRest = false
        if let extras = columns.extras, extras < cells, !rows.cell(extras).isEmpty {
            hasRest = true
            try readRest(rows.cell(extras), into: &record, node, rows, wanted, path)
        }
        foreign.removeAll()
        var firstForeign = 0
        let needsCare = hasRest || columns.needsCare
        for index in 0..<cells {
            if rows.scanner.cells[index].isEmpty { continue }
            let column = index < columns.columns.count ? columns.columns[index] : CSVColumns.Column(role: .unknown)
            switch column.role {
            case .skipped, .extras: continue
            case .unknown:
                if wanted != nil || rows.cell(index).isEmpty { continue }
                if foreign.isEmpty { firstForeign = rows.offset(ofCell: index) }
                keep(rows.cell(index), of: column, index, rows, path)
            case .scalar, .list, .participations, .version:
                if let wanted, !wanted[column.field] { continue }
                try value(index, column, rows, into: &record, node, needsCare: needsCare, path)
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

    // MARK: Values

    private mutating func value(
        _ index: Int, _ column: CSVColumns.Column, _ rows: borrowing CSVRows, into record: inout Record,
        _ node: Record.Node, needsCare: Bool, _ path: () -> String
    ) throws {
        let cell = rows.cell(index)
        guard !cell.isEmpty else { return }
        let field = column.field
        let offset = rows.offset(ofCell: index)
        if needsCare {
            if column.role == .version {
                return try version(cell, column, rows, into: &record, node, at: offset, path)
            }
            if record.isGiven(field, of: node) { throw twice(rows.columns.schema.fields[field].name, at: offset, path) }
        }
        switch column.role {
        case .version:
            let text = record.bytes.append(sliceOf: cell)
            let label = record.bytes.append(sliceOf: rows.columns.names[column.name])
            record.append(text, label: label, to: field, of: node, at: offset)
            return
        case .list:
            appendItems(cell, to: &record, field, node, at: offset)
            return
        case .participations:
            if appendParticipations(cell, to: &record, field, node, at: offset) { return }
        default:
            let text = record.bytes.append(sliceOf: cell)
            switch column.shape {
            case .string:
                record.append(text, to: field, of: node, at: offset)
                return
            case .integer where cell.isJSONNumber && cell.isWhole,
                .flag where cell.equals("true") || cell.equals("false"):
                record.append(text, to: field, of: node, at: offset)
                return
            case .decimal where cell.isJSONNumber:
                if let shortest = DecimalSpelling.shorten(text, in: &record.bytes) {
                    if shortest != text {
                        remarks.add(.numberSpelling, at: offset, path: Self.path(path(), rows.columns.schema, field))
                    }
                    record.append(shortest, to: field, of: node, at: offset)
                    return
                }
            default: break
            }
        }
        // Not what the field holds: it is kept as it is, as a string.
        let schema = rows.columns.schema
        remarks.add(
            .wrongType, at: offset, path: Self.path(path(), schema, field),
            detail: Self.expectation(schema.fields[field].kind))
        record.setAside(field, of: node)
        let name = record.bytes.slice(of: schema.fields[field].name)
        let json = Slice(offset: record.bytes.count, count: 0)
        JSONText.append(cell, to: &record.bytes)
        record.appendExtra(
            Slice(offset: Int(json.offset), count: record.bytes.count - Int(json.offset)), name: name, to: node, schema,
            at: offset)
    }

    private static func expectation(_ kind: Kind) -> String {
        kind.shape == .participations
            ? "a list of references is expected: ref/role ref/role" : Expectation(kind).sentence
    }

    /// A version where the rest may have kept a place for it, or another column may be of the same language.
    private mutating func version(
        _ cell: Bytes, _ column: CSVColumns.Column, _ rows: borrowing CSVRows, into record: inout Record,
        _ node: Record.Node, at offset: Int, _ path: () -> String
    ) throws {
        let text = record.bytes.append(sliceOf: cell)
        let label = record.bytes.append(sliceOf: rows.columns.names[column.name])
        if record.fill(column.field, of: node, label: record[label], with: text, at: offset) { return }
        let name = rows.columns.schema.fields[column.field].name
        var count = 0
        var isGiven = record.first(column.field, of: node) == nil && record.isGiven(column.field, of: node)
        record.each(column.field, of: node) { other in
            count += 1
            if JSONRecordParser.areSame(record[other.label], record[label]) { isGiven = true }
        }
        if isGiven { throw twice("\(name)@\(record[label].text)", at: offset, path) }
        if count >= limits.languages {
            throw fault(
                .limitExceeded, "a text in more languages than the limit of \(limits.languages)", at: offset,
                path() + "/" + name)
        }
        record.append(text, label: label, to: column.field, of: node, at: offset)
    }

    private func appendItems(
        _ cell: Bytes, to record: inout Record, _ field: Int, _ node: Record.Node, at offset: Int
    ) {
        Self.eachItem(of: cell) { item, begin in
            let text = record.bytes.append(sliceOf: item)
            record.append(text, to: field, of: node, at: offset)
            return true
        }
    }

    /// Hands over what stands between blanks, for as long as it is wanted.
    private static func eachItem(of cell: Bytes, _ body: (Bytes, Int) -> Bool) {
        var begin = 0
        for index in 0...cell.count where index == cell.count || cell[index] == 0x20 {
            if index > begin, !body(Bytes(start: cell.start + begin, count: index - begin), begin) { return }
            begin = index + 1
        }
    }

    /// Appends references; false, and nothing appended, if one of them is none.
    private func appendParticipations(
        _ cell: Bytes, to record: inout Record, _ field: Int, _ node: Record.Node, at offset: Int
    ) -> Bool {
        var isWhole = true
        Self.eachItem(of: cell) { item, _ in
            if CSVParticipation(item) == nil { isWhole = false }
            return isWhole
        }
        guard isWhole else { return false }
        Self.eachItem(of: cell) { item, _ in
            guard let participation = CSVParticipation(item) else { return false }
            let ref = record.bytes.append(sliceOf: participation.ref)
            let role = record.bytes.append(sliceOf: participation.role)
            record.append(ref, label: role, to: field, of: node, at: offset)
            return true
        }
        return true
    }

    // MARK: What cells do not say

    private mutating func readRest(
        _ json: Bytes, into record: inout Record, _ node: Record.Node, _ rows: borrowing CSVRows, _ wanted: [Bool]?,
        _ path: () -> String
    ) throws {
        let offset = rows.offset(ofCell: rows.columns.extras ?? 0)
        var found: [(Code, String?)] = []
        do {
            try rest.read(json, into: &record, node, rows.columns.schema, at: offset, wanted: wanted) { code, detail in
                found.append((code, detail))
            }
        } catch {
            let detail = error.detail ?? error.code.sentence
            throw fault(error.code, "in the column \"extras\": \(detail)", at: offset, path())
        }
        for (code, detail) in found { remarks.add(code, at: offset, path: path(), detail: detail) }
    }

    /// Takes away the places of versions that no cell has filled.
    private func removePlaceholders(_ record: inout Record, _ node: Record.Node, _ schema: Schema) {
        for field in schema.shapes.indices where schema.shapes[field] == .texts {
            guard record.first(field, of: node) != nil else { continue }
            _ = record.remove(from: field, of: node) { text, _ in text.isEmpty }
        }
    }

    /// Keeps a cell that no field claims, under the name of its column or else its number.
    private mutating func keep(
        _ cell: Bytes, of column: CSVColumns.Column, _ index: Int, _ rows: borrowing CSVRows, _ path: () -> String
    ) {
        foreign.append(UInt8(ascii: foreign.isEmpty ? "{" : ","))
        if column.name.isEmpty {
            foreign.append("\"#")
            foreign.append(utf8: String(index + 1))
            foreign.append("\"")
        } else {
            let columns = rows.columns
            JSONText.append(columns.names[column.name], to: &foreign)
            if columns.record != nil { remarkOnce(column, index, rows, path) }
        }
        foreign.append(":")
        JSONText.append(cell, to: &foreign)
    }

    /// Where a file holds several tables, a column may mean something to one of them and nothing to this.
    private mutating func remarkOnce(
        _ column: CSVColumns.Column, _ index: Int, _ rows: borrowing CSVRows, _ path: () -> String
    ) {
        let name = rows.columns.names[column.name].text
        let table = rows.columns.table.name
        guard remarked.insert("\(table)/\(name)").inserted else { return }
        remarks.add(
            .unknownColumn, at: rows.offset(ofCell: index), path: path(),
            detail: "no field of \(table) is called \"\(name)\"; its cells are kept as they are")
    }

    private mutating func appendForeign(
        to record: inout Record, _ node: Record.Node, _ schema: Schema, at offset: Int, _ path: () -> String
    ) throws {
        foreign.append("}")
        var isGiven = false
        record.eachExtra(of: node, schema) { if record[$0.label].equals("x-csv") { isGiven = true } }
        if isGiven { throw twice(CSVName.foreign, at: offset, path) }
        let json = record.bytes.append(sliceOf: foreign.bytes)
        let name = record.bytes.slice(of: CSVName.foreign)
        record.appendExtra(json, name: name, to: node, schema, at: offset)
    }

    // MARK: What is wrong with a row

    private mutating func remark(_ rows: borrowing CSVRows, _ path: String) {
        for index in 0..<rows.scanner.remarks.count {
            let found = rows.scanner.remarks[index]
            remarks.add(found.code, at: rows.place(found.offset), path: Self.path(path, rows.columns, found.cell))
        }
    }

    private func checkLengths(_ rows: borrowing CSVRows, _ path: String) throws {
        for index in 0..<rows.scanner.cells.count {
            let count = Int(rows.scanner.cells[index].count)
            // JSON in a cell is as long as its record may be; the strings in it are looked at when it is read.
            guard count > limits.string, index != rows.columns.extras else { continue }
            throw fault(
                .limitExceeded, "a cell of \(count) octets; the limit is \(limits.string)",
                at: rows.offset(ofCell: index), Self.path(path, rows.columns, index))
        }
    }

    private mutating func checkCount(_ rows: borrowing CSVRows, _ path: String) {
        let (count, expected) = (rows.scanner.cells.count, rows.columns.columns.count)
        if count < expected {
            let missing = rows.columns.file.names[count...].map { "\"\($0.text)\"" }
            let names = missing.prefix(5).joined(separator: ", ") + (missing.count > 5 ? ", …" : "")
            return remarks.add(
                .raggedRow, at: rows.offset, path: path,
                detail: "\(count) cells where the header has \(expected); none for \(names)")
        }
        for index in expected..<count where !rows.cell(index).isEmpty {
            return remarks.add(
                .raggedRow, at: rows.offset(ofCell: index), path: path,
                detail: "\(count) cells where the header has \(expected); the others are kept under their numbers")
        }
    }

    private func twice(_ name: String, at offset: Int, _ path: () -> String) -> Diagnostic {
        fault(
            .duplicateKey, "\"\(name)\" is given a second time; leave one of the two out", at: offset,
            path() + "/" + name.replacing("@", with: "/"))
    }

    private func fault(_ code: Code, _ detail: String, at offset: Int, _ path: String) -> Diagnostic {
        Diagnostic(code, message: detail, at: Diagnostic.Location(position: Position(offset: offset), path: path))
    }

    private static func path(_ path: String, _ schema: Schema, _ field: Int) -> String {
        path + "/" + schema.fields[field].name
    }

    /// The way to what a cell says.
    private static func path(_ path: String, _ columns: CSVColumns, _ index: Int) -> String {
        guard index < columns.columns.count else { return path }
        let column = columns.columns[index]
        switch column.role {
        case .skipped, .extras, .unknown: return path
        case .version:
            let tag = columns.names[column.name].text.replacing("~", with: "~0").replacing("/", with: "~1")
            return self.path(path, columns.schema, column.field) + "/" + tag
        case .scalar, .list, .participations: return self.path(path, columns.schema, column.field)
        }
    }
}
