import ExchangeBytes
import ExchangeDiagnostics

extension JSONScanner {
    /// Goes past one value of any kind, looking no closer than is needed to find its end.
    ///
    /// What it goes past may still be no JSON: only what is read is checked.
    public mutating func skip() throws(Halt) {
        switch try peek() {
        case UInt8(ascii: "\""):
            index = Self.endOfString(window.start, from: index &+ 1, window.count)
            if index >= window.count { throw unexpected(.jsonSyntax) }
            index &+= 1
        case UInt8(ascii: "{"), UInt8(ascii: "["): try skipNested()
        case UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ","), UInt8(ascii: ":"):
            throw unexpected(.jsonSyntax)
        default: try skipWord()
        }
    }

    /// Goes past an array or an object.
    private mutating func skipNested() throws(Halt) {
        let (start, count) = (window.start, window.count)
        var depth = 1
        var next = index &+ 1
        while depth > 0 {
            let marks = Word.bracketsJSON(Word.load(start + next))
            next &+= marks == 0 ? 8 : Word.distance(marks)
            guard next < count else {
                index = count
                throw unexpected(.jsonSyntax)
            }
            if marks == 0 { continue }
            let byte = start.load(fromByteOffset: next, as: UInt8.self)
            next &+= 1
            if byte == UInt8(ascii: "\"") {
                next = Self.endOfString(start, from: next, count) &+ 1
                // A name, and its value a string: most members are.
                if Word.load(start + next) & 0xFF_FFFF == 0x22_203A {
                    next = Self.endOfString(start, from: next &+ 3, count) &+ 1
                }
            } else {
                switch byte {
                case UInt8(ascii: "{"), UInt8(ascii: "["): depth &+= 1
                case UInt8(ascii: "}"), UInt8(ascii: "]"): depth &-= 1
                default: break
                }
            }
        }
        index = next
    }

    /// Where the quote is that closes a string, or the window's end.
    @inline(__always)
    private static func endOfString(_ start: UnsafeRawPointer, from first: Int, _ count: Int) -> Int {
        var index = first
        while index < count {
            let marks = Word.endsSkippedString(Word.load(start + index))
            if marks == 0 {
                index &+= 8
                continue
            }
            index &+= Word.distance(marks)
            if start.load(fromByteOffset: index, as: UInt8.self) == UInt8(ascii: "\"") { return index }
            index &+= 2
        }
        return count
    }

    /// Goes past a number or a word: to the next blank, comma or closing bracket.
    private mutating func skipWord() throws(Halt) {
        while true {
            switch window.start.load(fromByteOffset: index, as: UInt8.self) {
            case 0...0x20, UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"):
                if index >= window.count, !window.isLast { throw .incomplete }
                return
            default: index &+= 1
            }
        }
    }
}
