import ExchangeBytes
import ExchangeDiagnostics

// Strings are copied while they are scanned: eight octets are stored for every eight looked at, and an escape is decoded
// where it stands. A second pass over the text would cost more than the copy does.

extension JSONScanner {
    /// A string, decoded, at the end of `target`.
    @inlinable @inline(__always)
    public mutating func string(into target: inout ByteBuffer) throws(Halt) -> Slice {
        if let short = shortString(into: &target) { return short }
        return try anyString(into: &target)
    }

    /// A string of less than 24 octets, all of them ASCII and none an escape, if that is what is at hand: most are, and
    /// take a third of the instructions.
    @inlinable @inline(__always)
    mutating func shortString(into target: inout ByteBuffer) -> Slice? {
        let start = window.start + index
        guard start.load(as: UInt8.self) == UInt8(ascii: "\"") else { return nil }
        let (first, second, third) = (Word.load(start + 1), Word.load(start + 9), Word.load(start + 17))
        var (word, octets, count) = (first, UInt64(0), 0)
        var marks = Word.endsJSONRun(word)
        if marks == 0 {
            (word, octets, count) = (second, first, 8)
            marks = Word.endsJSONRun(word)
            if marks == 0 {
                (word, octets, count) = (third, first | second, 16)
                marks = Word.endsJSONRun(word)
                if marks == 0 { return nil }
            }
        }
        let step = Word.distance(marks)
        octets |= Word.prefix(word, step)
        count &+= step
        // Behind the octets of a window lie zeroes, which close no string.
        guard octets & Word.highs == 0, start.load(fromByteOffset: count &+ 1, as: UInt8.self) == UInt8(ascii: "\""),
            count <= limits.string
        else { return nil }
        target.reserve(24)
        let output = target.tail
        output.storeBytes(of: first, as: UInt64.self)
        output.storeBytes(of: second, toByteOffset: 8, as: UInt64.self)
        output.storeBytes(of: third, toByteOffset: 16, as: UInt64.self)
        let slice = Slice(offset: target.count, count: count)
        target.advance(by: count)
        index &+= count &+ 2
        return slice
    }

    /// A string of any length.
    @usableFromInline
    mutating func anyString(into target: inout ByteBuffer) throws(Halt) -> Slice {
        try take(UInt8(ascii: "\""))
        // Decoding never lengthens, so what is left of the window bounds what can be written.
        target.reserve(window.count &- index)
        let begin = index
        var hasCarriageReturn = false
        let first = target.tail
        var output = first
        var input = window.start + index
        var octets: UInt64 = 0
        while true {
            let word = Word.load(input)
            output.storeBytes(of: word, as: UInt64.self)
            let marks = Word.endsJSONRun(word)
            if marks == 0 {
                octets |= word
                input += 8
                output += 8
                continue
            }
            let step = Word.distance(marks)
            octets |= Word.prefix(word, step)
            input += step
            output += step
            let byte = input.load(as: UInt8.self)
            if byte == UInt8(ascii: "\"") { break }
            index = input - window.start
            guard byte == UInt8(ascii: "\\") else { throw unexpected(.controlCharacter) }
            if try escape(to: &output) == 0x0D { hasCarriageReturn = true }
            input = window.start + index
        }
        index = input - window.start &+ 1
        var count = output - first
        if octets & Word.highs != 0, UTF8Check.firstFault(Bytes(start: first, count: count)) != nil {
            throw notText(from: begin)
        }
        if count > limits.string {
            throw fault(
                .limitExceeded, at: window.base &+ begin &- 1,
                "a string of \(count) octets; the limit is \(limits.string)")
        }
        if hasCarriageReturn {
            remark(.lineEnd, at: window.base &+ begin &- 1)
            count = Self.endLines(first, count)
        }
        let slice = Slice(offset: target.count, count: count)
        target.advance(by: count)
        return slice
    }

    /// The name of a member and the colon behind it. Good until the next call: most names are never copied.
    public mutating func name() throws(Halt) -> Bytes {
        try take(UInt8(ascii: "\""))
        let first = index
        var input = window.start + index
        var marks: UInt64 = 0
        var octets: UInt64 = 0
        while true {
            let word = Word.load(input)
            marks = Word.endsJSONRun(word)
            if marks != 0 {
                octets |= Word.prefix(word, Word.distance(marks))
                break
            }
            octets |= word
            input += 8
        }
        input += Word.distance(marks)
        let isPlain = octets & Word.highs == 0 && input - window.start &- first <= limits.string
        guard isPlain, input.load(as: UInt8.self) == UInt8(ascii: "\"") else {
            index = first &- 1
            let slice = try scratchString()
            try take(UInt8(ascii: ":"))
            return scratch[slice]
        }
        let name = Bytes(start: window.start + first, count: input - window.start &- first)
        index = first &+ name.count &+ 1
        try take(UInt8(ascii: ":"))
        return name
    }

