import ExchangeBytes
import ExchangeDiagnostics

extension JSONScanner {
    /// Goes past one value of any kind, looking no closer than is needed to find its end.
    ///
    /// What it goes past may still be no JSON: only what is read is checked.
    public mutating func skip() throws(Halt) {
        var depth = 0
        repeat {
            switch try peek() {
            case UInt8(ascii: "\""):
                index &+= 1
                try skipString()
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                index &+= 1
                depth &+= 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if depth == 0 { throw unexpected(.jsonSyntax) }
                index &+= 1
                depth &-= 1
            case UInt8(ascii: ","), UInt8(ascii: ":"):
                if depth == 0 { throw unexpected(.jsonSyntax) }
                index &+= 1
            default: try skipWord()
            }
        } while depth > 0
    }

    /// Goes past the rest of a string and its closing quote.
    private mutating func skipString() throws(Halt) {
        while true {
            let word = Word.load(window.start + index)
            let marks = Word.endsJSONRun(word)
            guard marks != 0 else {
                index &+= 8
                continue
            }
            index &+= Word.distance(marks)
            switch window.start.load(fromByteOffset: index, as: UInt8.self) {
            case UInt8(ascii: "\""):
                index &+= 1
                return
            case UInt8(ascii: "\\"): index &+= 2
            default: throw unexpected(.controlCharacter)
            }
            if index > window.count { throw unexpected(.jsonSyntax) }
        }
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
