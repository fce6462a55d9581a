import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel
import ExchangeSyntax

/// What a cell says of a field.
extension CSVRecordParser {
    mutating func value(
        _ cell: Bytes, _ column: CSVColumns.Column, _ rows: borrowing CSVRows, into record: inout Record,
        _ node: Record.Node, at offset: Int, needsCare: Bool, _ path: () -> String
    ) throws {
        let field = column.field
        if needsCare {
            if column.role == .version {
                return try version(cell, column, rows, into: &record, node, at: offset, path)
            }
            if record.isGiven(field, of: node) {
                throw twice(
                    rows.columns.schema.fields[field].name, at: offset, Self.path(path(), rows.columns.schema, field))
            }
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
        if column.shape == .decimal, let number = cell.withDecimalPoint {
            remarks.add(
                .decimalComma, at: offset, path: Self.path(path(), schema, field),
                suggestions: [number])
        } else {
            remarks.add(
                .wrongType, at: offset, path: Self.path(path(), schema, field),
                detail: Self.expectation(schema.fields[field].kind))
        }
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
        if isGiven {
            let way = "\(path())/\(name)/\(Self.escaped(record[label].text))"
            throw twice("\(name)@\(record[label].text)", at: offset, way)
        }
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
}
