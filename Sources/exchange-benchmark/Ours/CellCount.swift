import ExchangeBytes
import ExchangeSyntax

/// A table cut into cells, all of them UTF-8: how many there are, and how long they are together.
struct CellCount {
    private(set) var rows = 0
    private(set) var cells = 0
    private(set) var octets = 0

    init() {}

    init(_ input: ByteInput) throws {
        var scanner = CSVScanner(ByteWindow(try input.open()))
        try scanner.findDialect { _ in false }
        while try scanner.next() {
            rows += 1
            cells += scanner.cells.count
            for index in 0..<scanner.cells.count { octets &+= Int(scanner.cells[index].count) }
        }
    }

    var lines: String { "rows \(rows)\ncells \(cells)\noctets \(octets)\n" }

    /// The content of all cells as a line that a peer writes too: FNV-1a of 64 bits, with 0x1F behind each cell and 0x1E
    /// behind each row; its lower 48 bits, which fit any number.
    static func checksum(_ input: ByteInput) throws -> String {
        var sum: UInt64 = 0xCBF2_9CE4_8422_2325
        func add(_ octet: UInt8) { sum = (sum ^ UInt64(octet)) &* 0x100_0000_01B3 }
        var scanner = CSVScanner(ByteWindow(try input.open()))
        try scanner.findDialect { _ in false }
        while try scanner.next() {
            for index in 0..<scanner.cells.count {
                let text = scanner[scanner.cells[index]]
                for place in 0..<text.count { add(text[place]) }
                add(0x1F)
            }
            add(0x1E)
        }
        return "checksum \(sum & 0xFFFF_FFFF_FFFF)"
    }
}
