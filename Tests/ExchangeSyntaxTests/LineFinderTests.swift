import ExchangeBytes
import ExchangeDiagnostics
import ExchangeSyntax
import Testing

@Suite struct LineFinderTests {
    private static let text =
        "a\nbè\n\n😀x\r\n" + String(repeating: "è\n", count: 3000) + "فلان" + String(repeating: "x", count: 300)
        + "\nend"

    /// Line and column of every character's first octet, counted one by one.
    private static func positions() -> [Int: (line: Int, column: Int)] {
        var positions: [Int: (line: Int, column: Int)] = [:]
        var (offset, line, column) = (0, 1, 1)
        for scalar in text.unicodeScalars {
            positions[offset] = (line, column)
            offset += UTF8.width(scalar)
            (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
        }
        positions[offset] = (line, column)
        return positions
    }

    @Test("lines and columns are counted as one would by hand, in whatever pieces", arguments: [1, 3, 7, 100, 100_000])
    func counting(_ piece: Int) throws {
        let octets = Array(Self.text.utf8)
        let input = ByteInput { offset in
            var handed = offset
            return { room in
                let count = min(room.count, piece, octets.count - handed)
                room.copyBytes(from: octets[handed..<handed + count])
                handed += count
                return count
            }
        }
        var finder = LineFinder(input)
        for (offset, expected) in Self.positions().sorted(by: { $0.key < $1.key }) {
            let position = try finder.position(of: offset)
            if position != Position(offset: offset, line: expected.line, column: expected.column) {
                Issue.record("\(offset): \(position)")
            }
        }
    }

    @Test("offsets may be asked for in any order, also beyond the end")
    func order() throws {
        var finder = LineFinder(ByteInput(Self.text))
        let positions = Self.positions()
        for offset in positions.keys where offset % 37 == 0 {
            #expect(try finder.position(of: offset).line == positions[offset]?.line)
        }
        #expect(try finder.position(of: 1_000_000).line == 3006)
        #expect(try finder.position(of: 0) == Position(offset: 0, line: 1, column: 1))
    }

    @Test("many findings with other places are located in one reading")
    func locating() throws {
        var openings = 0
        let octets = Array(String(repeating: "x\n", count: 5000).utf8)
        let input = ByteInput { offset in
            openings += 1
            return ByteInput.source(of: octets, from: offset)
        }
        var diagnostics = (0..<50).map { index in
            let related = Diagnostic.Related("", at: .init(position: Position(offset: index * 2), path: ""))
            return Diagnostic(
                .duplicateKey, at: .init(position: Position(offset: 5000 + index * 2), path: ""), related: [related])
        }
        var finder = LineFinder(input)
        try finder.locate(&diagnostics)
        #expect(openings == 1)
        for (index, diagnostic) in diagnostics.enumerated() {
            #expect(diagnostic.location.position.line == 2501 + index)
            #expect(diagnostic.related[0].location.position.line == 1 + index)
        }
    }
}

extension ByteInput {
    fileprivate static func source(of octets: [UInt8], from offset: Int) -> ByteSource {
        var handed = offset
        return { room in
            let count = min(room.count, octets.count - handed)
            room.copyBytes(from: octets[handed..<handed + count])
            handed += count
            return count
        }
    }
}
