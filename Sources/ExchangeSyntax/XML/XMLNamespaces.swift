import CLibXML2
import ExchangeBytes

/// The namespaces that are declared around what is at hand, and the names of the open elements.
@usableFromInline
struct XMLNamespaces: ~Copyable {
    /// What there was when an element began.
    @usableFromInline
    struct Mark: BitwiseCopyable {
        fileprivate var names: Int32
        fileprivate var bindings: Int32
        fileprivate var defaultNamespace: Int32
    }

    /// The prefixes, the URIs and the names of elements, the innermost last.
    @usableFromInline private(set) var names = ByteBuffer(capacity: 4 << 10)
    @usableFromInline private(set) var bindings = Store<XMLNamespaceBinding>()
    /// The namespace of elements without a prefix; -1 if they are in none.
    private(set) var defaultNamespace: Int32 = -1
    private let asked: StaticString

    /// The namespace that the prefix `xml` is bound to (Namespaces in XML 1.0 section 3).
    static let xml: StaticString = "http://www.w3.org/XML/1998/namespace"
    /// The one that declarations are in themselves.
    private static let declarations: StaticString = "http://www.w3.org/2000/xmlns/"

    /// What is bound before anything is declared; the namespace that is asked for.
    init(asked: StaticString) {
        self.asked = asked
        let (prefix, first) = (Slice(offset: 0, count: 3), 3)
        names.append("xml")
        names.append(Self.xml)
        let uri = Slice(offset: first, count: names.count - first)
        bindings.append(XMLNamespaceBinding(prefix: prefix, uri: uri, isAsked: false))
    }

    /// How many are declared, the one of `xml` among them.
    var count: Int { bindings.count }

    /// How many have been declared since.
    func count(since mark: Mark) -> Int { bindings.count &- Int(mark.bindings) }

    /// What there is now.
    var mark: Mark {
        Mark(
            names: Int32(truncatingIfNeeded: names.count), bindings: Int32(truncatingIfNeeded: bindings.count),
            defaultNamespace: defaultNamespace)
    }

    /// Forgets what has been declared and named since.
    @inline(__always)
    mutating func leave(to mark: Mark) {
        names.truncate(to: Int(mark.names))
        bindings.truncate(to: Int(mark.bindings))
        defaultNamespace = mark.defaultNamespace
    }

    /// Keeps a name: with one move, if it is short.
    @inline(__always)
    mutating func keep(_ name: Bytes) -> Slice {
        guard name.count <= 16 else { return names.append(sliceOf: name) }
        let slice = Slice(offset: names.count, count: name.count)
        names.reserve(name.count)
        names.tail.storeBytes(of: name.start.loadUnaligned(as: SIMD16<UInt8>.self), as: SIMD16<UInt8>.self)
        names.advance(by: name.count)
        return slice
    }

    /// Declares a namespace; an empty prefix is the one of names without, an empty URI takes the default back.
    mutating func declare(_ prefix: Bytes, _ uri: Bytes) {
        let binding = XMLNamespaceBinding(
            prefix: names.append(sliceOf: prefix), uri: names.append(sliceOf: uri), isAsked: uri.equals(asked))
        if prefix.isEmpty { defaultNamespace = uri.isEmpty ? -1 : Int32(truncatingIfNeeded: bindings.count) }
        bindings.append(binding)
    }

    /// What a prefix means; -1 if nothing is declared for it.
    func find(_ prefix: Bytes) -> Int32 {
        var index = bindings.count &- 1
        while index >= 0 {
            let slice = bindings[index].prefix
            if Int(slice.count) == prefix.count, names[slice].equals(prefix) { break }
            index &-= 1
        }
        return Int32(truncatingIfNeeded: index)
    }

    /// The prefix and the URI of a declaration.
    func declaration(_ index: Int) -> (prefix: Bytes, uri: Bytes) {
        (names[bindings[index].prefix], names[bindings[index].uri])
    }

    /// The URI of a namespace; empty if it is none.
    @inlinable @inline(__always)
    func uri(_ namespace: Int32) -> Bytes { names[namespace < 0 ? Slice() : bindings[Int(namespace)].uri] }

    /// Whether a namespace is the one that is asked for.
    @inline(__always)
    func isAsked(_ namespace: Int32) -> Bool { namespace >= 0 && bindings[Int(namespace)].isAsked }

    // MARK: What may be declared

    /// What is wrong with a declaration (Namespaces in XML 1.0 sections 2 and 3); nil if nothing is.
    static func fault(prefix: Bytes, uri: Bytes) -> String? {
        if prefix.equals("xml") { return uri.equals(xml) ? nil : "the prefix xml, declared to be something else" }
        if uri.equals(xml) { return "the namespace of xml, declared for another prefix" }
        if prefix.equals("xmlns") { return "the prefix xmlns, which nobody declares" }
        if uri.equals(declarations) { return "the namespace of declarations, which nobody declares" }
        if uri.isEmpty { return prefix.isEmpty ? nil : "an empty namespace for the prefix \(prefix.text)" }
        return isURI(uri) ? nil : "a namespace that is no URI, '\(uri.text.prefix(60))'"
    }

    /// Whether it is a URI or a reference to one (RFC 3986 section 4.1), as the library sees it.
    private static func isURI(_ octets: Bytes) -> Bool {
        var text = octets.octets.map { CChar(bitPattern: $0) }
        text.append(0)
        guard let parsed = xmlParseURI(text) else { return false }
        xmlFreeURI(parsed)
        return true
    }
}

/// One declaration.
@usableFromInline
struct XMLNamespaceBinding: BitwiseCopyable {
    @usableFromInline var prefix: Slice
    @usableFromInline var uri: Slice
    /// Whether it is the namespace that is asked for.
    var isAsked: Bool
}
