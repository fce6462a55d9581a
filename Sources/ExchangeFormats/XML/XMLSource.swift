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
    private let pieceSize: Int
    private var header = KeptHeader()
    private var sections: [XMLSection]?
    /// A start tag of the root with the namespaces that it declares: what stands around every collection.
    private var prologue: [UInt8] = []
    public private(set) var counter = DiagnosticCounter()

    /// A document in an input. The parser gets pieces of it, of a size in octets.
    public init(_ input: ByteInput, limits: Limits = Limits(), pieceSize: Int = 16 << 10) {
        self.input = input
        self.limits = limits
        self.pieceSize = pieceSize
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
        let reader = XMLReader(.section(wanted), limits: limits)
        reader.counter = counter
        defer { counter = reader.counter }
        try withoutActuallyEscaping(report) { report in
            try withoutActuallyEscaping(body) { body in
                reader.report = report
                reader.deliver = body
                defer {
                    reader.report = { _ in }
                    reader.deliver = { _ in }
                }
                try parse(reader, from: section.offset, after: prologue)
            }
        }
    }

    private func parse(_ reader: XMLReader, from offset: Int, after prologue: [UInt8] = []) throws {
        let parser = XMLPushParser(reader, limits: limits, pieceSize: pieceSize)
        reader.parser = parser
        do {
            try parser.parse(try input.open(at: offset), from: offset, after: prologue)
        } catch let note as Note {
            throw reader.diagnostic(note)
        }
    }

    /// Reads the header, and notes where the collections begin.
    private mutating func lookOver() throws -> [XMLSection] {
        let reader = XMLReader(.header, limits: limits)
        var header = KeptHeader()
        do {
            try header.keeping { counter, report in
                try withoutActuallyEscaping(report) { report in
                    reader.report = report
                    defer { reader.report = { _ in } }
                    try parse(reader, from: 0)
                }
                counter = reader.counter
            }
        } catch let fault as Diagnostic {
            // Records are gone past and hardly looked at: the first fault of all is found by reading everything.
            try parse(XMLReader(.whole, limits: limits), from: 0)
            throw fault
        }
        header.append(reader.record)
        header.begin(at: reader.record.offset)
        self.header = header
        prologue = Self.rootTag(reader.namespaces)
        return reader.sections
    }

    private static func rootTag(_ namespaces: [(prefix: [UInt8], uri: [UInt8])]) -> [UInt8] {
        var output = ByteBuffer()
        output.append("<")
        if let own = namespaces.first(where: { $0.uri == Array(XMLVocabulary.namespace.utf8) })?.prefix, !own.isEmpty {
            output.append(contentsOf: own)
            output.append(":")
        }
        output.append(utf8: XMLVocabulary.root)
        for (prefix, uri) in namespaces {
            output.append(" xmlns")
            if !prefix.isEmpty { output.append(":") }
            output.append(contentsOf: prefix)
            output.append("=\"")
            var value = ByteBuffer()
            value.append(contentsOf: uri)
            XMLText.appendAttribute(value.bytes, to: &output)
            output.append("\"")
        }
        output.append(">")
        return output.bytes.octets
    }
}
