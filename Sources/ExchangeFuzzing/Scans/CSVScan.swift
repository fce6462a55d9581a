import ExchangeBytes
import ExchangeSyntax

extension Scan {
    /// The records of a table, cell by cell, with what is remarked about them.
    mutating func scanTable(_ input: ByteInput, window: Int, limits: Limits) throws {
        var scanner = CSVScanner(try Self.window(input, window, limits), limits: limits)
        try scanner.findDialect { $0.equals("id") || $0.equals("name") || $0.equals("record") }
        while try scanner.next() {
            add("record ", at: scanner.recordOffset)
            for index in 0..<scanner.cells.count {
                let cell = scanner.cells[index]
                add("cell ", scanner[cell], at: scanner.offset(of: cell))
            }
            for index in 0..<scanner.remarks.count {
                let remark = scanner.remarks[index]
                add("remark ", at: remark.offset)
                Array("\(remark.code.rawValue) \(remark.cell)".utf8).withUnsafeBytes { extend($0) }
            }
            add("row ", at: scanner.recordOffset + scanner.recordLength)
            Array("\(scanner.rowsBefore)".utf8).withUnsafeBytes { extend($0) }
        }
    }
}
