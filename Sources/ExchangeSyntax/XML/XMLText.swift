import ExchangeBytes

/// How XML spells text: with the fewest references that let every reader find the same octets again.
public enum XMLText {
    /// Appends a text as the content of an element.
    ///
    /// A carriage return is spelled as a reference, for a reader makes a line feed of a plain one (XML 1.0 section 2.11).
    /// A greater-than sign is, wherever it stands: it must not follow two brackets (section 2.4).
    public static func append(_ text: Bytes, to target: inout ByteBuffer) {
        append(text, to: &target, Word.endsXMLText)
    }

    /// Appends a text as the value of an attribute, without its quotation marks, which are double ones.
    ///
    /// Tabulators and ends of lines are spelled as references, for a reader makes blanks of plain ones (XML 1.0 section
    /// 3.3.3).
    public static func appendAttribute(_ text: Bytes, to target: inout ByteBuffer) {
        append(text, to: &target, Word.endsXMLAttribute)
    }

    /// Copies runs, eight octets at a time, and spells as references what a test marks in a word.
    @inline(__always)
    private static func append(_ text: Bytes, to target: inout ByteBuffer, _ ends: (UInt64) -> UInt64) {
        target.reserve(6 &* text.count)
        let first = target.tail
        var output = first
        var input = text.start
        let end = input + text.count
        while input < end {
            let word = Word.load(input)
            output.storeBytes(of: word, as: UInt64.self)
            let left = end - input
            var marks = ends(word)
            if left < 8 { marks = Word.prefix(marks, left) }
            let step = marks == 0 ? min(left, 8) : Word.distance(marks)
            input += step
            output += step
            if marks == 0 { continue }
            escape(input.load(as: UInt8.self), to: &output)
            input += 1
        }
        target.advance(by: output - first)
    }

    @inline(never)
    private static func escape(_ byte: UInt8, to output: inout UnsafeMutableRawPointer) {
        let reference: StaticString
        switch byte {
        case UInt8(ascii: "&"): reference = "&amp;"
        case UInt8(ascii: "<"): reference = "&lt;"
        case UInt8(ascii: ">"): reference = "&gt;"
        case UInt8(ascii: "\""): reference = "&quot;"
        case 0x09: reference = "&#9;"
        case 0x0A: reference = "&#10;"
        case 0x0D: reference = "&#13;"
        default:
            output.storeBytes(of: byte, as: UInt8.self)
            output += 1
            return
        }
        output.copyMemory(from: reference.utf8Start, byteCount: reference.utf8CodeUnitCount)
        output += reference.utf8CodeUnitCount
    }
}

extension Word {
    /// What the content of an element must not hold as it is: an ampersand, an angle bracket, a carriage return.
    @inline(__always)
    fileprivate static func endsXMLText(_ word: UInt64) -> UInt64 {
        let bracket = (word | (ones &* 0x02)) ^ (ones &* 0x3E)
        let ampersand = word ^ (ones &* 0x26)
        let carriageReturn = word ^ (ones &* 0x0D)
        return ((bracket &- ones) | (ampersand &- ones) | (carriageReturn &- ones)) & ~word & highs
    }

    /// What the value of an attribute must not hold as it is: an ampersand, an angle bracket, a quotation mark, a control.
    @inline(__always)
    fileprivate static func endsXMLAttribute(_ word: UInt64) -> UInt64 {
        let bracket = (word | (ones &* 0x02)) ^ (ones &* 0x3E)
        // A quotation mark and an ampersand differ in one bit.
        let quote = (word | (ones &* 0x04)) ^ (ones &* 0x26)
        return ((bracket &- ones) | (quote &- ones) | (word &- ones &* 0x20)) & ~word & highs
    }
}
