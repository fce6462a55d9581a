import ExchangeBytes
import ExchangeSyntax
import Testing

/// What RFC 4180 makes of a table, octet by octet: the twin of the scanner, which cuts by masks.
private struct Twin {
    var records: [[[UInt8]]] = []
    var offsets: [[Int]] = []
    var rows: [Int] = []
    var remarks: [String] = []
    var fault: String?

    private let octets: [UInt8]
    private let separator: UInt8
    private var place = 0
    private var row = 0

    init(_ octets: [UInt8], _ separator: UInt8) {
        self.octets = octets
        self.separator = separator
        while fault == nil, place < octets.count {
            if isLine(place) {
                passLine()
            } else {
                record()
            }
        }
    }

    private func isLine(_ place: Int) -> Bool { octets[place] == 0x0A || octets[place] == 0x0D }
    private func isEnd(_ place: Int) -> Bool {
        place >= octets.count || octets[place] == separator || isLine(place)
    }
    private func isControl(_ place: Int) -> Bool {
        octets[place] < 0x20 && octets[place] != 0x09 && !isLine(place)
    }

    private mutating func passLine() {
        place += octets[place] == 0x0D && place + 1 < octets.count && octets[place + 1] == 0x0A ? 2 : 1
        row += 1
    }

    private mutating func record() {
        var (cells, begins): ([[UInt8]], [Int]) = ([], [])
        var found: [String] = []
        let begin = place
        let rowsBefore = row
        repeat {
            if !cells.isEmpty { place += 1 }
            begins.append(place)
            cells.append(cell(cells.count, &found))
        } while fault == nil && place < octets.count && octets[place] == separator
        if fault == nil, let index = firstInvalid(begin, place) { fault = "\(index.code) \(index.place)" }
        guard fault == nil else { return }
        if place < octets.count { passLine() } else { row += 1 }
        records.append(cells)
        offsets.append(begins)
        rows.append(rowsBefore)
        remarks.append(contentsOf: found)
    }

    private mutating func cell(_ number: Int, _ remarks: inout [String]) -> [UInt8] {
        let begin = place
        var text: [UInt8] = []
        var hasReturn = false
        guard place < octets.count, octets[place] == 0x22 else { return literal(begin, number, &remarks) }
        place += 1
        while place < octets.count {
            let octet = octets[place]
            if octet == 0x22 {
                place += 1
                if place < octets.count, octets[place] == 0x22 {
                    text.append(octet)
                } else if isEnd(place) {
                    if hasReturn { remarks.append("S114 \(begin) \(number)") }
                    return text
                } else {
                    remarks.append("S208 \(place - 1) \(number)")
                    var other: [String] = []
                    let rest = literal(place, number, &other)
                    let spelled = Array(octets[begin..<place - rest.count]) + rest
                    if hasReturn { remarks.append("S114 \(begin) \(number)") }
                    return hasReturn ? Self.lines(spelled) : spelled
                }
            } else if octet == 0x0D {
                hasReturn = true
                text.append(0x0A)
                if place + 1 < octets.count, octets[place + 1] == 0x0A { place += 1 }
            } else if isControl(place) {
                fault = "S108 \(place)"
                return []
            } else {
                text.append(octet)
            }
            place += 1
        }
        fault = "S202 \(begin)"
        return []
    }

    private static func lines(_ octets: [UInt8]) -> [UInt8] {
        var lines: [UInt8] = []
        for (index, octet) in octets.enumerated() {
            if octet == 0x0D {
                lines.append(0x0A)
            } else if octet != 0x0A || index == 0 || octets[index - 1] != 0x0D {
                lines.append(octet)
            }
        }
        return lines
    }

    /// What stands up to the end of a cell.
    private mutating func literal(_ begin: Int, _ number: Int, _ remarks: inout [String]) -> [UInt8] {
        var isRemarked = false
        while !isEnd(place) {
            if isControl(place) {
                fault = "S108 \(place)"
                return []
            }
            if octets[place] == 0x22, !isRemarked {
                isRemarked = true
                remarks.append("S208 \(place) \(number)")
            }
            place += 1
        }
        return Array(octets[begin..<place])
    }