    /// A string as a text of Swift's; nil if the value at hand is none.
    public mutating func text() throws(Halt) -> String? {
        guard try peek() == UInt8(ascii: "\"") else { return nil }
        return scratch[try scratchString()].text
    }

    /// A string, decoded, in memory that the next such call takes again.
    @inline(never)
    mutating func scratchString() throws(Halt) -> Slice {
        var text = ByteBuffer()
        swap(&text, &scratch)
        text.removeAll()
        defer { swap(&text, &scratch) }
        return try string(into: &text)
    }

    /// The fault in the string that began at an index and ends before the one at hand, looked at as it was written:
    /// there, escapes have moved nothing.
    private mutating func notText(from begin: Int) -> Halt {
        let text = Bytes(start: window.start + begin, count: index &- 1 &- begin)
        let index = UTF8Check.firstFault(text) ?? 0
        let code: Code = UTF8Check.isNoncharacter(text, at: index) ? .controlCharacter : .invalidUTF8
        return fault(code, at: window.base &+ begin &+ index)
    }

    /// Makes line feeds of carriage returns, with the line feeds behind them; answers how many octets are left.
    private static func endLines(_ start: UnsafeMutableRawPointer, _ count: Int) -> Int {
        var kept = 0
        var isBehindReturn = false
        for index in 0..<count {
            let byte = start.load(fromByteOffset: index, as: UInt8.self)
            defer { isBehindReturn = byte == 0x0D }
            if byte == 0x0A, isBehindReturn { continue }
            start.storeBytes(of: byte == 0x0D ? 0x0A : byte, toByteOffset: kept, as: UInt8.self)
            kept &+= 1
        }
        return kept
    }

    /// Decodes the escape at hand (RFC 8259 section 7); answers the last octet of what it stands for.
    @inline(never)
    private mutating func escape(to output: inout UnsafeMutableRawPointer) throws(Halt) -> UInt8 {
        let backslash = index
        let letter = window.start.load(fromByteOffset: index &+ 1, as: UInt8.self)
        index &+= 2
        let octet: UInt8
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): octet = letter
        case UInt8(ascii: "n"): octet = 0x0A
        case UInt8(ascii: "t"): octet = 0x09
        case UInt8(ascii: "r"): octet = 0x0D
        case UInt8(ascii: "b"), UInt8(ascii: "f"): throw fault(.controlCharacter, at: window.base &+ backslash)
        case UInt8(ascii: "u"): return try scalar(to: &output, from: backslash)
        default:
            throw badEscape(backslash, missing: index &- 1)
        }
        output.storeBytes(of: octet, as: UInt8.self)
        output += 1
        return octet
    }

    /// Decodes what follows `\u`: four hexadecimal digits, or a pair of surrogates twelve octets long.
    private mutating func scalar(to output: inout UnsafeMutableRawPointer, from backslash: Int) throws(Halt) -> UInt8 {
        var value = try hexadecimal(from: backslash)
        if value & 0xFC00 == 0xD800 {
            let next = window.start.loadUnaligned(fromByteOffset: index, as: UInt16.self)
            guard next == 0x755C else { throw badEscape(backslash, missing: index &+ 1) }
            index &+= 2
            let low = try hexadecimal(from: backslash)
            guard low & 0xFC00 == 0xDC00 else { throw fault(.badEscape, at: window.base &+ backslash) }
            value = 0x10000 &+ ((value & 0x3FF) &<< 10) &+ (low & 0x3FF)
        }
        guard let scalar = Unicode.Scalar(value), let units = UTF8.encode(scalar) else {
            throw fault(.badEscape, at: window.base &+ backslash)
        }
        let isControl = value < 0x20 && value != 0x09 && value != 0x0A && value != 0x0D
        if isControl || value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(value) {
            throw fault(.controlCharacter, at: window.base &+ backslash)
        }
        var last: UInt8 = 0
        for unit in units {
            output.storeBytes(of: unit, as: UInt8.self)
            output += 1
            last = unit
        }
        return last
    }

    private mutating func hexadecimal(from backslash: Int) throws(Halt) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            let letter = window.start.load(fromByteOffset: index, as: UInt8.self)
            let digit: UInt8
            switch letter {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = letter &- UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = letter &- UInt8(ascii: "a") &+ 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = letter &- UInt8(ascii: "A") &+ 10
            default: throw badEscape(backslash, missing: index)
            }
            value = value &<< 4 | UInt32(digit)
            index &+= 1
        }
        return value
    }

    /// An escape is bad only if the octet it misses is not merely behind the window's edge.
    private mutating func badEscape(_ backslash: Int, missing: Int) -> Halt {
        guard missing >= window.count else {
            let isCut = endsWithLine && window.start.load(fromByteOffset: missing, as: UInt8.self) == 0x0A
            if isCut { return fault(.unexpectedEnd, at: window.base &+ missing, Self.brokenLine) }
            return fault(.badEscape, at: window.base &+ backslash)
        }
        return window.isLast ? fault(.unexpectedEnd, at: window.base &+ window.count) : .incomplete
    }
}
