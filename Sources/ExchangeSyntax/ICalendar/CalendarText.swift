import ExchangeBytes

/// How iCalendar spells TEXT (RFC 5545 section 3.3.11) and the values of parameters (section 3.2, RFC 6868).
public enum CalendarText {
    /// Appends a TEXT without its escapes, and answers whether it held no control character; those are left out.
    ///
    /// A backslash before anything that needs none stands for itself; a carriage return is read as a line feed.
    @discardableResult
    public static func appendUnescaped(_ text: Bytes, to target: inout ByteBuffer) -> Bool {
        target.reserve(text.count)
        let first = target.tail
        var output = first
        var input = text.start
        let end = input + text.count
        var isWhole = true
        while input < end {
            let word = Word.load(input)
            output.storeBytes(of: word, as: UInt64.self)
            let marks = Word.endsTextRun(word)
            let step = min(marks == 0 ? 8 : Word.distance(marks), end - input)
            output += step
            input += step
            if step == 8 || input == end { continue }
            var byte = input.load(as: UInt8.self)
            input += 1
            switch byte {
            case 0x5C where input < end:
                let next = input.load(as: UInt8.self)
                switch next {
                case UInt8(ascii: "n"), UInt8(ascii: "N"): byte = 0x0A
                case UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","): byte = next
                default: input -= 1
                }
                input += 1
            case 0x0D:
                if input < end, input.load(as: UInt8.self) == 0x0A { input += 1 }
                byte = 0x0A
            case 0x5C, 0x09, 0x0A: break
            default:
                isWhole = false
                continue
            }
            output.storeBytes(of: byte, as: UInt8.self)
            output += 1
        }
        target.advance(by: output - first)
        return isWhole
    }

    /// Hands over the parts of a TEXT list (RFC 5545 section 3.1.1), as they are spelled.
    public static func eachPart(of list: Bytes, _ body: (Bytes) -> Void) {
        var begin = 0
        var index = 0
        while index < list.count {
            if list[index] == UInt8(ascii: "\\") {
                index += 2
                continue
            }
            if list[index] == UInt8(ascii: ",") {
                body(Bytes(start: list.start + begin, count: index - begin))
                begin = index + 1
            }
            index += 1
        }
        body(Bytes(start: list.start + begin, count: list.count - begin))
    }

    /// Hands over the values of a parameter as they are spelled, without their quotation marks.
    public static func eachValue(ofParameter spelling: Bytes, _ body: (Bytes) -> Void) {
        var index = 0
        while true {
            let isQuoted = index < spelling.count && spelling[index] == UInt8(ascii: "\"")
            let begin = isQuoted ? index + 1 : index
            index = begin
            while index < spelling.count, spelling[index] != (isQuoted ? UInt8(ascii: "\"") : UInt8(ascii: ",")) {
                index += 1
            }
            body(Bytes(start: spelling.start + begin, count: index - begin))
            while index < spelling.count, spelling[index] != UInt8(ascii: ",") { index += 1 }
            if index >= spelling.count { return }
            index += 1
        }
    }

    /// Appends a value of a parameter without the escapes of RFC 6868: `^n`, `^'` and `^^`.
    public static func appendParameter(_ value: Bytes, to target: inout ByteBuffer) {
        var index = 0
        while index < value.count {
            let next = index + 1 < value.count ? value[index + 1] : 0
            switch (value[index], next) {
            case (UInt8(ascii: "^"), UInt8(ascii: "n")): target.append(0x0A)
            case (UInt8(ascii: "^"), UInt8(ascii: "'")): target.append(UInt8(ascii: "\""))
            case (UInt8(ascii: "^"), UInt8(ascii: "^")): target.append(UInt8(ascii: "^"))
            default:
                target.append(value[index])
                index -= 1
            }
            index += 2
        }
    }

    /// Appends a value of a parameter as RFC 6868 spells it, in quotation marks if it needs them (RFC 5545 section 3.2).
    public static func appendSpelled(parameter value: Bytes, to target: inout ByteBuffer) {
        var needsQuotes = false
        for index in 0..<value.count {
            switch value[index] {
            case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: ","): needsQuotes = true
            default: break
            }
        }
        if needsQuotes { target.append("\"") }
        for index in 0..<value.count {
            switch value[index] {
            case 0x0A: target.append("^n")
            case UInt8(ascii: "\""): target.append("^'")
            case UInt8(ascii: "^"): target.append("^^")
            default: target.append(value[index])
            }
        }
        if needsQuotes { target.append("\"") }
    }
}

extension Word {
    /// What ends a plain run of iCalendar TEXT: a backslash, a control.
    @inline(__always)
    fileprivate static func endsTextRun(_ word: UInt64) -> UInt64 {
        let backslash = word ^ (ones &* 0x5C)
        let delete = word ^ (ones &* 0x7F)
        return ((backslash &- ones) | (delete &- ones) | (word &- ones &* 0x20)) & ~word & highs
    }
}
