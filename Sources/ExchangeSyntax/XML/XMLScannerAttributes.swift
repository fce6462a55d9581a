import ExchangeBytes
import ExchangeDiagnostics

/// One attribute of a tag, good until the next event.
public struct XMLAttribute {
    /// Its name without a prefix.
    public let localName: Bytes
    /// Empty if it has none.
    public let prefix: Bytes
    /// The URI of its namespace; empty if it is in none.
    public let namespace: Bytes
    /// With references and blanks resolved (XML 1.0 section 3.3.3).
    public let value: Bytes
    /// Whether its value may hold a carriage return: it is not as it is written.
    public let isDecoded: Bool
    /// Where in the input its name begins.
    public let offset: Int
    /// Where in the input its value begins, behind the quotation mark.
    public let valueOffset: Int

    @inlinable
    init(
        localName: Bytes, prefix: Bytes, namespace: Bytes, value: Bytes, isDecoded: Bool, offset: Int, valueOffset: Int
    ) {
        (self.localName, self.prefix, self.namespace, self.value) = (localName, prefix, namespace, value)
        (self.isDecoded, self.offset, self.valueOffset) = (isDecoded, offset, valueOffset)
    }
}

// MARK: What is at hand

extension XMLScanner {
    /// The prefix of the name of the element that begins; empty if it has none.
    @inlinable public var prefix: Bytes { namespaces.names[element.slice].prefix(element.prefixCount) }

    /// The URI of its namespace; empty if it is in none.
    @inlinable public var namespace: Bytes { namespaces.uri(element.namespace) }

    /// How many attributes the tag has; namespace declarations are none.
    @inlinable public var attributeCount: Int { attributes.count }

    /// The attribute at an index, in the order of the tag.
    @inlinable
    public func attribute(_ index: Int) -> XMLAttribute {
        let span = attributes[index]
        return XMLAttribute(
            localName: localName(of: span), prefix: prefix(of: span), namespace: namespaces.uri(span.namespace),
            value: value(of: span), isDecoded: span.isDecoded, offset: window.base &+ Int(span.name),
            valueOffset: window.base &+ Int(span.written))
    }

    /// How many namespaces the tag declares.
    public var namespaceCount: Int {
        open.count == 0 ? 0 : namespaces.count(since: open[open.count &- 1].outer)
    }

    /// The prefix and the URI of the namespace declaration at an index; the default namespace has an empty prefix.
    public func declaration(_ index: Int) -> (prefix: Bytes, uri: Bytes) {
        namespaces.declaration(namespaces.count &- namespaceCount &+ index)
    }

    @inlinable
    func localName(of span: XMLAttributeSpan) -> Bytes {
        let skipped = span.prefixCount == 0 ? 0 : Int(span.prefixCount) &+ 1
        return Bytes(start: window.start + Int(span.name) + skipped, count: Int(span.nameCount) &- skipped)
    }

    @inlinable
    func prefix(of span: XMLAttributeSpan) -> Bytes {
        Bytes(start: window.start + Int(span.name), count: Int(span.prefixCount))
    }

    @inlinable
    func value(of span: XMLAttributeSpan) -> Bytes {
        let start = span.isDecoded ? scratch.bytes.start : window.start
        return Bytes(start: start + Int(span.value), count: Int(span.valueCount))
    }
}

// MARK: What they mean

extension XMLScanner {
    /// Takes up what the tag declares, and finds what its attributes' prefixes mean.
    @inline(never)
    mutating func understandAttributes() throws(Halt) {
        if attributes.count > limits.attributes { throw tooMany(attributes.count, "attributes", limits.attributes) }
        if declarations.count > 0 { try declareNamespaces() }
        for index in 0..<attributes.count where attributes[index].prefixCount > 0 {
            var span = attributes[index]
            span.namespace = namespaces.find(prefix(of: span))
            if span.namespace < 0 { throw undeclared(prefix(of: span)) }
            attributes[index] = span
        }
        if attributes.count > 1 { try refuseDoubles() }
    }

    private mutating func tooMany(_ count: Int, _ what: String, _ limit: Int) -> Halt {
        fault(.limitExceeded, at: begin, "a tag with \(count) \(what); the limit is \(limit)")
    }

    private mutating func declareNamespaces() throws(Halt) {
        var count = 0
        for index in 0..<declarations.count where !isOfXML(declarations[index]) { count += 1 }
        if count > limits.namespaces { throw tooMany(count, "namespace declarations", limits.namespaces) }
        for index in 0..<declarations.count {
            let span = declarations[index]
            let prefix = declared(by: span)
            if let detail = XMLNamespaces.fault(prefix: prefix, uri: value(of: span)) {
                throw fault(detail, at: Int(span.name))
            }
            if isOfXML(span) { continue }
            for other in 0..<index where declared(by: declarations[other]).equals(prefix) {
                throw second(span, behind: declarations[other])
            }
            namespaces.declare(prefix, value(of: span))
        }
    }

    /// The prefix that a declaration is about; empty for the default namespace.
    private func declared(by span: XMLAttributeSpan) -> Bytes {
        span.prefixCount == 0 ? Bytes(start: window.start, count: 0) : localName(of: span)
    }

    /// Whether it says once more what `xml` means.
    private func isOfXML(_ span: XMLAttributeSpan) -> Bool { declared(by: span).equals("xml") }

    /// Refuses a second attribute of the same name and namespace. Above a few, they are looked up.
    private mutating func refuseDoubles() throws(Halt) {
        guard attributes.count > Self.few else {
            for index in 1..<attributes.count {
                for other in 0..<index where isSame(attributes[index], attributes[other]) {
                    throw second(attributes[index], behind: attributes[other])
                }
            }
            return
        }
        var seen: [XMLAttributeKey: Int] = [:]
        for index in 0..<attributes.count {
            let span = attributes[index]
            let key = XMLAttributeKey(
                name: localName(of: span).octets, namespace: namespaces.uri(span.namespace).octets)
            if let other = seen.updateValue(index, forKey: key) { throw second(span, behind: attributes[other]) }
        }
    }

    /// How many attributes are compared one by one: the square of it is little.
    private static var few: Int { 12 }

    @inline(__always)
    private func isSame(_ one: XMLAttributeSpan, _ other: XMLAttributeSpan) -> Bool {
        localName(of: one).equals(localName(of: other))
            && (one.namespace == other.namespace
                || namespaces.uri(one.namespace).equals(namespaces.uri(other.namespace)))
    }

    private mutating func second(_ span: XMLAttributeSpan, behind first: XMLAttributeSpan) -> Halt {
        let name = bytes(Int(span.name)..<Int(span.name &+ span.nameCount)).text
        let halt = fault("a second attribute \(name) in the same tag", at: Int(span.name))
        fault.related = window.base &+ Int(first.name)
        return halt
    }
}

/// What no two attributes of a tag have in common.
private struct XMLAttributeKey: Hashable {
    let name: [UInt8]
    let namespace: [UInt8]
}
