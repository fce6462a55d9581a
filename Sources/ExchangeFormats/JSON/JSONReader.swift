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
        /// An array's opening bracket was at the octet before this offset.
        case section(RecordType, offset: Int)
        case record
        /// Something was gone past.
        case skipped
        /// The document, or the array at which reading began, is at its end.
        case end
    }

    /// How elements are read.
    enum Mode {
        case skipping, whole
        /// Only these fields.
        case some([Bool])
        /// Only these fields of the records of one type, and nothing of others.
        case glancing(RecordType, [Bool])
    }

    /// What comes next.
    private enum Place {
        case start
        /// The first member, or the end of the document.
        case firstMember
        case member
        /// The comma behind a member, or the end of the document.
        case memberEnd
        /// The first element, or the end of the array.
        case firstElement(RecordType)
        case element(RecordType, index: Int)
        /// The comma behind an element, or the end of the array.
        case elementEnd(RecordType, index: Int)
        case trailer
        case end
    }

    private var parser: JSONRecordParser
    private var place: Place
    private let mode: Mode
    /// Whose records are read where others are gone past.
    private var glanced: (type: RecordType, fields: [Bool])?
    /// Whether reading began inside an array, and ends with it.
    private let isSection: Bool
    /// The members of the document so far, and where their names are.
    private var memberNames: [String: Int] = [:]
    /// How many octets the members of the header take so far, and how many of them no schema knows.
    private var header = (octets: 0, extras: 0)

    /// Reads a whole document.
    init(_ window: consuming ByteWindow, limits: Limits, _ mode: Mode) {
        parser = JSONRecordParser(JSONScanner(window, limits: limits))
        place = .start
        self.mode = mode
        isSection = false
        if case .glancing(let type, let wanted) = mode {
            glanced = (type, wanted)
        }
    }

    /// Reads the elements of one array; its opening bracket is right before the window.
    init(_ window: consuming ByteWindow, limits: Limits, elementsOf type: RecordType, _ mode: Mode) {
        parser = JSONRecordParser(JSONScanner(window, limits: limits))
        place = .firstElement(type)
        self.mode = mode
        isSection = true
        if case .some(let wanted) = mode { parser.wanted = wanted }
    }

    /// Reads the next thing, into the record if it is a member or a record.
    mutating func next(
        into record: inout Record, counting counter: inout DiagnosticCounter, report: (Diagnostic) -> Void
    ) throws -> Item {
        while true {
            let (start, origin) = (parser.scanner.index, place)
            parser.begin()
            do {
                let item = try step(&record)
                if parser.scanner.remarks.count > 0 {
                    parser.tell(from: beginning(start, origin), of: record, counting: &counter, report)
                }
                return item
            } catch .incomplete {
                place = origin
                try parser.refill(from: beginning(start, origin), of: record)
            } catch .fault {
                throw parser.diagnostic(parser.scanner.fault, from: beginning(start, origin), of: record)
            }
        }
    }

    private func beginning(_ start: Int, _ origin: Place) -> JSONBeginning {
        switch origin {
        case .element(let type, let index), .elementEnd(let type, let index):
            JSONBeginning(index: start, path: "/\(type.schema.collection)/\(index)", type: type)
        case .firstElement(let type): JSONBeginning(index: start, path: "/\(type.schema.collection)", type: type)
        case .member, .memberEnd: JSONBeginning(index: start, isMember: true)
        case .start, .firstMember, .trailer, .end: JSONBeginning(index: start)
        }
    }

    /// Reads to the end of one thing that can be begun again.
    private mutating func step(_ record: inout Record) throws(Halt) -> Item {
        switch place {
        case .start:
            try parser.scanner.takeByteOrderMark()
            try parser.scanner.takeBrace(of: "an exchange")
            place = .firstMember
            return .skipped
        case .firstMember:
            place = try parser.scanner.closes(UInt8(ascii: "}")) ? .trailer : .member
            return .skipped
        case .member: return try member(&record)
        case .memberEnd:
            place = try parser.scanner.continues(until: UInt8(ascii: "}")) ? .member : .trailer
            return .skipped
        case .firstElement(let type):
            let isEmpty = try parser.scanner.closes(UInt8(ascii: "]"))
            place = isEmpty ? afterArray : .element(type, index: 0)
            return .skipped
        case .element(let type, let index): return try element(type, index, &record)
        case .elementEnd(let type, let index):
            let continues = try parser.scanner.continues(until: UInt8(ascii: "]"))
            place = continues ? .element(type, index: index &+ 1) : afterArray
            return .skipped
        case .trailer:
            if try parser.scanner.takeBlankLines() {
                throw parser.scanner.fault(.trailingContent, at: parser.scanner.offset)
            }
            place = .end
            return .end
        case .end: return .end
        }
    }

    private func isSkipped(_ type: RecordType) -> Bool {
        switch mode {
        case .skipping: true
        case .glancing: type != glanced?.type
        case .whole, .some: false
        }
    }

    private var afterArray: Place { isSection ? .end : .memberEnd }

    private mutating func element(_ type: RecordType, _ index: Int, _ record: inout Record) throws(Halt) -> Item {
        place = .elementEnd(type, index: index)
        if isSkipped(type) {
            try parser.scanner.skip()
            return .skipped
        }
        record.begin(type.schema)
        _ = try parser.scanner.peek()
        let first = parser.scanner.index
        record.offset = parser.scanner.offset
        record.index = index
        try parser.scanner.takeBrace(of: "a record")
        if try !parser.scanner.closes(UInt8(ascii: "}")) {
            // Around its members lie the document, the array and the record itself.
            try parser.members(of: type.schema, .root, in: &record, depth: 3)
        }
        try parser.checkLength(from: first)
        return .record
    }

    /// Takes the beginning of an array of records, or a member of the header.
    private mutating func member(_ record: inout Record) throws(Halt) -> Item {
        place = .memberEnd
        // Which fields are wanted of some records is nothing to the header.
        if glanced != nil { parser.wanted = nil }
        _ = try parser.scanner.peek()
        let (begin, offset) = (parser.scanner.index, parser.scanner.offset)
        let bytes = try parser.scanner.name()
        let (name, collection) = (bytes.text, JSONRecordParser.collectionNames.find(bytes))
        if let first = memberNames[name], first != offset {
            throw parser.scanner.fault(.duplicateKey, at: offset, related: first)
        }
        memberNames[name] = offset
        if let collection, try parser.scanner.peek() == UInt8(ascii: "[") {
            let type = JSONRecordParser.collections[collection]
            parser.scanner.index &+= 1
            place = .firstElement(type)
            if let glanced, glanced.type == type { parser.wanted = glanced.fields }
            return .section(type, offset: parser.scanner.offset)
        }
        parser.scanner.index = begin
        record.begin(Exchange.schema)
        record.offset = offset
        try parser.member(of: Exchange.schema, .root, in: &record, depth: 1)
        try checkHeader(record, from: begin)
        return .member
    }

    /// The members of the header are one record, though they are read one by one.
    private mutating func checkHeader(_ record: borrowing Record, from begin: Int) throws(Halt) {
        let limits = parser.scanner.limits
        let offset = parser.scanner.window.base &+ begin
        header.octets &+= parser.scanner.index &- begin
        if header.octets > limits.record {
            throw parser.scanner.fault(
                .limitExceeded, at: offset,
                "the header's members are longer than the limit of \(limits.record) octets for one record")
        }
        guard record.first(Exchange.schema.shapes.count) != nil else { return }
        header.extras &+= 1
        if header.extras > limits.extras { throw parser.tooManyExtras(at: offset) }
    }
}
