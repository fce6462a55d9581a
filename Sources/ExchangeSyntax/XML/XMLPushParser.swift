import CLibXML2
import ExchangeBytes
import ExchangeDiagnostics

/// Parses XML with libxml2, piece by piece, and tells a receiver what it finds and exactly where.
///
/// Nothing but the octets that it is given is ever read: no entity, no other file, no network, whatever the document
/// says. A document type declaration, any encoding but UTF-8 and whatever exceeds a limit is refused before the library
/// acts on it. A thrown `Note` says what is wrong with the document; errors of the receiver come out as they are.
public final class XMLPushParser {
    private let receiver: any XMLReceiver
    private let limits: Limits
    /// How many octets the library gets at a time.
    private let pieceSize: Int
    var context: xmlParserCtxtPtr?
    /// What is added to the library's count of octets to get the offset in the input.
    private var shift = 0
    /// Where the elements begin that are open.
    private(set) var open = Store<Int>()
    private var failure: (any Error)?
    /// Whether the library has been told that nothing more comes.
    private var isEnding = false
    private var length = 0
    /// The values of the attributes of the tag at hand, and what of them is not as it is written.
    private let values: XMLTag.Values
    private var scratch = ByteBuffer()
    private var run = XMLRun(start: nil, count: 0)
    /// Whether the document begins with a byte order mark, which is read over.
    public private(set) var hasByteOrderMark = false

    /// A parser of one document, or of a part of one.
    public init(_ receiver: any XMLReceiver, limits: Limits = Limits(), pieceSize: Int = 16 << 10) {
        self.receiver = receiver
        self.limits = limits
        self.pieceSize = max(1, pieceSize)
        values = .allocate(capacity: 2 * max(0, limits.attributes))
    }

    deinit { values.deallocate() }

    /// Parses a document whose first octet is at an offset of the whole.
    ///
    /// `prologue` is parsed before it, as what stands around it: tags that open elements and declare namespaces.
    public func parse(_ source: @escaping ByteSource, from offset: Int = 0, after prologue: [UInt8] = []) throws {
        try parse(source, from: offset, after: prologue) { _, parse in try parse() }
    }

    /// Parses while something of the caller's is set up around the library's context.
    func parse(
        _ source: @escaping ByteSource, from offset: Int = 0, after prologue: [UInt8] = [],
        within scope: (xmlParserCtxtPtr, _ parse: () throws -> Void) throws -> Void
    ) throws {
        _ = Self.library
        var functions = Self.functions
        let own = Unmanaged.passUnretained(self).toOpaque()
        guard let context = xmlCreatePushParserCtxt(&functions, own, nil, 0, nil) else { throw XMLMemory() }
        defer {
            self.context = nil
            xmlFreeParserCtxt(context)
        }
        context.pointee._private = own
        xmlCtxtUseOptions(context, exchange_options())
        self.context = context
        try withExtendedLifetime(self) {
            do {
                try scope(context) { try feed(source, from: offset, after: prologue) }
            } catch is XMLStop {}
        }
    }

    private func feed(_ source: @escaping ByteSource, from offset: Int, after prologue: [UInt8]) throws {
        var octets = XMLOctets(source, from: offset, isPart: !prologue.isEmpty, limits: limits)
        hasByteOrderMark = try octets.begin()
        shift = octets.offset - prologue.count
        try prologue.withUnsafeBytes { try feed($0) }
        while true {
            let (piece, fault) = try octets.next()
            length = octets.offset
            try feed(piece)
            if let fault { throw fault }
            if piece.isEmpty { break }
        }
        isEnding = true
        _ = xmlParseChunk(context, nil, 0, 1)
        if let failure { throw failure }
    }

    private func feed(_ octets: XMLRun) throws {
        var first = 0
        while first < octets.count {
            let count = min(pieceSize, octets.count - first)
            let start = octets.baseAddress.map { ($0 + first).assumingMemoryBound(to: CChar.self) }
            _ = xmlParseChunk(context, start, Int32(count), 0)
            if let failure { throw failure }
            first += count
        }
    }

    // MARK: Places

    /// The offset in the input of an octet that the library has in memory.
    private func offset(of place: UnsafePointer<UInt8>, in input: xmlParserInputPtr) -> Int {
        Int(input.pointee.consumed) + (place - input.pointee.base) + shift
    }

