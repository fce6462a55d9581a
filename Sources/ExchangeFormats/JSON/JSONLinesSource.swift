import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel
import ExchangeSyntax

/// An NDJSON exchange: one record a line, of which the member `record` says the type, the header first.
///
/// It is looked over once before anything is read. Records of a type are then read from the first line that holds one
/// to the last: straight through where types come in canonical order, and past other lines where they do not.
public struct JSONLinesSource: ExchangeSource, ~Copyable {
    private let input: ByteInput
    private let limits: Limits
    private let windowSize: Int
    private var header = KeptHeader()
    private var sections: [RecordType: Section]?
    public private(set) var counter = DiagnosticCounter()

    /// The lines of one type.
    private struct Section {
        /// Where the first of them begins.
        var offset: Int
        var count = 1
    }

    /// Lines in an input. The window is what is in memory of it at a time, at least.
    public init(_ input: ByteInput, limits: Limits = Limits(), windowSize: Int = 256 << 10) {
        self.input = input
        self.limits = limits
        self.windowSize = windowSize
    }

    public mutating func read(
        _ selection: Selection, report: (Diagnostic) -> Void, _ body: (inout Record) throws -> Void
    ) throws {
        let sections = try self.sections ?? lookOver()
        self.sections = sections
        counter = DiagnosticCounter()
        if selection.wants(.exchange) { try header.read(counting: &counter, report: report, body) }
        var record = Record(Exchange.schema)
        for type in RecordType.allCases where type != .exchange && selection.wants(type) {
            guard let section = sections[type] else { continue }
            let fields: [Bool]? = if case .some(let wanted) = selection[type] { wanted } else { nil }
            let window = try ByteWindow(input, from: section.offset, size: windowSize, limits: limits)
            var reader = JSONLinesReader(window, limits: limits, type, fields: fields)
            var count = 0
            while count < section.count {
                switch try reader.next(into: &record, counting: &counter, report: report) {
                case .record:
                    count += 1
                    try body(&record)
                case .passed, .lineEnd: continue
                case .end: return
                }
            }
            // The last record is one only if nothing follows it on its line.
            _ = try reader.next(into: &record, counting: &counter, report: report)
        }
    }

    // MARK: The first look

    /// Reads the header, and notes where the records of each type begin and how many there are.
    private mutating func lookOver() throws -> [RecordType: Section] {
        do {
            return try look()
        } catch let fault as Diagnostic where fault.code != .misplacedHeader {
            // What is gone past is hardly looked at: the first fault of all is found by reading everything.
            try readWhole()
            throw fault
        }
    }

    private mutating func look() throws -> [RecordType: Section] {
        var header = KeptHeader()
        var sections: [RecordType: Section] = [:]
        var firstOffset: Int?
        var record = Record(Exchange.schema)
        let window = try ByteWindow(input, from: 0, size: windowSize, limits: limits)
        var reader = JSONLinesReader(window, limits: limits, .exchange)
        while true {
            switch try header.keeping({ try reader.next(into: &record, counting: &$0, report: $1) }) {
            case .record:
                if let firstOffset {
                    let word = sections[.exchange] == nil ? "the first record is here" : "the header is here"
                    throw Self.misplaced(at: record.offset, (firstOffset, word))
                }
                firstOffset = record.offset
                sections[.exchange] = Section(offset: record.offset)
                header.append(record)
                header.begin(at: record.offset)
            case .passed(let type, let offset):
                sections[type, default: Section(offset: offset, count: 0)].count += 1
                firstOffset = firstOffset ?? offset
            case .lineEnd: continue
            case .end:
                guard let firstOffset else { throw Self.nothing }
                if sections[.exchange] == nil { throw Self.misplaced(at: firstOffset, nil) }
                try checkNames(of: header.record, beside: sections)
                self.header = header
                return sections
            }
        }
    }

    /// Refuses a header that has a member of the name that an array of records bears in a document.
    private func checkNames(of header: borrowing Record, beside sections: [RecordType: Section]) throws {
        var fault: Diagnostic?
        header.eachExtra(of: .root, Exchange.schema) { extra in
            let name = header[extra.label].text
            let type = RecordType.allCases.first { $0 != .exchange && $0.schema.collection == name }
            guard fault == nil, let type, let section = sections[type] else { return }
            let record = Diagnostic.Location(position: Position(offset: section.offset), path: "")
            fault = Diagnostic(
                .duplicateKey, message: "a member of the name that the array of \(type.rawValue) records bears",
                subject: Diagnostic.Subject(kind: RecordType.exchange.rawValue),
                at: Diagnostic.Location(position: Position(offset: extra.offset), path: "/" + name),
                related: [Diagnostic.Related("the first of the records", at: record)])
        }
        if let fault { throw fault }
    }

    private static func misplaced(at offset: Int, _ other: (offset: Int, word: String)?) -> Diagnostic {
        let related = other.map { other in
            [Diagnostic.Related(other.word, at: .init(position: Position(offset: other.offset), path: ""))]
        }
        return Diagnostic(
            .misplacedHeader,
            message: other == nil ? "no header: the first line must be the record of type \"exchange\"" : nil,
            subject: Diagnostic.Subject(kind: RecordType.exchange.rawValue),
            at: Diagnostic.Location(position: Position(offset: offset), path: ""), related: related ?? [])
    }

    private static let nothing = Diagnostic(
        .unexpectedEnd, message: "no line that holds anything",
        at: Diagnostic.Location(position: Position(offset: 0), path: ""))

    /// Reads every line, up to the first fault.
    private func readWhole() throws {
        var record = Record(Exchange.schema)
        var counter = DiagnosticCounter(limit: 0)
        let window = try ByteWindow(input, from: 0, size: windowSize, limits: limits)
        var reader = JSONLinesReader(window, limits: limits, nil)
        while true {
            if case .end = try reader.next(into: &record, counting: &counter, report: { _ in }) { return }
        }
    }
}
