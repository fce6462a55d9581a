import ExchangeBytes
import ExchangeDiagnostics
import ExchangeSyntax
import Testing

/// What a scanner makes of an input: its records, what it remarks, and the fault it ends with.
struct Table: Equatable {
    var separator = UInt8(ascii: ",")
    var records: [[String]] = []
    var rows: [Int] = []
    var offsets: [[Int]] = []
    var remarks: [String] = []
    var fault: String?

    init(_ octets: [UInt8], window: Int = 1 << 10, piece: Int = .max, limits: Limits = Limits()) {
        var handed = 0
        let source: ByteSource = { room in
            let count = min(room.count, piece, octets.count - handed)
            room.copyBytes(from: octets[handed..<handed + count])
            handed += count
            return count
        }
        var scanner = CSVScanner(
            ByteWindow(source, capacity: window, limit: min(limits.record, 1 << 30) + 16), limits: limits)
        do {
            try scanner.findDialect { ["id", "name", "start"].contains($0.text) }
            separator = scanner.separator
            while try scanner.next() {
                rows.append(scanner.rowsBefore)
                records.append((0..<scanner.cells.count).map { scanner[scanner.cells[$0]].text })
                offsets.append((0..<scanner.cells.count).map { scanner.offset(of: scanner.cells[$0]) })
                #expect(Self.written(scanner.cells) == Self.notEmpty(scanner.cells))
                for index in 0..<scanner.remarks.count {
                    let remark = scanner.remarks[index]
                    remarks.append("\(remark.code.rawValue) \(remark.offset) \(remark.cell)")
                }
            }
        } catch {
            if let note = error as? Note { fault = "\(note.code.rawValue) \(note.offset)" }
        }
    }

    init(_ text: String, limits: Limits = Limits()) { self.init(Array(text.utf8), limits: limits) }

    /// The cells that hold something, by their numbers, as they are handed over apart from the others.
    private static func written(_ cells: CSVCells) -> [Int: String] {
        let found = (0..<cells.writtenCount).map { cells.written(at: $0) }
        return Dictionary(
            uniqueKeysWithValues: found.filter { !$0.cell.isEmpty }.map { ($0.number, cells[$0.cell].text) })
    }

    private static func notEmpty(_ cells: CSVCells) -> [Int: String] {
        let numbers = (0..<cells.count).filter { !cells[$0].isEmpty }
        return Dictionary(uniqueKeysWithValues: numbers.map { ($0, cells.text($0).text) })
    }
}

