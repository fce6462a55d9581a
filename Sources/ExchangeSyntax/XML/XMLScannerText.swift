import ExchangeBytes
import ExchangeDiagnostics

/// Text, references and CDATA sections.
extension XMLScanner {
    /// A piece of the content of an element.
    @inline(__always)
    mutating func content() throws(Halt) -> Event {
        let place = XMLKernel.endOfText(window.start, from: begin, to: limit)
        if place > begin, place < limit, byte(at: place) != UInt8(ascii: ">") { return piece(to: place) }
        return try unusualContent(place)
    }

    /// Content that does not simply end with the next tag.
    @inline(never)
    private mutating func unusualContent(_ first: Int) throws(Halt) -> Event {
        var place = first
        while place < limit, byte(at: place) == UInt8(ascii: ">") {
            if place &- begin >= 2, isBracket(place &- 1), isBracket(place &- 2) {
                throw fault("]]> in a text; it is written ]]&gt;", at: place &- 2)
            }
            place = XMLKernel.endOfText(window.start, from: place &+ 1, to: limit)
        }
        if place < limit, place == begin { return byte == 0x0D ? try lineEnd() : try referenceEvent() }
        // Brackets at the edge wait for what follows them.
        if place == limit {
            while place > begin, place > limit &- 2, isBracket(place &- 1) { place &-= 1 }
        }
        if place == begin { throw edge() }
        return piece(to: place)
    }

    private func isBracket(_ index: Int) -> Bool { byte(at: index) == UInt8(ascii: "]") }

    @inline(__always)
    mutating func piece(to place: Int) -> Event {
        text = Bytes(start: window.start + begin, count: place &- begin)
        index = place
        return .text
    }

    /// A line end, which is a line feed however it is written (XML 1.0 section 2.11).
    private mutating func lineEnd() throws(Halt) -> Event {
        index = begin &+ 1
        guard index < limit else { throw edge() }
        if byte == 0x0A { index &+= 1 }
        scratch.removeAll()
        scratch.append(0x0A)
        text = scratch.bytes
        return .text
    }

    // MARK: References

    private mutating func referenceEvent() throws(Halt) -> Event {
        let scalar = try reference()
        if scalar.isNoncharacter { throw fault(.controlCharacter, at: begin, "a reference to a noncharacter") }
        scratch.removeAll()
        scratch.append(character: scalar)
        text = scratch.bytes
        return .text
    }

    /// Goes past a reference, and answers what it stands for (XML 1.0 sections 4.1 and 4.6).
    @inline(never)
    mutating func reference() throws(Halt) -> Unicode.Scalar {
        let first = index
        index &+= 1
        if byte == UInt8(ascii: "#") { return try characterReference(first) }
        _ = try name("an ampersand that begins no reference; it is written &amp;", at: first)
        let name = bytes(first + 1..<index)
        guard byte == UInt8(ascii: ";") else {
            throw index < limit ? fault("a reference that does not end with a semicolon", at: first) : edge()
        }
        index &+= 1
        switch name.count <= 4 ? name.head : 0 {
        case 0x706D61: return "&"
        case 0x746C: return "<"
        case 0x7467: return ">"
        case 0x746F7571: return "\""
        case 0x736F7061: return "'"
        default:
            let detail = "an entity that nothing declares, \(name.text): XML itself knows amp, lt, gt, quot and apos"
            throw fault(detail, at: first)
        }
    }

    private mutating func characterReference(_ first: Int) throws(Halt) -> Unicode.Scalar {
        index &+= 1
        let isHexadecimal = byte == UInt8(ascii: "x")
        if isHexadecimal { index &+= 1 }
        var value: UInt32 = 0
        while let digit = isHexadecimal ? byte.hexadecimalDigit : byte.decimalDigit {
            value = min(value &* (isHexadecimal ? 16 : 10) &+ digit, 0x11_0000)
            index &+= 1
        }
        guard index < limit else { throw edge() }
        guard byte == UInt8(ascii: ";"), let scalar = Unicode.Scalar(value), scalar.isXMLCharacter else {
            throw fault("a reference to no character that XML can carry", at: first)
        }
        index &+= 1
        return scalar
    }

    // MARK: CDATA sections

    /// A piece of a section, or what follows its end.
    @inline(never)
    mutating func section() throws(Halt) -> Event {
        let place = XMLKernel.endOfSection(window.start, from: begin, to: limit)
        if place > begin { return piece(to: place) }
        guard begin < limit else { throw edge() }
        if byte == 0x0D { return try lineEnd() }
        // A bracket: of the end, or one that says nothing.
        guard begin &+ 2 < limit else { throw edge() }
        if isBracket(begin &+ 1), byte(at: begin &+ 2) == UInt8(ascii: ">") {
            isInSection = false
            index = begin &+ 3
            return try step()
        }
        return piece(to: begin &+ 1)
    }
}

extension UInt8 {
    fileprivate var decimalDigit: UInt32? {
        let digit = self &- UInt8(ascii: "0")
        return digit <= 9 ? UInt32(digit) : nil
    }

    fileprivate var hexadecimalDigit: UInt32? {
        if let digit = decimalDigit { return digit }
        let digit = (self | 0x20) &- UInt8(ascii: "a")
        return digit < 6 ? UInt32(digit) &+ 10 : nil
    }
}

extension Unicode.Scalar {
    /// Whether XML can carry it (XML 1.0 section 2.2).
    fileprivate var isXMLCharacter: Bool {
        value >= 0x20 ? value < 0xFFFE || value > 0xFFFF : value == 0x09 || value == 0x0A || value == 0x0D
    }

    /// Whether it is one that XML allows only as a reference, and RFC 7493 section 2.1 not at all.
    var isNoncharacter: Bool { value & 0xFFFE == 0xFFFE || value >= 0xFDD0 && value <= 0xFDEF }
}

extension ByteBuffer {
    /// Appends the UTF-8 of a character.
    mutating func append(character scalar: Unicode.Scalar) {
        for byte in UTF8.encode(scalar).unsafelyUnwrapped { append(byte) }
    }
}
