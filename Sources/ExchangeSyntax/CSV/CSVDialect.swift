import ExchangeBytes
import ExchangeDiagnostics

extension CSVScanner {
    /// What may stand between two cells; of equals the first is meant.
    public static var separators: [UInt8] { [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09] }

    /// Goes past a byte order mark and a line `sep=;`, and finds out what separates the cells of the header: the
    /// separator with which it holds most names that are known, or else most cells.
    ///
    /// Quotes hide what stands between them, also where they begin inside a cell.
    public mutating func findDialect(isKnown: (_ name: Bytes) -> Bool) throws {
        try refill()
        if window.count >= 3, Word.load(window.start) & 0xFF_FFFF == 0xBF_BBEF { index = 3 }
        if try takeSeparatorLine() { return }
        let end = try headerEnd()
        let header = Bytes(start: window.start + index, count: end &- index)
        var best = (known: 0, cells: 0)
        for candidate in Self.separators {
            let found = Self.count(candidate, in: header, isKnown)
            if found.known > best.known || found.known == best.known && found.cells > best.cells {
                best = found
                separator = candidate
            }
        }
    }

    private mutating func takeSeparatorLine() throws -> Bool {
        let line = Bytes(start: window.start + index, count: window.count &- index)
        guard line.count >= 5, line.prefix(4).equals("sep="), Self.separators.contains(line[4]) else { return false }
        let byte = window.start.load(fromByteOffset: index &+ 5, as: UInt8.self)
        guard byte == 0x0A || byte == 0x0D || line.count == 5 else { return false }
        separator = line[4]
        // The end of the line is that of one which holds nothing, and counted there.
        index &+= 5
        return true
    }

    /// Where the header's line ends; at the end of the input if nothing ends it before.
    private mutating func headerEnd() throws -> Int {
        var place = index
        var isQuoted = false
        var isBehindReturn = false
        while true {
            if place >= window.count {
                if window.isLast { return window.count }
                place &-= index
                try refill()
                continue
            }
            let byte = window.start.load(fromByteOffset: place, as: UInt8.self)
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if !isQuoted, byte == 0x0A || byte == 0x0D {
                if place > index { return place }
                index &+= 1
                rows &+= byte == 0x0A && isBehindReturn ? 0 : 1
                isBehindReturn = byte == 0x0D
            }
            place &+= 1
        }
    }

    private static func count(
        _ separator: UInt8, in header: Bytes, _ isKnown: (Bytes) -> Bool
    ) -> (known: Int, cells: Int) {
        var found = (known: 0, cells: 0)
        var begin = 0
        var isQuoted = false
        for place in 0...header.count {
            let byte = place < header.count ? header[place] : separator
            if byte == UInt8(ascii: "\""), place < header.count { isQuoted.toggle() }
            guard byte == separator, !isQuoted || place == header.count else { continue }
            var name = Bytes(start: header.start + begin, count: place &- begin)
            if name.count >= 2, name[0] == UInt8(ascii: "\""), name[name.count - 1] == UInt8(ascii: "\"") {
                name = name.dropping(1).prefix(name.count &- 2)
            }
            found.cells += 1
            if isKnown(name) { found.known += 1 }
            begin = place &+ 1
        }
        return found
    }
}
