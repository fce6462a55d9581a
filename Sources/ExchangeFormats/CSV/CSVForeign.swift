import ExchangeBytes
import ExchangeModel
import ExchangeSyntax

/// Reads back which cells of unknown columns an extra `x-csv` keeps.
struct CSVForeign: ~Copyable {
    struct Cell: BitwiseCopyable {
        let column: Int
        let text: Slice
    }

    /// The cells, in the order of the columns.
    private(set) var cells = Store<Cell>()
    /// What the cells' slices lie in.
    private(set) var bytes = ByteBuffer()
    private var scanner = JSONScanner(ByteWindow({ _ in 0 }, capacity: 4 << 10, limit: .max))
    private var spelled = ByteBuffer()

    /// Whether columns of a sheet can say all that the JSON does, so that a reader makes the same of them.
    mutating func read(_ json: Bytes, for sheet: CSVSheet, isSurvey: Bool) -> Bool {
        cells.removeAll()
        bytes.removeAll()
        spelled.removeAll()
        scanner.index = 0
        scanner.remarks.removeAll()
        scanner.window.show(json)
        do {
            return try members(of: sheet, isSurvey: isSurvey) && spelled.bytes.equals(json)
        } catch {
            return false
        }
    }

    private mutating func members(of sheet: CSVSheet, isSurvey: Bool) throws(Halt) -> Bool {
        guard try scanner.peek() == UInt8(ascii: "{"), try scanner.opens(UInt8(ascii: "{"), UInt8(ascii: "}")) else {
            return false
        }
        var latest = -1
        var needed = 0
        repeat {
            let name = bytes.append(sliceOf: try scanner.name())
            guard try scanner.peek() == UInt8(ascii: "\"") else { return false }
            let text = try scanner.string(into: &bytes)
            guard !text.isEmpty, let column = sheet.foreign(bytes[name], after: latest, isSurvey: isSurvey),
                column > latest
            else { return false }
            if !sheet.foreign.isUsed[column] { needed += 1 }
            latest = column
            cells.append(Cell(column: column, text: text))
            spelled.append(UInt8(ascii: spelled.isEmpty ? "{" : ","))
            JSONText.append(bytes[name], to: &spelled)
            spelled.append(":")
            JSONText.append(bytes[text], to: &spelled)
        } while try scanner.continues(until: UInt8(ascii: "}"))
        spelled.append("}")
        guard needed <= (isSurvey ? sheet.budget.left : 0), spelled.bytes.count <= Limits().string else { return false }
        if needed > 0 {
            sheet.budget.left -= needed
            for index in 0..<cells.count { sheet.foreign.use(cells[index].column) }
        }
        return true
    }
}