    /// The octets before the one at hand, the nearest last, as far as the library has kept them.
    private func backwards(to byte: UInt8, in input: xmlParserInputPtr) -> UnsafePointer<UInt8>? {
        guard let base = input.pointee.base, var place = input.pointee.cur else { return nil }
        while place > base {
            place -= 1
            if place.pointee == byte { return place }
        }
        return nil
    }

    /// Where the piece of text begins that is being handled; where a reference begins, if the text comes out of one.
    public var textOffset: Int {
        guard let input = context?.pointee.input, let base = input.pointee.base, let current = input.pointee.cur,
            let end = input.pointee.end
        else { return 0 }
        if let start = run.baseAddress?.assumingMemoryBound(to: UInt8.self), start >= base, start < end {
            // The carriage return before a line feed has been left out.
            let isLineEnd = start.pointee == 0x0A && start > base && start[-1] == 0x0D
            return offset(of: start, in: input) - (isLineEnd ? 1 : 0)
        }
        if run.count <= 4, current > base, current[-1] == UInt8(ascii: ";"),
            let reference = backwards(to: UInt8(ascii: "&"), in: input)
        {
            return offset(of: reference, in: input)
        }
        return max(shift, offset(of: current, in: input) - run.count)
    }

    // MARK: What the library tells

    /// Does something for an event, unless something has failed before.
    fileprivate func attempt(_ body: () throws -> Void) {
        guard failure == nil else { return }
        do { try body() } catch {
            failure = error
            if isShared { context?.pointee.disableSAX = 1 } else { xmlStopParser(context) }
        }
    }

    /// Whether somebody else is told of the same events, after this parser: nothing that they are told of may be freed.
    var isShared = false

    fileprivate func start(_ make: (_ offset: Int, _ end: Int, _ raw: XMLRun, XMLTag.Values) -> XMLTag) throws {
        guard let input = context?.pointee.input, let current = input.pointee.cur,
            let first = backwards(to: UInt8(ascii: "<"), in: input)
        else { return }
        let begin = offset(of: first, in: input)
        let isEmpty = current.pointee == UInt8(ascii: "/")
        let end = begin + (current - first) + (isEmpty ? 2 : 1)
        open.append(begin)
        if open.count > limits.depth {
            throw Note(
                .tooDeep, at: begin, detail: "elements lie deeper within each other than the limit of \(limits.depth)")
        }
        let tag = make(begin, end, XMLRun(start: first, count: current - first), values)
        if tag.attributeCount > limits.attributes {
            throw tooMany(tag.attributeCount, "attributes", limits.attributes, at: begin)
        }
        if tag.namespaceCount > limits.namespaces {
            throw tooMany(tag.namespaceCount, "namespace declarations", limits.namespaces, at: begin)
        }
        tag.findValues(&scratch)
        try XMLCharacters.check(tag)
        try receiver.start(tag)
    }

    private func tooMany(_ count: Int, _ what: String, _ limit: Int, at offset: Int) -> Note {
        Note(.limitExceeded, at: offset, detail: "a tag with \(count) \(what); the limit is \(limit)")
    }

    fileprivate func end() throws {
        guard let input = context?.pointee.input, let current = input.pointee.cur,
            let first = backwards(to: UInt8(ascii: "<"), in: input)
        else { return }
        let begin = offset(of: first, in: input)
        try receiver.end(at: begin, until: begin + (current - first))
        open.truncate(to: open.count - 1)
    }

    fileprivate func text(_ run: XMLRun) throws {
        self.run = run
        if run.count <= 4, XMLCharacters.isRefused(run) {
            throw Note(.controlCharacter, at: textOffset, detail: "a reference to a noncharacter")
        }
        try receiver.text(run, in: self)
    }

    fileprivate func comment(_ run: XMLRun) throws { try receiver.comment(run) }

    fileprivate func instruction(_ target: XMLRun, _ data: XMLRun) throws { try receiver.instruction(target, data) }

    fileprivate func refuseDeclaration() throws {
        guard let input = context?.pointee.input, let first = backwards(to: UInt8(ascii: "<"), in: input) else {
            return
        }
        throw Note(.xmlEntityRefused, at: offset(of: first, in: input))
    }

