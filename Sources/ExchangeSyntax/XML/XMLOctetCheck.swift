import ExchangeBytes
import ExchangeDiagnostics

/// Looks at the octets of a document before they are scanned: they are UTF-8, and characters that XML can carry
/// (XML 1.0 section 2.2).
struct XMLOctetCheck {
    /// Whether the document says that it is in US-ASCII.
    var isASCII = false

    /// How far the octets from an index on are good, characters that the end cuts in two left out, and what is wrong with
    /// the next one.
    func firstFault(_ bytes: Bytes, from first: Int, base: Int, isLast: Bool) -> (end: Int, fault: Note?) {
        let fresh = bytes.dropping(first)
        var end = isLast ? fresh.count : fresh.wholeCharacters
        var fault: Note?
        if let index = UTF8Check.firstFault(fresh.prefix(end)) {
            let code: Code = UTF8Check.isNoncharacter(fresh, at: index) ? .controlCharacter : .invalidUTF8
            (end, fault) = (index, Note(code, at: base + first + index))
        }
        let index = XMLKernel.firstControl(fresh.start, from: 0, to: end)
        if index < end {
            let detail = "a control character, which XML cannot carry"
            (end, fault) = (index, Note(.notWellFormed, at: base + first + index, detail: detail))
        }
        if isASCII, let index = fresh.prefix(end).firstHigh {
            let detail = "octets that are not US-ASCII, which the document says it is in"
            (end, fault) = (index, Note(.invalidUTF8, at: base + first + index, detail: detail))
        }
        return (first &+ end, fault)
    }
}

extension Bytes {
    /// How many octets there are before a character that the end cuts in two.
    fileprivate var wholeCharacters: Int {
        for back in 1...3 where back <= count {
            let byte = self[count &- back]
            if byte < 0x80 { break }
            guard byte >= 0xC0 else { continue }
            let width = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            return width > back ? count &- back : count
        }
        return count
    }

    /// The index of the first octet that is not ASCII.
    fileprivate var firstHigh: Int? {
        for index in 0..<count where self[index] >= 0x80 { return index }
        return nil
    }
}

extension UInt8 {
    /// Whether the octet is white space (XML 1.0 section 2.3).
    @inlinable @inline(__always)
    public var isXMLBlank: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D }
}

extension Bytes {
    /// How many octets of white space it begins with.
    public var leadingXMLBlanks: Int {
        var index = 0
        while index < count, self[index].isXMLBlank { index &+= 1 }
        return index
    }

    /// Whether it holds white space only.
    public var isXMLBlank: Bool { leadingXMLBlanks == count }
}
