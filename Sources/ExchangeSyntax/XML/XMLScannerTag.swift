import ExchangeBytes
import ExchangeDiagnostics

/// An attribute as it lies in the window, or in the scratch if it is not meant as it is written.
@usableFromInline
struct XMLAttributeSpan: BitwiseCopyable {
    @usableFromInline var name: Int32
    @usableFromInline var nameCount: Int32
    @usableFromInline var prefixCount: Int32
    /// Where its value is written, and where it is to be read.
    @usableFromInline var written: Int32
    @usableFromInline var value: Int32
    @usableFromInline var valueCount: Int32
    @usableFromInline var isDecoded: Bool
    /// The namespace declaration that its prefix means.
    @usableFromInline var namespace: Int32 = -1
}

/// An element that has begun and not ended.
@usableFromInline
struct XMLOpenElement: BitwiseCopyable {
    @usableFromInline var name: XMLElementName
    /// Where in the input its start tag is.
    @usableFromInline var offset: Int
    /// What the namespaces were before it.
    @usableFromInline var outer: XMLNamespaces.Mark
}

/// The name of an element, as it is written, and what its prefix means.
@usableFromInline
struct XMLElementName: BitwiseCopyable {
    @usableFromInline var slice = Slice()
    @usableFromInline var prefixCount = 0
    @usableFromInline var namespace: Int32 = -1
}

// MARK: Tags

extension XMLScanner {
    mutating func startTag() throws(Halt) -> Event {
        index = begin &+ 1
        let name = try elementName()
        attributes.removeAll()
        declarations.removeAll()
        scratch.removeAll()
        var isEmpty = false
        if byte == UInt8(ascii: ">") {
            index &+= 1
        } else {
            isEmpty = try attributesAndEnd()
        }
        if let long = tooLong(index &- begin) { throw long }
        if open.count >= limits.depth { throw tooDeep() }
        let outer = namespaces.mark
        if declarations.count > 0 || attributes.count > 0 { try understandAttributes() }
        let prefixCount = name.prefixCount
        var meaning = namespaces.defaultNamespace
        if prefixCount > 0 {
            let prefix = Bytes(start: window.start + begin + 1, count: prefixCount)
            meaning = namespaces.find(prefix)
            if meaning < 0 { throw undeclared(prefix) }
        }
        let slice = namespaces.keep(Bytes(start: window.start + begin + 1, count: name.count))
        element = XMLElementName(slice: slice, prefixCount: prefixCount, namespace: meaning)
        let skipped = prefixCount == 0 ? 0 : prefixCount &+ 1
        localName = Bytes(start: window.start + begin + 1 + skipped, count: name.count &- skipped)
        isAsked = namespaces.isAsked(meaning)
        open.append(XMLOpenElement(name: element, offset: offset, outer: outer))
        hasRoot = true
        endsAtOnce = isEmpty
        return .start
    }

    /// The name of the element whose tag begins here.
    @inline(__always)
    private mutating func elementName() throws(Halt) -> (count: Int, prefixCount: Int) {
        if open.count == 0, hasRoot { throw fault(Self.behindRoot, at: begin) }
        let first = index
        let prefixCount = try qualifiedName("a less-than sign that begins no tag; it is written &lt;")
        return (index &- first, prefixCount)
    }

    static let behindRoot = "something follows the root element, or nothing closes it"
    static let noTagEnd = "a tag that does not end here with a greater-than sign"

    /// Goes past the rest of a start tag; answers whether its element is empty.
    private mutating func attributesAndEnd() throws(Halt) -> Bool {
        while true {
            let isBehindBlank = skipBlanks()
            switch byte {
            case UInt8(ascii: ">"):
                index &+= 1
                return false
            case UInt8(ascii: "/"):
                index &+= 1
                guard byte == UInt8(ascii: ">") else { throw unexpected(Self.noTagEnd) }
                index &+= 1
                return true
            default:
                guard isBehindBlank else {
                    throw unexpected(attributes.count > 0 ? "a blank is expected" : Self.noTagEnd)
                }
                try attribute()
            }
        }
    }

    /// Goes past white space; answers whether there was any.
    @inline(__always)
    mutating func skipBlanks() -> Bool {
        let first = index
        while byte.isXMLBlank { index &+= 1 }
        return index > first
    }

