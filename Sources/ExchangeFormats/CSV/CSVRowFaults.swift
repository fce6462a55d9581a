import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel
import ExchangeSyntax

/// What is wrong with a row, and the way to it.
extension CSVRecordParser {
    mutating func remark(_ rows: borrowing CSVRows, _ path: String) {
        for index in 0..<rows.scanner.remarks.count {
            let found = rows.scanner.remarks[index]
            remarks.add(found.code, at: rows.place(found.offset), path: Self.path(path, rows.columns, found.cell))
        }
    }

    func checkLengths(_ rows: borrowing CSVRows, _ path: String) throws {
        for index in 0..<rows.scanner.cells.count {
            let count = Int(rows.scanner.cells[index].count)
            // JSON in a cell is as long as its record may be; the strings in it are looked at when it is read.
            guard count > limits.string, index != rows.columns.extras else { continue }
            throw fault(
                .limitExceeded, "a cell of \(count) octets; the limit is \(limits.string)",
                at: rows.offset(ofCell: index), Self.path(path, rows.columns, index))
        }
    }

    mutating func checkCount(_ rows: borrowing CSVRows, _ path: String) {
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

    func twice(_ name: String, at offset: Int, _ path: String) -> Diagnostic {
        fault(.duplicateKey, "\"\(name)\" is given a second time; leave one of the two out", at: offset, path)
    }

    func fault(_ code: Code, _ detail: String, at offset: Int, _ path: String) -> Diagnostic {
        Diagnostic(code, message: detail, at: Diagnostic.Location(position: Position(offset: offset), path: path))
    }

    static func path(_ path: String, _ schema: Schema, _ field: Int) -> String {
        path + "/" + schema.fields[field].name
    }

    /// A name as a JSON Pointer spells it (RFC 6901).
    static func escaped(_ name: String) -> String {
        name.replacing("~", with: "~0").replacing("/", with: "~1")
    }

    /// The way to what a cell says.
    static func path(_ path: String, _ columns: CSVColumns, _ index: Int) -> String {
        guard index < columns.columns.count else { return path }
        let column = columns.columns[index]
        switch column.role {
        case .skipped, .extras, .unknown: return path
        case .version:
            return self.path(path, columns.schema, column.field) + "/" + escaped(columns.names[column.name].text)
        case .scalar, .list, .participations: return self.path(path, columns.schema, column.field)
        }
    }
}
