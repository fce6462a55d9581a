import ExchangeBytes
import ExchangeDiagnostics

extension JSONScanner {
    /// Goes past one value of any kind, looking no closer than is needed to find its end.
    ///
    /// What it goes past may still be no JSON: only what is read is checked.
    public mutating func skip() throws(Halt) {
        switch try peek() {
        case UInt8(ascii: "\""):
            index = endOfString(from: index &+ 1)
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
            switch start.load(fromByteOffset: next, as: UInt8.self) {
            case UInt8(ascii: "\""): next = endOfString(from: next &+ 1)
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth &+= 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth &-= 1
            default: break
            }
            next &+= 1
        }
        index = next
    }

    /// Where the quote is that closes a string, or the window's end.
    @inline(__always)
    private func endOfString(from first: Int) -> Int {
        var index = first
        while index < window.count {
            let word = Word.load(window.start + index)
            let marks = Word.equal(word, UInt8(ascii: "\"")) | Word.equal(word, UInt8(ascii: "\\"))
            if marks == 0 {
                index &+= 8
            } else {
                index &+= Word.distance(marks)
                if window.start.load(fromByteOffset: index, as: UInt8.self) == UInt8(ascii: "\"") { return index }
                index &+= 2
            }
        }
        return window.count
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
