import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel
import ExchangeSyntax

/// What no cell of a field says: the column `extras`, and columns that no field claims.
extension CSVRecordParser {
    mutating func readRest(
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
    func removePlaceholders(_ record: inout Record, _ node: Record.Node, _ schema: Schema) {
        for field in schema.shapes.indices where schema.shapes[field] == .texts {
            guard record.first(field, of: node) != nil else { continue }
            _ = record.remove(from: field, of: node) { text, _ in text.isEmpty }
        }
    }

    /// Keeps a cell that no field claims, under the name of its column or else its number.
    mutating func keep(
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

    mutating func appendForeign(
        to record: inout Record, _ node: Record.Node, _ schema: Schema, at offset: Int, _ path: () -> String
    ) throws {
        foreign.append("}")
        var isGiven = false
        record.eachExtra(of: node, schema) { if record[$0.label].equals("x-csv") { isGiven = true } }
        if isGiven { throw twice(CSVName.foreign, at: offset, path() + "/" + CSVName.foreign) }
        let json = record.bytes.append(sliceOf: foreign.bytes)
        let name = record.bytes.slice(of: CSVName.foreign)
        record.appendExtra(json, name: name, to: node, schema, at: offset)
    }
}