@Suite struct CSVScannerTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let text: String
        let records: [[String]]
        var remarks: [String] = []
        var testDescription: String { text.debugDescription }
    }

    // swift-format-ignore
    static let cases = [
        Case(text: "", records: []),
        Case(text: "\u{FEFF}", records: []),
        Case(text: "\r\n\n\r", records: []),
        Case(text: "a", records: [["a"]]),
        Case(text: "a,b\r\nc,d\r\n", records: [["a", "b"], ["c", "d"]]),
        Case(text: "a,b\nc,d", records: [["a", "b"], ["c", "d"]]),
        Case(text: "a,b\rc,d\r", records: [["a", "b"], ["c", "d"]]),
        Case(text: "a,b\r\rc,d\n\r\ne", records: [["a", "b"], ["c", "d"], ["e"]]),
        Case(text: "\u{FEFF}a,b\n,\n", records: [["a", "b"], ["", ""]]),
        Case(text: ",", records: [["", ""]]),
        Case(text: ",,,,,,,,,,,,", records: [Array(repeating: "", count: 13)]),
        Case(text: "\"\"", records: [[""]]),
        Case(text: "\"\",\"\"\n\"\"", records: [["", ""], [""]]),
        Case(text: "\"a\",b\r\n\"c,d\",\"e\"\"f\"\r\n", records: [["a", "b"], ["c,d", "e\"f"]]),
        Case(text: "\"\"\"\"", records: [["\""]]),
        Case(text: "\"\"\"\"\"\",\"\"\"a\"\"\"", records: [["\"\"", "\"a\""]]),
        Case(text: "\"a\nb\",c\nd", records: [["a\nb", "c"], ["d"]]),
        Case(text: "x,\"a\r\nb\rc\n\rd\"\r\ne", records: [["x", "a\nb\nc\n\nd"], ["e"]], remarks: ["S114 2 1"]),
        Case(text: "\"\"\"\r\n\"\"\"", records: [["\"\n\""]], remarks: ["S114 0 0"]),
        Case(text: "a\tb,c", records: [["a\tb", "c"]]),
        Case(text: " a , b ", records: [[" a ", " b "]]),
        Case(text: "a\"b,c", records: [["a\"b", "c"]], remarks: ["S208 1 0"]),
        Case(text: "a \"b\"\"\",c\n", records: [["a \"b\"\"\"", "c"]], remarks: ["S208 2 0"]),
        Case(text: "x,\"a\"b,c\n", records: [["x", "\"a\"b", "c"]], remarks: ["S208 4 1"]),
        Case(text: "\"a\nb\" ,c", records: [["\"a\nb\" ", "c"]], remarks: ["S208 4 0"]),
        Case(text: "\"a\"\"b\"c\"", records: [["\"a\"\"b\"c\""]], remarks: ["S208 5 0"]),
        Case(text: "فلان,😀\r\n\"كرارا\",è", records: [["فلان", "😀"], ["كرارا", "è"]]),
        Case(text: "a,\u{85}\u{2028}\n", records: [["a", "\u{85}\u{2028}"]]),
        Case(text: "0123456,89abcdef,0123456789abcdefg,\"0123456789\"\n", records: [["0123456", "89abcdef", "0123456789abcdefg", "0123456789"]]),
    ]

    @Test("a table is cut as RFC 4180 says, whatever ends its lines", arguments: cases)
    func cutting(_ example: Case) {
        let table = Table(example.text)
        #expect(table.fault == nil)
        #expect(table.records == example.records)
        #expect(table.remarks == example.remarks)
        for piece in [1, 3, 64] {
            #expect(Table(Array(example.text.utf8), window: 8, piece: piece) == table)
        }
    }

    @Test("offsets are those of the cells as they are written, and rows are counted as a spreadsheet does")
    func places() {
        let table = Table("\u{FEFF}id,\"b\"\r\n\r\n\n\"x\"\"y\",,z\n")
        #expect(table.offsets == [[3, 6], [14, 21, 22]])
        #expect(table.rows == [0, 3])
    }

    @Test(
        "the separator is the one with which most names are known, or else most cells",
        arguments: [
            ("id,name\n", ","), ("id;name\n", ";"), ("id\tname\n", "\t"), ("id\n", ","), ("x;y,z;w\n", ";"),
            ("\"id;name\",\"a;b;c;d\"\n", ","), ("sep=;\r\nid,name;start\r\n", ";"), ("sep=\t\nid\n", "\t"),
            ("\u{FEFF}sep=,\na;b;c\n", ","), ("\n\n\r\nid;name\n", ";"), ("a \"x;y\",id\n", ","), ("", ","),
            ("id;\"name\"\n", ";"), ("id,x;y;z\n", ","),
        ])
    func dialect(_ text: String, _ separator: String) {
        for window in [8, 1 << 10] {
            #expect(Table(Array(text.utf8), window: window).separator == Array(separator.utf8)[0])
        }
    }

    @Test("the line that names the separator is a row, and no record")
    func separatorLine() {
        let table = Table("sep=;\r\nid;a\r\n1;2\r\n")
        #expect(table.records == [["id", "a"], ["1", "2"]])
        #expect(table.rows == [1, 2])
        #expect(Table("sep=x\nid\n").records == [["sep=x"], ["id"]])
    }

    @Test(
        "what is broken is found where it is",
        arguments: [
            ("id,b\n\"c⚡,d\n", "S202", -2), ("id\n⚡\"", "S202", 0), ("id,\"x\"\n1,⚡\"a\"\"\n", "S202", 0),
            ("id\na,⚡\u{0}b\n", "S108", 0), ("id\n\"a⚡\u{1}\"\n", "S108", 0), ("id\n⚡\u{1F}", "S108", 0),
            ("id\nabcdefgh⚡\u{FFFE},b", "S108", 0), ("id\n\"a\"b⚡\u{0}", "S108", 0),
            ("id,x\n\"فلان\",\"a⚡\u{1FFFF}\"", "S108", 0),
        ])
    func faults(_ text: String, _ code: String, _ shift: Int) {
        let parts = text.unicodeScalars.split(separator: "⚡", maxSplits: 1, omittingEmptySubsequences: false)
        let octets = Array((String(parts[0]) + String(parts[1])).utf8)
        let offset = String(parts[0]).utf8.count + shift
        for (window, piece) in [(1 << 10, Int.max), (8, 1), (8, 3)] {
            #expect(Table(octets, window: window, piece: piece).fault == "\(code) \(offset)")
        }
    }

    @Test("octets that are no UTF-8 are found in cells of both kinds")
    func notUTF8() {
        for broken: [UInt8] in [[0xFF], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80]] {
            for before in ["id\nx,", "id\n\"\",\"x\"\"y"] {
                let octets = Array(before.utf8) + broken + Array(before.hasSuffix("y") ? "\"\n".utf8 : "\n".utf8)
                for window in [8, 1 << 10] {
                    #expect(Table(octets, window: window, piece: 3).fault == "S104 \(before.utf8.count)")
                }
            }
        }
        #expect(Table([0xFF, 0xFE, 0x69, 0, 0x64, 0, 0x0A, 0]).fault?.hasPrefix("S1") == true)
    }

    @Test("limits hold for columns and records: at the limit all is well, one beyond is refused")
    func limits() {
        var limits = Limits()
        limits.columns = 5
        limits.record = 40
        #expect(Table("a,b,c,d,e\n", limits: limits).fault == nil)
        #expect(Table("a,b,c,d,e,f\n", limits: limits).fault == "S112 10")
        let long = String(repeating: "x", count: 40)
        #expect(Table("id\n\(long)\nb\n", limits: limits).fault == nil)
        #expect(Table("id\n\(long)x\nb\n", limits: limits).fault == "S112 3")
        #expect(Table("id\n\(long)\(long)\(long)\nb\n", limits: limits).fault == "S112 3")
        #expect(Table("id\n\"\(long)\(long)\(long)\nb\n", limits: limits).fault == "S202 3")
    }

    @Test("what the printer spells is cut into the same cells, and quotes stand only where they must")
    func printing() {
        var output = ByteBuffer()
        let cells = [
            "a", "", "a,b", "a;b", "a\tb", "say \"it\"", "a\nb", " a", "a ", "\"", "12345678,", "'x", "é",
            "0123456789abc\"",
        ]
        for separator in CSVScanner.separators {
            let printer = CSVPrinter(separator: separator)
            output.removeAll()
            for index in cells.indices {
                if index > 0 { output.append(separator) }
                var cell = ByteBuffer()
                cell.append(utf8: cells[index])
                printer.append(cell.bytes, to: &output)
            }
            printer.endRecord(to: &output)
            printer.endRecord(isEmpty: true, to: &output)
            let line = Table(Array("sep=".utf8) + [separator, 0x0A] + output.bytes.octets)
            #expect(line.records == [cells, [""]])
            #expect(line.remarks.isEmpty)
        }
        #expect(
            output.bytes.text
                == "a\t\ta,b\ta;b\t\"a\tb\"\t\"say \"\"it\"\"\"\t\"a\nb\"\t\" a\"\t\"a \"\t\"\"\"\"\t12345678,\t'x\té\t\"0123456789abc\"\"\"\r\n\"\"\r\n"
        )
    }
}
