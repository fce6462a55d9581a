import ExchangeBytes
import ExchangeDiagnostics

/// Cuts XML 1.0 with namespaces into its events, each with the exact octets that it takes, and refuses whatever is not
/// well-formed.
///
/// Nothing but the octets that it is given is ever read. A document type declaration, any encoding but UTF-8 and whatever
/// exceeds a limit is refused. What cannot be cut in pieces (a tag, a comment, an instruction) is begun again when the
/// window's edge cuts it in two; no state is kept within it.
public struct XMLScanner: ~Copyable {
    /// What a document tells.
    public enum Event {
        /// An element begins: its name and attributes are at hand.
        case start
        /// The innermost element ends, with its end tag, or with its only one if it is empty.
        case end
        /// A piece of text, with references resolved and line ends made line feeds.
        case text
        /// A comment, without its delimiters.
        case comment
        /// A processing instruction.
        case instruction
        /// Nothing more comes.
        case finish
    }

    /// What is refused as too long or too deep.
    public let limits: Limits
    /// Whether the document begins with a byte order mark, which is read over.
    public private(set) var hasByteOrderMark = false
    /// The target of the instruction at hand.
    public internal(set) var target: Bytes
    /// The octets of the text, the comment or the instruction at hand; good until the next event.
    public internal(set) var text: Bytes

    /// The name of the element that begins, without a prefix.
    public internal(set) var localName: Bytes
    /// Whether its namespace is the one that is asked for.
    public internal(set) var isAsked = false

    // What is seen from other modules is inlined there: a call would copy the whole scanner.
    @usableFromInline var window: ByteWindow
    /// How far into the window the scanner is, and where what is at hand begins.
    @usableFromInline var index = 0
    @usableFromInline var begin = 0
    /// How much of the window has been looked at, octet by octet, and is good.
    var limit = 0
    /// What is wrong with the octet behind that.
    private var octetFault: Note?
    private var check = XMLOctetCheck()
    var fault = Note(.notWellFormed, at: 0)
    /// Whether what is at hand is in a CDATA section.
    var isInSection = false
    /// Whether the element that has begun is empty, and ends with the next event.
    var endsAtOnce = false
    /// Whether the element that is innermost ends with the event at hand.
    var isLeaving = false
    private var isDocumentStart: Bool
    /// Whether the root element has begun.
    var hasRoot = false

    /// The elements that are open, the namespaces that they declare, and the names of both.
    @usableFromInline var open = Store<XMLOpenElement>()
    @usableFromInline var namespaces: XMLNamespaces
    /// The attributes of the tag at hand, and its namespace declarations.
    @usableFromInline var attributes = Store<XMLAttributeSpan>()
    var declarations = Store<XMLAttributeSpan>()
    /// What of the values at hand is not as it is written.
    @usableFromInline var scratch = ByteBuffer(capacity: 1 << 10)
    @usableFromInline var element = XMLElementName()

    /// A scanner of a document; `isAsked` tells whether an element is in the namespace that is given here.
    ///
    /// Reading may begin within the document's root, at a tag: then what stands around it is told.
    public init(
        _ input: ByteInput, from offset: Int = 0, within scope: XMLScope? = nil, namespace: StaticString = "",
        limits: Limits = Limits(), windowSize: Int = 64 << 10
    ) throws {
        let longest = max(limits.tag, limits.record, 2048) + 64
        window = ByteWindow(try input.open(at: offset), from: offset, capacity: max(1, windowSize), limit: longest)
        self.limits = limits
        namespaces = XMLNamespaces(asked: namespace)
        isDocumentStart = scope == nil
        (text, target, localName) = (window.bytes, window.bytes, window.bytes)
        if let scope { enter(scope) }
    }

    // MARK: Events

    /// The next event. A thrown `Note` says what is wrong with the document.
    ///
    /// White space in front of a tag may be gone past, where it says nothing: between tags it is a third of a document.
    public mutating func next(passingBlanks: Bool = false) throws -> Event {
        if isDocumentStart { try beginDocument() }
        while true {
            do throws(Halt) {
                return try step(passingBlanks)
            } catch {
                switch error {
                case .incomplete: try refill()
                case .fault: throw fault
                }
            }
        }
    }

    /// Goes past the rest of an element whose start is at hand, to its end. All of it is well-formed.
    public mutating func skip() throws {
        let depth = open.count
        while true {
            if case .end = try next(passingBlanks: true), open.count == depth { return }
        }
    }

    /// Where in the input what is at hand begins: a tag with its `<`, a text with the octet that its first character is
    /// written with.
    @inlinable public var offset: Int { window.base &+ begin }
    /// Where in the input the octet behind what is at hand is.
    @inlinable public var end: Int { window.base &+ index }
    /// How many elements are open, the one that begins or ends among them.
    @inlinable public var depth: Int { open.count }

    mutating func step(_ passesBlanks: Bool = false) throws(Halt) -> Event {
        if isLeaving { leave() }
        if endsAtOnce {
            (endsAtOnce, isLeaving) = (false, true)
            return .end
        }
        begin = index
        if isInSection { return try section() }
        if passesBlanks, byte.isXMLBlank {
            let place = XMLKernel.endOfBlanks(window.start, from: index, to: limit)
            if byte(at: place) == UInt8(ascii: "<"), place < limit { (begin, index) = (place, place) }
        }
        if byte == UInt8(ascii: "<") {
            switch window.start.load(fromByteOffset: index &+ 1, as: UInt8.self) {
            case UInt8(ascii: "/"): return try endTag()
            case UInt8(ascii: "!"): return try declaration()
            case UInt8(ascii: "?"): return try instruction()
            default: return try startTag()
            }
        }
        return open.count > 0 ? try content() : try outside()
    }

