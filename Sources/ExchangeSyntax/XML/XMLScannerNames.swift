import ExchangeBytes
import ExchangeDiagnostics

/// Names (XML 1.0 section 2.3, Namespaces in XML 1.0 section 3).
extension XMLScanner {
    /// Goes past a name with a prefix or without, and answers how many octets the prefix has.
    @inline(__always)
    mutating func qualifiedName(_ detail: String) throws(Halt) -> Int {
        let first = index
        // Most names are letters and nothing else, with a prefix or without.
        skipLetters()
        var (prefixCount, local) = (0, first)
        if byte == UInt8(ascii: ":"), index > first {
            prefixCount = index &- first
            index &+= 1
            local = index
            skipLetters()
        }
        let next = byte
        let isPlain = next == UInt8(ascii: ">") || next == UInt8(ascii: " ") || next == UInt8(ascii: "=")
        if isPlain, index > local, index &- first <= Self.longestName { return prefixCount }
        return try unusualName(from: first, detail)
    }

    @inline(__always)
    private mutating func skipLetters() {
        index = XMLKernel.endOfLetters(window.start, from: index, to: limit)
    }

    @inline(never)
    private mutating func unusualName(from first: Int, _ detail: String) throws(Halt) -> Int {
        index = first
        let count = try name(detail, at: first)
        guard byte == UInt8(ascii: ":") else { return 0 }
        index &+= 1
        _ = try name("a name with a colon and nothing behind it", at: index)
        if byte == UInt8(ascii: ":") { throw fault("a name with two colons", at: index) }
        return count
    }

    /// Goes past a name without a colon, and answers how many octets it has; `place` is where something else is wrong.
    @inline(never)
    mutating func name(_ detail: String, at place: Int) throws(Halt) -> Int {
        let first = index
        var width = nameCharacter(isFirst: true)
        while width > 0 {
            index &+= width
            width = nameCharacter(isFirst: false)
        }
        if index &- first > Self.longestName { throw fault(.limitExceeded, at: begin, "a name that is too long") }
        guard index < limit else { throw edge() }
        guard index > first else { throw fault(detail, at: place) }
        return index &- first
    }

    private static var longestName: Int { 50_000 }

    /// How many octets the character at hand takes, if a name may hold it.
    @inline(__always)
    private mutating func nameCharacter(isFirst: Bool) -> Int {
        let byte = self.byte
        if byte < 0x80 {
            if (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte == UInt8(ascii: "_") { return 1 }
            let isInner = byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
            return isInner && !isFirst ? 1 : 0
        }
        return index < limit ? wideCharacter(isFirst: isFirst) : 0
    }

    /// The same beyond ASCII; what is in the window is well-formed UTF-8.
    private mutating func wideCharacter(isFirst: Bool) -> Int {
        let lead = byte
        let width = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        var value = UInt32(lead) & (0x7F &>> UInt32(width))
        for place in 1..<width { value = value &<< 6 | UInt32(byte(at: index &+ place)) & 0x3F }
        switch value {
        case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F,
            0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
            return width
        case 0xB7, 0x300...0x36F, 0x203F...0x2040: return isFirst ? 0 : width
        default: return 0
        }
    }
}
