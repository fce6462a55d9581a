import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel
import ExchangeSyntax

/// Reads one thing after another of a JSON exchange document: a member of the header, an array's beginning, a record.
///
/// Whatever it reads can be begun again when the window's edge cuts it in two.
struct JSONReader: ~Copyable {
    enum Item {
        /// A member of the header is on the record, by itself.
        case member
        /// The elements of an array begin at this offset.
        case section(RecordType, offset: Int)
        case record
        /// An element was gone past.
        case skipped
        /// The document, or the array at which reading began, is at its end.
        case end
    }

    /// How elements are read.
    enum Mode {
        case skipping, whole
        /// Only these fields.
        case some([Bool])
    }

    private enum Place {
        case start
        case member(isFirst: Bool)
        case element(RecordType, index: Int)
        case end
    }

    private var parser: JSONRecordParser
    private var place: Place
    private let mode: Mode
    /// Whether reading began inside an array, and ends with it.
    private let isSection: Bool
    /// The members of the document so far, and where their names are.
    private var memberNames: [String: Int] = [:]
    private static let collections: [RecordType] = RecordType.allCases.filter { $0 != .exchange }
    private static let names = NameIndex(collections.map(\.schema.collection))

    /// Reads a whole document.
    init(_ window: consuming ByteWindow, limits: Limits, _ mode: Mode) {
        parser = JSONRecordParser(JSONScanner(window, limits: limits))
        place = .start
        self.mode = mode
        isSection = false
    }

    /// Reads the elements of one array, of which the first is at the window's beginning.
    init(_ window: consuming ByteWindow, limits: Limits, elementsOf type: RecordType, _ mode: Mode) {
        parser = JSONRecordParser(JSONScanner(window, limits: limits))
        place = .element(type, index: 0)
        self.mode = mode
        isSection = true
        if case .some(let wanted) = mode { parser.wanted = wanted }
    }

    /// Reads the next thing, into the record if it is a member or a record.
    mutating func next(into record: inout Record, report: (Diagnostic) -> Void) throws -> Item {
        while true {
            let (start, origin) = (parser.scanner.index, place)
            parser.scanner.notes.removeAll(keepingCapacity: true)
            do {
                let item = try step(&record)
                for note in parser.scanner.notes { report(diagnostic(note, record, from: start, origin)) }
                return item
            } catch .incomplete {
                place = origin
                guard try parser.scanner.window.refill(keepingFrom: start) else {
                    let limit = parser.scanner.limits.record
                    let note = Note(
                        .limitExceeded, at: parser.scanner.window.base + start,
                        detail: "longer than the limit of \(limit) octets for one record")
                    throw diagnostic(note, record, from: start, origin)
                }
                parser.scanner.index = 0
            } catch .fault {
                throw diagnostic(parser.scanner.fault, record, from: start, origin)
            }
        }
    }

    /// Reads to the end of one thing that can be begun again.
    private mutating func step(_ record: inout Record) throws(Halt) -> Item {
        switch place {
        case .start:
            try byteOrderMark()
            let isEmpty = try !parser.scanner.opens(UInt8(ascii: "{"), UInt8(ascii: "}"))
            if isEmpty { return try finish() }
            place = .member(isFirst: true)
            return .skipped
        case .member(let isFirst):
            if !isFirst, try !parser.scanner.continues(until: UInt8(ascii: "}")) { return try finish() }
            return try member(&record)
        case .element(let type, let index):
            let item = try element(type, index, &record)
            let continues = try parser.scanner.continues(until: UInt8(ascii: "]"))
            place = continues ? .element(type, index: index &+ 1) : isSection ? .end : .member(isFirst: false)
            return item
        case .end: return .end
        }
    }

    private mutating func element(_ type: RecordType, _ index: Int, _ record: inout Record) throws(Halt) -> Item {
        if case .skipping = mode {
            try parser.scanner.skip()
            return .skipped
        }
        record.begin(type.schema)
        _ = try parser.scanner.peek()
        record.offset = parser.scanner.offset
        record.index = index
        // Around its members lie the document, the array and the record itself.
        try parser.object(type.schema, .root, in: &record, depth: 3)
        return .record
    }

    /// Takes the beginning of an array of records, or a member of the header.
    private mutating func member(_ record: inout Record) throws(Halt) -> Item {
        _ = try parser.scanner.peek()
        let (begin, offset) = (parser.scanner.index, parser.scanner.offset)
        let bytes = try parser.scanner.name()
        let (name, collection) = (bytes.text, Self.names.find(bytes))
        if let first = memberNames[name], first != offset {
            throw parser.scanner.fault(.duplicateKey, at: offset, related: first)
        }
        memberNames[name] = offset
        if let collection, try parser.scanner.peek() == UInt8(ascii: "[") {
            let type = Self.collections[collection]
            if try !parser.scanner.opens(UInt8(ascii: "["), UInt8(ascii: "]")) {
                place = .member(isFirst: false)
                return .skipped
            }
            place = .element(type, index: 0)
            return .section(type, offset: parser.scanner.offset)
        }
        parser.scanner.index = begin
        record.begin(Exchange.schema)
        record.offset = offset
        try parser.member(of: Exchange.schema, .root, in: &record, depth: 1)
        place = .member(isFirst: false)
        return .member
    }

    private mutating func finish() throws(Halt) -> Item {
        place = .end
        do {
            _ = try parser.scanner.peek()
        } catch .fault where parser.scanner.fault.code == .unexpectedEnd {
            return .end
        }
        throw parser.scanner.fault(.trailingContent, at: parser.scanner.offset)
    }

    /// Goes past a byte order mark, which RFC 8259 section 8.1 lets a reader ignore; refuses UTF-16.
    private mutating func byteOrderMark() throws(Halt) {
        let bytes = parser.scanner.window.bytes
        guard bytes.count >= 4 || parser.scanner.window.isLast else { throw .incomplete }
        let head = bytes.head
        if head & 0xFF_FFFF == 0xBF_BBEF {
            parser.scanner.notes.append(Note(.byteOrderMark, at: 0))
            parser.scanner.index = 3
        } else if head & 0xFFFF == 0xFEFF || head & 0xFFFF == 0xFFFE || head & 0xFF00 == 0 && bytes.count > 1
            || head & 0xFF == 0 && bytes.count > 1
        {
            throw parser.scanner.fault(.invalidUTF8, at: 0, "this looks like UTF-16: JSON is exchanged in UTF-8")
        }
    }

    private func diagnostic(
        _ note: Note, _ record: borrowing Record, from start: Int, _ origin: Place
    ) -> Diagnostic {
        var path = ""
        var subject = Diagnostic.Subject(kind: RecordType.exchange.rawValue)
        var isInsideObject = false
        switch origin {
        case .element(let type, let index):
            path = "/\(type.schema.collection)/\(index)"
            subject = record.subject(of: type)
        case .member: isInsideObject = true
        case .start, .end: break
        }
        let window = parser.scanner.window.bytes
        let base = parser.scanner.window.base
        path += JSONPath.pointer(in: window, from: start, to: note.offset - base, isInsideObject: isInsideObject)
        var related: [Diagnostic.Related] = []
        if let offset = note.related {
            // The other place has the same path: it is the same name, once more.
            let location = Diagnostic.Location(position: Position(offset: offset), path: path)
            related.append(Diagnostic.Related("first given here", at: location))
        }
        return Diagnostic(
            note.code, message: note.detail, subject: subject,
            at: Diagnostic.Location(position: Position(offset: note.offset), path: path), related: related,
            suggestions: note.suggestions)
    }
}
