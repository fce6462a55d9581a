import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel
import ExchangeSyntax

/// Spells where something is in a table as people do who see it in a spreadsheet: `record 5, column start (C6)`.
///
/// Records are counted from 1 behind the header; the address in parentheses is that of the cell, empty lines counted.
/// Offsets are those within the file.
public struct CSVAddresses: AddressFinder, ~Copyable {
    private let input: ByteInput
    private let limits: Limits
    private var names: [String] = []
    private var scanner: CSVScanner?
    /// How many records were read behind the header, that at hand among them; 0 for the header.
    private var number = 0
    /// Whether the record at hand could not be read to its end.
    private var isBroken = false

    /// A finder that has read nothing of a file.
    public init(_ input: ByteInput, limits: Limits = Limits()) {
        self.input = input
        self.limits = limits
    }

    public mutating func address(of offset: Int, pointer: String) throws -> String {
        if offset < scanner?.recordOffset ?? .max { try begin() }
        while !isBroken, let next = scanner?.nextOffset, offset >= next, try advance() {}
        return describe(offset)
    }

    private mutating func begin() throws {
        let window = try ByteWindow(input, from: 0, size: 256 << 10, limits: limits)
        var scanner = CSVScanner(window, limits: limits)
        names = []
        (number, isBroken) = (0, false)
        do {
            try scanner.findDialect(isKnown: { CSVColumns.isKnown($0.text) })
            isBroken = try !scanner.next()
        } catch is Note {
            isBroken = true
        }
        for index in 0..<scanner.cells.count { names.append(scanner[scanner.cells[index]].text) }
        if names.first == CSVName.marker { names = names.map { $0.hasPrefix("'") ? String($0.dropFirst()) : $0 } }
        self.scanner = consume scanner
    }

    /// Goes to the next record; false if there is none.
    private mutating func advance() throws -> Bool {
        do {
            guard try scanner?.next() ?? false else { return false }
        } catch is Note {
            isBroken = true
        }
        number += 1
        return true
    }

    private func describe(_ offset: Int) -> String {
        var column: Int?
        var row = 0
        switch scanner {
        case .some(let scanner):
            row = scanner.rowsBefore + 1
            var low = 0
            var high = scanner.cells.count
            while low < high {
                let middle = (low + high) / 2
                if scanner.offset(of: scanner.cells[middle]) <= offset { low = middle + 1 } else { high = middle }
            }
            if low > 0 { column = low - 1 }
        case .none: break
        }
        let record = number == 0 ? "header" : "record \(number)"
        guard let column else { return record }
        let cell = "(\(Self.letters(column))\(row))"
        guard names.indices.contains(column), !names[column].isEmpty else { return "\(record) \(cell)" }
        return "\(record), column \(names[column]) \(cell)"
    }

    /// What a spreadsheet calls a column: A to Z, AA to ZZ and so on.
    private static func letters(_ column: Int) -> String {
        var text = ""
        var left = column + 1
        while left > 0 {
            text = String(UnicodeScalar(UInt8(65 + (left - 1) % 26))) + text
            left = (left - 1) / 26
        }
        return text
    }
}
