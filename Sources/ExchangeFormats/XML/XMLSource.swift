import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel
import ExchangeSyntax

/// An exchange in XML.
///
/// It is looked over once before anything is read: elements of the header may stand behind a collection, and collections
/// in any order. The look keeps where each collection begins, so that every later reading goes straight to what it
/// wants. Comments and processing instructions say nothing, and are gone past.
public struct XMLSource: ExchangeSource, ~Copyable {
    private let input: ByteInput
    private let limits: Limits
    private let windowSize: Int
    private var header = KeptHeader()
    private var sections: [XMLSection]?
    /// What stands around every collection.
    private var scope: XMLScope?
    public private(set) var counter = DiagnosticCounter()

    /// A document in an input. The window is what is in memory of it at a time, at least.
    public init(_ input: ByteInput, limits: Limits = Limits(), windowSize: Int = 64 << 10) {
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
        for type in RecordType.allCases where selection.wants(type) {
            for section in sections where section.type == type {
                try read(section, selection[type], report: report, body)
            }
        }
    }

    private mutating func read(
        _ section: XMLSection, _ fields: Selection.Fields, report: (Diagnostic) -> Void,
        _ body: (inout Record) throws -> Void
    ) throws {
        var wanted: [Bool]?
        if case .some(let marked) = fields { wanted = marked }
        try withoutActuallyEscaping(report) { report in
            var reader = try reader(.section(wanted), from: section.offset, within: scope)
            reader.enterRoot()
            reader.counter = counter
            reader.report = report
            defer { counter = reader.counter }
            try Self.telling(&reader) { reader in
                while try reader.next() { try body(&reader.record) }
            }
        }
    }

    private func reader(_ mode: XMLReader.Mode, from offset: Int = 0, within scope: XMLScope? = nil) throws -> XMLReader
    {
        XMLReader(
            mode,
            try XMLScanner(
                input, from: offset, within: scope, namespace: "urn:cos-exchange:1", limits: limits,
                windowSize: windowSize))
    }

    /// Reads, and tells with its way in the model what stops the reading.
    private static func telling(_ reader: inout XMLReader, _ body: (inout XMLReader) throws -> Void) throws {
        do { try body(&reader) } catch let note as Note { throw reader.diagnostic(note) }
    }

    /// Reads the header, and notes where the collections begin.
    private mutating func lookOver() throws -> [XMLSection] {
        var header = KeptHeader()
        var reader = try reader(.header)
        do {
            try header.keeping { counter, report in
                defer { counter = reader.counter }
                try withoutActuallyEscaping(report) { report in
                    reader.report = report
                    defer { reader.report = { _ in } }
                    try Self.telling(&reader) { reader in while try reader.next() {} }
                }
            }
        } catch let fault as Diagnostic {
            // Records are gone past and hardly looked at: the first fault of all is found by reading everything.
            var whole = try self.reader(.whole)
            try Self.telling(&whole) { reader in while try reader.next() {} }
            throw fault
        }
        header.append(reader.record)
        header.begin(at: reader.record.offset)
        self.header = header
        scope = reader.scope
        return reader.sections
    }
}
