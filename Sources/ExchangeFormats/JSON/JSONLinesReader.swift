import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel
import ExchangeSyntax

/// Reads one line after another of an NDJSON exchange: those of one type, or all.
struct JSONLinesReader: ~Copyable {
    enum Item {
        /// A record of this type.
        case record(RecordType)
        /// A record of this type was gone past, which begins at this offset.
        case passed(RecordType, offset: Int)
        case lineEnd
        case end
    }

    private enum Place {
        case line, lineEnd, end
    }

    private var parser: JSONRecordParser
    private var place = Place.line
    /// The type of the records that are read; nil if all are.
    private let wanted: RecordType?
    /// The type of the line at hand, as soon as it is known.
    private var type: RecordType?
    /// How many records were read.
    private var count = 0
    private static let names = NameIndex(RecordType.allCases.map(\.rawValue))

    /// Reads the lines from the window's beginning on. `fields` are those of the records that are wanted, nil for all.
    init(_ window: consuming ByteWindow, limits: Limits, _ wanted: RecordType?, fields: [Bool]? = nil) {
        parser = JSONRecordParser(JSONScanner(window, limits: limits, endsWithLine: true))
        parser.wanted = fields
        self.wanted = wanted
    }

    /// Reads the next line, or goes past it.
    mutating func next(
        into record: inout Record, counting counter: inout DiagnosticCounter, report: (Diagnostic) -> Void
    ) throws -> Item {
        while true {
            let (start, origin) = (parser.scanner.index, place)
            parser.begin()
            do {
                let item = try step(&record)
                if parser.scanner.remarks.count > 0 {
                    parser.tell(from: beginning(start), of: record, counting: &counter, report)
                }
                return item
            } catch .incomplete {
                place = origin
                try parser.refill(from: beginning(start), of: record)
            } catch .fault {
                throw parser.diagnostic(parser.scanner.fault, from: beginning(start), of: record)
            }
        }
    }

    /// The way to a value leads from the beginning of its line.
    private func beginning(_ start: Int) -> JSONBeginning { JSONBeginning(index: start, type: type) }

    private mutating func step(_ record: inout Record) throws(Halt) -> Item {
        switch place {
        case .line: return try line(&record)
        case .lineEnd:
            try parser.scanner.takeLineEnd()
            place = .line
            return .lineEnd
        case .end: return .end
        }
    }

    private mutating func line(_ record: inout Record) throws(Halt) -> Item {
        if parser.scanner.offset == 0 { try parser.scanner.takeByteOrderMark() }
        guard try parser.scanner.takeBlankLines() else {
            place = .end
            return .end
        }
        place = .lineEnd
        let (first, offset) = (parser.scanner.index, parser.scanner.offset)
        self.type = nil
        let known = takeType()
        let type = if let known { known } else { try findType() }
        self.type = type
        guard wanted == nil || wanted == type else {
            try parser.scanner.skipLine()
            return .passed(type, offset: offset)
        }
        record.begin(type.schema)
        record.offset = offset
        record.index = count
        count &+= 1
        let isOpen: Bool
        if known != nil {
            parser.line.hasType = true
            isOpen = try parser.scanner.continues(until: UInt8(ascii: "}"))
        } else {
            try parser.scanner.takeBrace(of: "a record")
            isOpen = try !parser.scanner.closes(UInt8(ascii: "}"))
        }
        // Depth is that of the same record in a document.
        let depth = type == .exchange ? 1 : 3
        if isOpen { try parser.members(of: type.schema, .root, in: &record, depth: depth) }
        try parser.checkLength(from: first)
        return .record(type)
    }

    // MARK: Types

    /// Takes the type of the record if it is the first member, written as we write it.
    private mutating func takeType() -> RecordType? {
        let opening: StaticString = #"{"record":""#
        let start = parser.scanner.window.start + parser.scanner.index
        guard Bytes(start: start, count: opening.utf8CodeUnitCount).equals(opening) else { return nil }
        let name = start + opening.utf8CodeUnitCount
        let count = Word.distance(Word.equal(Word.load(name), UInt8(ascii: "\"")))
        let more = count < 8 ? 0 : Word.distance(Word.equal(Word.load(name + 8), UInt8(ascii: "\"")))
        let bytes = Bytes(start: name, count: count &+ more)
        guard more < 8, let index = Self.names.find(bytes) else { return nil }
        parser.scanner.index &+= opening.utf8CodeUnitCount &+ bytes.count &+ 1
        return RecordType.allCases[index]
    }

    /// Finds the type of the record wherever the object has it, and goes back to where it was.
    private mutating func findType() throws(Halt) -> RecordType {
        let (first, offset) = (parser.scanner.index, parser.scanner.offset)
        try parser.scanner.takeBrace(of: "a record")
        if try parser.scanner.closes(UInt8(ascii: "}")) { throw missing(at: offset) }
        repeat {
            let isType = try parser.scanner.name().equals("record")
            _ = try parser.scanner.peek()
            let value = parser.scanner.offset
            guard isType else {
                try parser.scanner.skip()
                continue
            }
            let name = try parser.scanner.text()
            guard let name else { throw parser.scanner.fault(.wrongType, at: value, Expectation.string.sentence) }
            guard let found = RecordType(rawValue: name) else { throw unknown(name, at: value) }
            parser.scanner.index = first
            return found
        } while try parser.scanner.continues(until: UInt8(ascii: "}"))
        throw missing(at: offset)
    }

    private mutating func missing(at offset: Int) -> Halt {
        parser.scanner.fault(
            .unknownRecordType, at: offset, "a record that does not say its type: \"record\" is missing; \(Self.types)")
    }

    private mutating func unknown(_ name: String, at offset: Int) -> Halt {
        let names = RecordType.allCases.map(\.rawValue)
        return parser.scanner.fault(
            .unknownRecordType, at: offset, "\"\(name.prefix(64))\" is no type of record; \(Self.types)",
            suggestions: Resemblance.nearest(to: name, among: names))
    }

    private static let types = "the types are " + RecordType.allCases.map(\.rawValue).joined(separator: ", ")
}
