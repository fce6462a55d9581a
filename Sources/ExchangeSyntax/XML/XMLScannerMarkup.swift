import ExchangeBytes
import ExchangeDiagnostics

/// What is neither tag nor text: the XML declaration, comments, instructions, the beginning of CDATA sections.
extension XMLScanner {
    static let noElement = "no element stands here: a document is one element"

    /// White space outside of the root element, and what ends it.
    @inline(never)
    mutating func outside() throws(Halt) -> Event {
        _ = skipBlanks()
        begin = index
        if index < limit {
            guard byte == UInt8(ascii: "<") else { throw fault(hasRoot ? Self.behindRoot : Self.noElement, at: index) }
            return try step()
        }
        let halt = edge()
        if halt == .fault, hasRoot, fault.code == .unexpectedEnd { return .finish }
        throw halt
    }

    /// A comment or a section; what else begins with `<!` is a declaration, and the root of all that makes XML dangerous.
    @inline(never)
    mutating func declaration() throws(Halt) -> Event {
        index = begin &+ 2
        guard index < limit else { throw edge() }
        switch byte {
        case UInt8(ascii: "-"): return try comment()
        case UInt8(ascii: "["):
            if open.count == 0 { throw fault(hasRoot ? Self.behindRoot : Self.noElement, at: begin) }
            try expect("[CDATA[", "a CDATA section that does not begin as it should: <![CDATA[")
            isInSection = true
            return try step()
        default:
            fault = Note(.xmlEntityRefused, at: offset)
            throw .fault
        }
    }

    /// Goes past a literal.
    private mutating func expect(_ literal: StaticString, _ detail: String) throws(Halt) {
        for place in 0..<literal.utf8CodeUnitCount {
            guard byte == literal.utf8Start[place] else { throw unexpected(detail) }
            index &+= 1
        }
    }

    private mutating func comment() throws(Halt) -> Event {
        try expect("--", "a comment that does not begin as it should: <!--")
        let first = index
        let hyphen = UInt8(ascii: "-")
        while true {
            index = XMLKernel.either(hyphen, hyphen, window.start, from: index, to: limit)
            guard index &+ 2 < limit else {
                // An octet of the end may be there already.
                guard index &+ 1 < limit, byte(at: index &+ 1) != hyphen else { throw edge() }
                index &+= 1
                continue
            }
            if byte(at: index &+ 1) != hyphen { index &+= 1; continue }
            guard byte(at: index &+ 2) == UInt8(ascii: ">") else { throw fault("two hyphens in a comment", at: index) }
            text = resolved(first..<index)
            index &+= 3
            if let long = tooLong(index &- begin) { throw long }
            return .comment
        }
    }

    @inline(never)
    mutating func instruction() throws(Halt) -> Event {
        index = begin &+ 2
        let count = try name("an instruction without a name", at: index)
        if byte == UInt8(ascii: ":") { throw fault("an instruction with a colon in its name", at: index) }
        let name = bytes(begin + 2..<begin + 2 + count)
        if count == 3, name.head | 0x20_2020 == 0x6C_6D78 {
            throw fault("an XML declaration that is not the first thing in the document", at: begin)
        }
        let isSeparate = skipBlanks()
        let first = index
        let question = UInt8(ascii: "?")
        while true {
            index = XMLKernel.either(question, question, window.start, from: index, to: limit)
            guard index &+ 1 < limit else { throw edge() }
            if byte(at: index &+ 1) == UInt8(ascii: ">") { break }
            index &+= 1
        }
        if !isSeparate, index > first { throw fault("a blank is expected", at: first) }
        target = name
        text = resolved(first..<index)
        index &+= 2
        if let long = tooLong(index &- begin) { throw long }
        return .instruction
    }

    /// The octets of a range, its line ends made line feeds.
    private mutating func resolved(_ range: Range<Int>) -> Bytes {
        let written = bytes(range)
        var place = XMLKernel.either(0x0D, 0x0D, window.start, from: range.lowerBound, to: range.upperBound)
        guard place < range.upperBound else { return written }
        scratch.removeAll()
        var first = range.lowerBound
        while place < range.upperBound {
            scratch.append(bytes(first..<place))
            scratch.append(0x0A)
            first = place &+ (byte(at: place &+ 1) == 0x0A ? 2 : 1)
            place = XMLKernel.either(0x0D, 0x0D, window.start, from: first, to: range.upperBound)
        }
        scratch.append(bytes(first..<range.upperBound))
        return scratch.bytes
    }

    // MARK: The XML declaration

    /// Goes past an XML declaration, if there is one (XML 1.0 section 2.8). What it says of the encoding is known.
    mutating func takeDeclaration() throws(Halt) {
        index = begin
        guard bytes(begin..<min(limit, begin + 5)).equals("<?xml"), byte(at: begin &+ 5).isXMLBlank else { return }
        index &+= 5
        _ = skipBlanks()
        guard try takesName("version") else { throw unexpected("an XML declaration without a version") }
        let version = try literal()
        let isKnown = version.count > 2 && version.prefix(2).equals("1.") && version.dropping(2).isDigits
        if index < limit, !isKnown, !version.equals("1.") {
            throw fault("XML \(version.text.prefix(20)); only XML 1.0 is read", at: index &- version.count &- 1)
        }
        var isSeparate = skipBlanks()
        if isSeparate, try takesName("encoding") {
            let encoding = try literal()
            if !encoding.isEncodingName { throw fault("an encoding that has no such name", at: index) }
            isSeparate = skipBlanks()
        }
        if isSeparate, try takesName("standalone") {
            let standalone = try literal()
            guard standalone.equals("yes") || standalone.equals("no") else {
                throw fault("standalone is yes or no", at: index &- standalone.count &- 1)
            }
            _ = skipBlanks()
        }
        try expect("?>", "an XML declaration that does not end")
        begin = index
    }

    /// Goes past a name and an equals sign, if it is that name that follows.
    private mutating func takesName(_ name: StaticString) throws(Halt) -> Bool {
        let end = index &+ name.utf8CodeUnitCount
        guard end < limit else { throw edge() }
        guard bytes(index..<end).equals(name) else { return false }
        index = end
        _ = skipBlanks()
        guard byte == UInt8(ascii: "=") else { throw unexpected("an equals sign is expected") }
        index &+= 1
        _ = skipBlanks()
        return true
    }

    /// Goes past what stands in quotation marks.
    private mutating func literal() throws(Halt) -> Bytes {
        let quote = byte
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            throw unexpected("a value in quotation marks is expected")
        }
        let first = index &+ 1
        index = XMLKernel.either(quote, UInt8(ascii: ">"), window.start, from: first, to: limit)
        guard byte == quote, index < limit else { throw unexpected("a value that does not end") }
        index &+= 1
        return bytes(first..<index - 1)
    }
}

extension Bytes {
    fileprivate var isDigits: Bool {
        for index in 0..<count where self[index] &- UInt8(ascii: "0") > 9 { return false }
        return true
    }

    /// Whether it is the name of an encoding (XML 1.0 section 4.3.3).
    fileprivate var isEncodingName: Bool {
        guard count > 0, (self[0] | 0x20) &- UInt8(ascii: "a") < 26 else { return false }
        for index in 0..<count {
            let byte = self[index]
            let isLetter = (byte | 0x20) &- UInt8(ascii: "a") < 26
            let isOther = byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
            if !isLetter, !isOther, byte &- UInt8(ascii: "0") > 9 { return false }
        }
        return true
    }
}