    fileprivate func found(_ error: exchange_error) {
        guard failure == nil, error.level >= Int32(XML_ERR_ERROR.rawValue), let input = context?.pointee.input,
            let current = input.pointee.cur
        else { return }
        var note = XMLFault.note(error)
        note.offset = max(0, offset(of: current, in: input))
        switch XMLFault.place(error) {
        case .here: break
        case .tag:
            if let first = backwards(to: UInt8(ascii: "<"), in: input) { note.offset = offset(of: first, in: input) }
        case .reference:
            if let first = backwards(to: UInt8(ascii: "&"), in: input) { note.offset = offset(of: first, in: input) }
        case .attribute(let name):
            guard let first = backwards(to: UInt8(ascii: "<"), in: input) else { break }
            note.offset = offset(of: first, in: input)
            let raw = XMLRun(start: first, count: current - first)
            let named = XMLWrittenTag.attributes(of: raw).filter { XMLRun(rebasing: raw[$0.name]).text == name }
            if let second = named.last { note.offset += second.name.lowerBound }
            if named.count > 1, let first = backwards(to: UInt8(ascii: "<"), in: input) {
                note.related = offset(of: first, in: input) + named[0].name.lowerBound
            }
        }
        let left = XMLRun(start: current, count: input.pointee.end.map { max(0, $0 - current) } ?? 0)
        let isAtEnd = isEnding && left.isBlank
        if isAtEnd { note = Note(.unexpectedEnd, at: length) }
        if isAtEnd || XMLFault.concernsOpenElement(error), open.count > 0 { note.related = open[open.count - 1] }
        failure = note
        // The library goes on for a little where it was, and may not be stopped there.
        context?.pointee.disableSAX = 1
    }
}

/// The library found no memory.
struct XMLMemory: Error {}

extension XMLPushParser {
    /// Sets the library up, once for all.
    static let library: Void = exchange_prepare()

    private static var functions: xmlSAXHandler {
        var functions = xmlSAXHandler()
        functions.initialized = UInt32(XML_SAX2_MAGIC)
        functions.internalSubset = { data, _, _, _ in
            XMLPushParser.of(data) { parser in parser.attempt { try parser.refuseDeclaration() } }
        }
        functions.startElementNs = { data, name, prefix, uri, namespaceCount, namespaces, count, _, attributes in
            guard let name else { return }
            XMLPushParser.of(data) { parser in
                parser.attempt {
                    try parser.start { offset, end, raw, values in
                        XMLTag(
                            offset: offset, end: end, attributeCount: Int(count), namespaceCount: Int(namespaceCount),
                            name: name, prefixName: prefix, uri: uri, namespaces: namespaces, attributes: attributes,
                            values: values, raw: raw)
                    }
                }
            }
        }
        functions.endElementNs = { data, _, _, _ in
            XMLPushParser.of(data) { parser in parser.attempt { try parser.end() } }
        }
        // Where the two are the same, the library does not ask itself whether white space says something.
        let characters: charactersSAXFunc = { data, start, count in
            XMLPushParser.of(data) { parser in
                parser.attempt { try parser.text(XMLRun(start: start, count: Int(count))) }
            }
        }
        functions.characters = characters
        functions.ignorableWhitespace = characters
        functions.cdataBlock = characters
        functions.comment = { data, text in
            XMLPushParser.of(data) { parser in parser.attempt { try parser.comment(.string(text)) } }
        }
        functions.processingInstruction = { data, target, text in
            XMLPushParser.of(data) { parser in
                parser.attempt { try parser.instruction(.string(target), .string(text)) }
            }
        }
        functions.serror = errorFunction
        return functions
    }

    /// Told of what is wrong with the syntax.
    static let errorFunction: xmlStructuredErrorFunc = { _, error in
        guard let error else { return }
        let found = exchange_read_error(error)
        XMLPushParser.of(found.owner) { $0.found(found) }
    }

    private static func of(_ data: UnsafeMutableRawPointer?, _ body: (XMLPushParser) -> Void) {
        guard let data else { return }
        body(Unmanaged<XMLPushParser>.fromOpaque(data).takeUnretainedValue())
    }
}
