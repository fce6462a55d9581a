import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel
import ExchangeSyntax

/// Reads an exchange document: first its header, then one record per element of the arrays it knows.
///
/// Members that stand behind an array come as header records of their own, so that nothing has to wait for the end.
public struct JSONReader: RecordReader, ~Copyable {
    private enum Place {
        case header
        case element(Schema, index: Int)
        case betweenMembers
        case end
    }

    private var parser: JSONRecordParser
    private var place = Place.header
    /// The members of the document so far: the record at hand knows only its own.
    private var memberNames: Set<String> = []
    /// How often each code was remarked upon. A position is counted for the first few alone: a member that no schema
    /// knows may stand in every record.
    private var counts: [Code: Int] = [:]
    private static let remarksOfACode = 100
    private let collections = NameIndex(Catalogue.collections.map(\.collection))

    public init(_ window: consuming ByteWindow) { parser = JSONRecordParser(JSONScanner(window)) }

    public mutating func next(into record: inout Record, report: (Diagnostic) -> Void) throws -> Bool {
        while true {
            let (start, origin, names) = (parser.scanner.index, place, memberNames)
            do {
                parser.remarks.removeAll(keepingCapacity: true)
                let isRecord = try step(&record)
                for remark in parser.remarks {
                    counts[remark.code, default: 0] += 1
                    guard counts[remark.code, default: 0] <= Self.remarksOfACode else { continue }
                    report(diagnostic(remark.code, at: remark.offset, start, origin))
                }
                if isRecord { return true }
                if case .end = place { return false }
            } catch .incomplete {
                (place, memberNames) = (origin, names)
                guard try parser.scanner.window.refill(keepingFrom: start) else {
                    throw diagnostic(.limitExceeded, at: parser.scanner.window.base + start, start, origin)
                }
                parser.scanner.index = 0
            } catch .fault(let code, let offset) {
                throw diagnostic(code, at: offset, start, origin)
            }
        }
    }

    /// Reads to the end of one thing that can be begun again; answers whether it was a record.
    private mutating func step(_ record: inout Record) throws(Stop) -> Bool {
        switch place {
        case .header:
            record.begin(Catalogue.exchange)
            guard try parser.scanner.opens(UInt8(ascii: "{"), UInt8(ascii: "}")) else { return try finish(true) }
            repeat {
                if try enterCollection() { return true }
                try parser.member(of: Catalogue.exchange, .root, in: &record)
            } while try parser.scanner.continues(until: UInt8(ascii: "}"))
            return try finish(true)
        case .element(let schema, let index):
            record.begin(schema)
            try parser.object(schema, .root, in: &record)
            let continues = try parser.scanner.continues(until: UInt8(ascii: "]"))
            place = continues ? .element(schema, index: index + 1) : .betweenMembers
            return true
        case .betweenMembers:
            guard try parser.scanner.continues(until: UInt8(ascii: "}")) else { return try finish(false) }
            if try enterCollection() { return false }
            record.begin(Catalogue.exchange)
            try parser.member(of: Catalogue.exchange, .root, in: &record)
            return true
        case .end:
            return false
        }
    }

    /// Takes the name of an array of records and the array's bracket; or leaves another member as it stands.
    private mutating func enterCollection() throws(Stop) -> Bool {
        _ = try parser.scanner.peek()
        let (begin, offset) = (parser.scanner.index, parser.scanner.offset)
        let name = try parser.scanner.name()
        let collection = collections.find(name)
        guard memberNames.insert(name.text).inserted else { throw .fault(.duplicateKey, offset: offset) }
        guard let collection, try parser.scanner.peek() == UInt8(ascii: "[") else {
            parser.scanner.index = begin
            return false
        }
        let isEmpty = try !parser.scanner.opens(UInt8(ascii: "["), UInt8(ascii: "]"))
        place = isEmpty ? .betweenMembers : .element(Catalogue.collections[collection], index: 0)
        return true
    }

    private mutating func finish(_ isRecord: Bool) throws(Stop) -> Bool {
        do {
            _ = try parser.scanner.peek()
        } catch .fault(.unexpectedEnd, _) {
            place = .end
            return isRecord
        }
        throw .fault(.trailingContent, offset: parser.scanner.offset)
    }

    private func diagnostic(_ code: Code, at offset: Int, _ start: Int, _ origin: Place) -> Diagnostic {
        var path = ""
        var isInsideObject = false
        switch origin {
        case .element(let schema, let index): path = "/\(schema.collection)/\(index)"
        case .betweenMembers: isInsideObject = true
        case .header, .end: break
        }
        let target = offset - parser.scanner.window.base
        path += JSONPath.pointer(in: parser.scanner.window, from: start, to: target, isInsideObject: isInsideObject)
        return Diagnostic(code, at: .init(position: parser.scanner.window.position(of: offset), path: path))
    }
}