    private func firstInvalid(_ begin: Int, _ end: Int) -> (code: String, place: Int)? {
        var place = begin
        while place < end {
            if octets[place] < 0x80 {
                place += 1
                continue
            }
            var count = 2
            while count <= 4, place + count <= end {
                if let text = String(validating: octets[place..<place + count], as: UTF8.self) {
                    let scalar = text.unicodeScalars.first?.value ?? 0
                    if scalar & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar) { return ("S108", place) }
                    break
                }
                count += 1
            }
            if count > 4 || place + count > end { return ("S104", place) }
            place += count
        }
        return nil
    }
}

@Suite struct CSVTwinTests {
    /// Makes tables of pieces that meet in every way, so that quotes and ends of lines stand at the edges of blocks too.
    private static func octets(_ random: inout some RandomNumberGenerator, _ pieces: [String]) -> [UInt8] {
        var octets: [UInt8] = []
        let count = Int.random(in: 1...300, using: &random)
        while octets.count < count {
            octets.append(contentsOf: (pieces.randomElement(using: &random) ?? "a").utf8)
            if Int.random(in: 0..<12, using: &random) == 0 {
                octets.append(contentsOf: repeatElement(0x61, count: Int.random(in: 0...70, using: &random)))
            }
        }
        return octets
    }

    private static func check(_ octets: [UInt8], _ random: inout some RandomNumberGenerator) {
        // The first line says the separator, and is no record.
        let line = Array("sep=,\n".utf8)
        let twin = Twin(octets, 0x2C)
        var window = ([8, 64, 65, 128, 1000].randomElement(using: &random) ?? 64)
        if octets.count > 200, window == 8 { window = 16 }
        for piece in [Int.random(in: 1...70, using: &random), .max] {
            let table = Table(line + octets, window: window, piece: piece)
            let records = twin.records.map { $0.map { String(decoding: $0, as: UTF8.self) } }
            #expect(table.records == records, "\(octets)")
            #expect(table.offsets == twin.offsets.map { $0.map { $0 + line.count } }, "\(octets)")
            #expect(table.rows == twin.rows.map { $0 + 1 }, "\(octets)")
            #expect(table.remarks == twin.remarks.map(Self.shifted), "\(octets)")
            #expect(table.fault == twin.fault.map(Self.shifted), "\(octets)")
        }
    }

    /// What is said of the table, of a file that begins with a line of six octets.
    private static func shifted(_ remark: String) -> String {
        var parts = remark.split(separator: " ").map(String.init)
        if parts.count > 1, let offset = Int(parts[1]) { parts[1] = String(offset + 6) }
        return parts.joined(separator: " ")
    }

    @Test("tables as programs write them are cut by masks as they are octet by octet")
    func regular() {
        var random = SystemRandomNumberGenerator()
        let pieces = [
            ",", ",", ",,,", "a", "bc", "\n", "\r\n", ",\"\",", ",\"x,y\",", ",\"x\ny\"\n", ",\"say \"\"it\"\"\",", "è",
            "فلان", ",\"\"\"\"\n", "\t",
        ]
        for _ in 0..<300 { Self.check(Self.octets(&random, pieces), &random) }
    }

    @Test("tables with quotes, controls and broken octets anywhere are cut as they are octet by octet")
    func broken() {
        var random = SystemRandomNumberGenerator()
        let pieces = [",", ",\"", "\",", "\"", "\"\"", "a", "\n", "\r", "\r\n", "😀", "abcdefgh", "\n\"", "\"\n", "\t"]
        for round in 0..<600 {
            var octets = Self.octets(&random, pieces)
            if round % 4 == 0 {
                let broken: [UInt8] = [0x00, 0x1F, 0x7F, 0x80, 0xC0, 0xEF, 0xFF]
                octets[Int.random(in: 0..<octets.count, using: &random)] = broken.randomElement(using: &random) ?? 0
            }
            Self.check(octets, &random)
        }
    }
}