    /// Forgets the innermost element, which has ended.
    @inline(__always)
    private mutating func leave() {
        isLeaving = false
        namespaces.leave(to: open[open.count &- 1].outer)
        open.truncate(to: open.count &- 1)
    }

    // MARK: The window

    /// The octet at hand; a zero behind the last.
    @inline(__always) var byte: UInt8 { window.start.load(fromByteOffset: index, as: UInt8.self) }

    @inline(__always)
    func byte(at index: Int) -> UInt8 { window.start.load(fromByteOffset: index, as: UInt8.self) }

    func bytes(_ range: Range<Int>) -> Bytes { Bytes(start: window.start + range.lowerBound, count: range.count) }

    /// The stop for an octet that is not what it has to be: a fault, or the edge of the window or of the input.
    @inline(never)
    mutating func unexpected(_ detail: String) -> Halt {
        index < limit ? fault(detail, at: index) : edge()
    }

    /// Remembers what is wrong at an index of the window.
    @inline(never)
    mutating func fault(_ detail: String, at index: Int, related: Int? = nil) -> Halt {
        fault = Note(.notWellFormed, at: window.base &+ index, related: related, detail: detail)
        return .fault
    }

    @inline(never)
    mutating func fault(_ code: Code, at index: Int, _ detail: String) -> Halt {
        fault = Note(code, at: window.base &+ index, detail: detail)
        return .fault
    }

    /// The stop at the window's edge.
    @inline(never)
    mutating func edge() -> Halt {
        if let long = tooLong(limit &- begin) { return long }
        if let octetFault {
            fault = octetFault
            return .fault
        }
        guard window.isLast, limit == window.count else { return .incomplete }
        fault = Note(.unexpectedEnd, at: window.base &+ limit)
        if open.count > 0 { fault.related = open[open.count &- 1].offset }
        return .fault
    }

    private mutating func refill() throws {
        guard try window.refill(keepingFrom: begin) else {
            throw Note(
                .limitExceeded, at: offset, detail: "longer than the limit of \(limits.tag) octets for one tag")
        }
        limit &-= begin
        (index, begin) = (0, 0)
        look()
    }

    /// Looks at the octets that are new in the window.
    private mutating func look() {
        guard octetFault == nil else { return }
        let (end, note) = check.firstFault(window.bytes, from: limit, base: window.base, isLast: window.isLast)
        limit = end
        octetFault = note
        // What is no character ends every run, as the edge does.
        if note != nil { window.cut(to: end) }
    }

    /// Refuses what is at hand if it is longer than its limit.
    @inline(__always)
    mutating func tooLong(_ length: Int) -> Halt? {
        length > min(limits.tag, limits.record) ? tooLongMarkup(length) : nil
    }

    @inline(never)
    private mutating func tooLongMarkup(_ length: Int) -> Halt? {
        let (first, second, third) = (byte(at: begin), byte(at: begin &+ 1), byte(at: begin &+ 2))
        guard first == UInt8(ascii: "<") else { return nil }
        let isTag = second != UInt8(ascii: "?") && (second != UInt8(ascii: "!") || third != UInt8(ascii: "-"))
        let limit = isTag ? limits.tag : limits.record
        guard length > limit else { return nil }
        return fault(
            .limitExceeded, at: begin,
            "longer than the limit of \(limit) octets for \(isTag ? "one tag" : "a comment or an instruction")")
    }

    // MARK: The beginning

    private mutating func beginDocument() throws {
        isDocumentStart = false
        // The declaration is looked at whole: it says whether the octets are characters at all.
        while window.count < 1024, !window.isLast { _ = try window.refill(keepingFrom: 0) }
        hasByteOrderMark = window.bytes.prefix(3).equals("\u{FEFF}")
        if hasByteOrderMark { index = 3 }
        limit = index
        let declaration = XMLDeclaration(window.bytes.dropping(index))
        if var fault = declaration.fault {
            fault.offset += window.base + index
            throw fault
        }
        check.isASCII = declaration.isASCII
        look()
        begin = index
        while true {
            do throws(Halt) {
                return try takeDeclaration()
            } catch {
                if error == .fault { throw fault }
                try refill()
            }
        }
    }

    private mutating func enter(_ scope: XMLScope) {
        hasRoot = true
        let outer = namespaces.mark
        for (prefix, uri) in scope.namespaces {
            scratch.removeAll()
            let first = scratch.append(sliceOf: prefix)
            let second = scratch.append(sliceOf: uri)
            namespaces.declare(scratch[first], scratch[second])
        }
        scratch.removeAll()
        let name = XMLElementName(slice: namespaces.keep(scratch[scratch.append(sliceOf: scope.name)]))
        open.append(XMLOpenElement(name: name, offset: window.base, outer: outer))
    }
}

extension ByteBuffer {
    fileprivate mutating func append(sliceOf octets: [UInt8]) -> Slice {
        let first = count
        append(contentsOf: octets)
        return Slice(offset: first, count: octets.count)
    }
}

/// What stands around a part of a document.
public struct XMLScope {
    /// The name of the element around it, as it is written.
    public let name: [UInt8]
    /// The namespaces that it declares; the default one has an empty prefix.
    public let namespaces: [(prefix: [UInt8], uri: [UInt8])]

    /// An element of a name, and what it declares.
    public init(_ name: [UInt8], _ namespaces: [(prefix: [UInt8], uri: [UInt8])]) {
        (self.name, self.namespaces) = (name, namespaces)
    }
}
