import ExchangeBytes
import ExchangeDiagnostics

// Strings are copied while they are scanned: eight octets are stored for every eight looked at, and an escape is decoded
// where it stands. A second pass over the text would cost more than the copy does.

extension JSONScanner {
    /// A string, decoded, at the end of `target`.
    public mutating func string(into target: inout ByteBuffer) throws(Stop) -> Slice {
        try take(UInt8(ascii: "\""))
        // Decoding never lengthens, so what is left of the window bounds what can be written.
        target.reserve(window.count &- index)
        let begin = index
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
            try escape(to: &output)
            input = window.start + index
        }
        index = input - window.start &+ 1
        let count = output - first
        if octets & Word.highs != 0, UTF8Check.firstFault(Bytes(start: first, count: count)) != nil {
            // Looked at again as it was written, where escapes have moved nothing.
            let fault = UTF8Check.firstFault(Bytes(start: window.start + begin, count: index &- 1 &- begin)) ?? 0
            throw .fault(.invalidUTF8, offset: window.base &+ begin &+ fault)
        }
        let slice = Slice(offset: target.count, count: count)
        target.advance(by: count)
        return slice
    }

    /// The name of a member and the colon behind it. Good until the next call: most names are never copied.
    public mutating func name() throws(Stop) -> Bytes {
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
        guard input.load(as: UInt8.self) == UInt8(ascii: "\""), octets & Word.highs == 0 else {
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

    /// A string, decoded, in memory that the next such call takes again.
    @inline(never)
    mutating func scratchString() throws(Stop) -> Slice {
        var text = ByteBuffer()
        swap(&text, &scratch)
        text.removeAll()
        defer { swap(&text, &scratch) }
        return try string(into: &text)
    }

    /// Decodes the escape at hand (RFC 8259 section 7).
    @inline(never)
    private mutating func escape(to output: inout UnsafeMutableRawPointer) throws(Stop) {
        let backslash = index
        let letter = window.start.load(fromByteOffset: index &+ 1, as: UInt8.self)
        index &+= 2
        let octet: UInt8
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): octet = letter
        case UInt8(ascii: "n"): octet = 0x0A
        case UInt8(ascii: "t"): octet = 0x09
        case UInt8(ascii: "r"): octet = 0x0D
        case UInt8(ascii: "b"): octet = 0x08
        case UInt8(ascii: "f"): octet = 0x0C
        case UInt8(ascii: "u"):
            try scalar(to: &output, from: backslash)
            return
        default:
            throw badEscape(backslash, missing: index &- 1)
        }
        output.storeBytes(of: octet, as: UInt8.self)
        output += 1
    }

    /// Decodes what follows `\u`: four hexadecimal digits, or a pair of surrogates twelve octets long.
    private mutating func scalar(to output: inout UnsafeMutableRawPointer, from backslash: Int) throws(Stop) {
        var value = try hexadecimal(from: backslash)
        if value & 0xFC00 == 0xD800 {
            let next = window.start.loadUnaligned(fromByteOffset: index, as: UInt16.self)
            guard next == 0x755C else { throw badEscape(backslash, missing: index &+ 1) }
            index &+= 2
            let low = try hexadecimal(from: backslash)
            guard low & 0xFC00 == 0xDC00 else { throw .fault(.badEscape, offset: window.base &+ backslash) }
            value = 0x10000 &+ ((value & 0x3FF) &<< 10) &+ (low & 0x3FF)
        }
        guard let scalar = Unicode.Scalar(value), let units = UTF8.encode(scalar) else {
            throw .fault(.badEscape, offset: window.base &+ backslash)
        }
        for unit in units {
            output.storeBytes(of: unit, as: UInt8.self)
            output += 1
        }
    }

    private mutating func hexadecimal(from backslash: Int) throws(Stop) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            let letter = window.start.load(fromByteOffset: index, as: UInt8.self)
            guard let digit = Character(Unicode.Scalar(letter)).hexDigitValue else {
                throw badEscape(backslash, missing: index)
            }
            value = value &<< 4 | UInt32(digit)
            index &+= 1
        }
        return value
    }

    /// An escape is bad only if the octet it misses is not merely behind the window's edge.
    private func badEscape(_ backslash: Int, missing: Int) -> Stop {
        guard missing >= window.count else { return .fault(.badEscape, offset: window.base &+ backslash) }
        return window.isLast ? .fault(.unexpectedEnd, offset: window.base &+ window.count) : .incomplete
    }
}