    private mutating func attribute() throws(Halt) {
        let first = index
        let prefixCount = try qualifiedName(Self.noTagEnd)
        let nameCount = index &- first
        _ = skipBlanks()
        guard byte == UInt8(ascii: "=") else { throw unexpected("an attribute without a value") }
        index &+= 1
        _ = skipBlanks()
        let quote = byte
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            throw unexpected("the value of an attribute is expected, in quotation marks")
        }
        index &+= 1
        let written = index
        index = XMLKernel.endOfValue(window.start, from: index, to: limit, quote)
        var span = XMLAttributeSpan(
            name: Int32(truncatingIfNeeded: first), nameCount: Int32(truncatingIfNeeded: nameCount),
            prefixCount: Int32(truncatingIfNeeded: prefixCount), written: Int32(truncatingIfNeeded: written),
            value: Int32(truncatingIfNeeded: written), valueCount: Int32(truncatingIfNeeded: index &- written),
            isDecoded: false)
        if byte != quote || index >= limit { try decodeValue(&span, quote) }
        index &+= 1
        let isDeclaration =
            (prefixCount == 5 || prefixCount == 0 && nameCount == 5) && bytes(first..<first + 5).equals("xmlns")
        if isDeclaration { declarations.append(span) } else { attributes.append(span) }
    }

    /// Puts together a value that is not as it is written (XML 1.0 section 3.3.3).
    @inline(never)
    private mutating func decodeValue(_ span: inout XMLAttributeSpan, _ quote: UInt8) throws(Halt) {
        let first = scratch.count
        var run = Int(span.written)
        while true {
            scratch.append(bytes(run..<index))
            guard index < limit else { throw edge() }
            switch byte {
            case quote:
                span.isDecoded = true
                span.value = Int32(truncatingIfNeeded: first)
                span.valueCount = Int32(truncatingIfNeeded: scratch.count &- first)
                return
            case UInt8(ascii: "<"):
                throw fault("a less-than sign in the value of an attribute; it is written &lt;", at: index)
            case UInt8(ascii: "&"):
                let scalar = try reference()
                if scalar.isNoncharacter {
                    throw fault(.controlCharacter, at: Int(span.written), "a reference to a noncharacter")
                }
                scratch.append(character: scalar)
            case 0x0D:
                index &+= 1
                guard index < limit else { throw edge() }
                if byte == 0x0A { index &+= 1 }
                scratch.append(UInt8(ascii: " "))
            default:
                index &+= 1
                scratch.append(UInt8(ascii: " "))
            }
            run = index
            index = XMLKernel.endOfValue(window.start, from: index, to: limit, quote)
        }
    }

    @inline(never)
    private mutating func tooDeep() -> Halt {
        fault(.tooDeep, at: begin, "elements lie deeper within each other than the limit of \(limits.depth)")
    }

    @inline(never)
    mutating func undeclared(_ prefix: Bytes) -> Halt {
        fault("a prefix that no namespace is declared for, \(prefix.text)", at: begin)
    }

    mutating func endTag() throws(Halt) -> Event {
        guard open.count > 0 else { throw fault(hasRoot ? Self.behindRoot : Self.noElement, at: begin) }
        let element = open[open.count &- 1]
        let name = namespaces.names[element.name.slice]
        index = begin &+ 2
        if index &+ name.count <= limit, XMLKernel.isSame(window.start + index, name) {
            index &+= name.count
            if byte == UInt8(ascii: ">") {
                index &+= 1
                isLeaving = true
                return .end
            }
        }
        return try unusualEndTag(element)
    }

    /// An end tag with blanks, or one of another element.
    @inline(never)
    private mutating func unusualEndTag(_ element: XMLOpenElement) throws(Halt) -> Event {
        index = begin &+ 2
        _ = try qualifiedName("a name is expected")
        let (found, name) = (bytes(begin + 2..<index), namespaces.names[element.name.slice])
        guard found.equals(name) else {
            let detail = "</\(found.text)> where </\(name.text)> is expected"
            throw fault(detail, at: begin, related: element.offset)
        }
        _ = skipBlanks()
        guard byte == UInt8(ascii: ">") else { throw unexpected(Self.noTagEnd) }
        index &+= 1
        if let long = tooLong(index &- begin) { throw long }
        isLeaving = true
        return .end
    }
}
