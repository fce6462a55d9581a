import ExchangeBytes
import ExchangeDiagnostics

extension JSONScanner {
    /// Goes past a byte order mark at the input's beginning, which RFC 8259 section 8.1 lets a reader ignore; refuses
    /// UTF-16.
    public mutating func takeByteOrderMark() throws(Halt) {
        guard offset == 0 else { return }
        let bytes = window.bytes
        guard bytes.count >= 4 || window.isLast else { throw .incomplete }
        let head = bytes.head
        if head & 0xFF_FFFF == 0xBF_BBEF {
            remark(.byteOrderMark, at: 0)
            index = 3
            return
        }
        let isMarked = head & 0xFFFF == 0xFEFF || head & 0xFFFF == 0xFFFE
        // A character of ASCII is an octet with a zero before or behind it, or three.
        let hasZero = bytes.count > 1 && head & 0xFFFF_FFFF != 0 && (head & 0xFF == 0 || head & 0xFF00 == 0)
        if isMarked || hasZero {
            throw fault(.invalidUTF8, at: 0, "this looks like UTF-16: JSON is exchanged in UTF-8")
        }
    }

    /// Takes the opening brace of an object, which must stand here.
    ///
    /// JSON that is no object is a fault of its own kind: it is not the syntax that is wrong.
    public mutating func takeBrace(of what: StaticString) throws(Halt) {
        let byte = try peek()
        let begin = offset
        switch byte {
        case UInt8(ascii: "{"):
            index &+= 1
            return
        case UInt8(ascii: "["), UInt8(ascii: "\""): break
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try checkNumber()
        default: try checkWord()
        }
        throw fault(.wrongType, at: begin, "\(what) is an object: {…}")
    }

    // MARK: Lines

    /// Goes past blanks and the ends of lines; false at the end of the input.
    public mutating func takeBlankLines() throws(Halt) -> Bool {
        while true {
            switch window.start.load(fromByteOffset: index, as: UInt8.self) {
            case 0x20, 0x09, 0x0A, 0x0D: index &+= 1
            case 0 where index >= window.count:
                guard window.isLast else { throw .incomplete }
                return false
            default: return true
            }
        }
    }

    /// Goes past blanks to the end of the line or of the input, where nothing else may stand.
    public mutating func takeLineEnd() throws(Halt) {
        while true {
            switch window.start.load(fromByteOffset: index, as: UInt8.self) {
            case 0x20, 0x09, 0x0D: index &+= 1
            case 0x0A: return
            case 0 where index >= window.count:
                guard window.isLast else { throw .incomplete }
                return
            default: throw fault(.trailingContent, at: offset)
            }
        }
    }

    /// Goes to the line feed that ends the line, or to the end of the input.
    public mutating func skipLine() throws(Halt) {
        while index < window.count {
            let marks = Word.equal(Word.load(window.start + index), 0x0A)
            guard marks == 0 else {
                index &+= Word.distance(marks)
                return
            }
            index &+= 8
        }
        index = window.count
        if !window.isLast { throw .incomplete }
    }
}
