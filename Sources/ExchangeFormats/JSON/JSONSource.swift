import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel
import ExchangeSyntax

/// A JSON exchange document.
///
/// It is looked over once before anything is read: members of the header may stand behind an array, and arrays in any
/// order. The look keeps where each array begins, so that every later reading goes straight to what it wants.
public struct JSONSource: ExchangeSource, ~Copyable {
    private let input: ByteInput
    private let limits: Limits
    private let windowSize: Int
    private var header = KeptHeader()
    private var sections: [Section]?
    public private(set) var counter = DiagnosticCounter()

    private struct Section {
        let type: RecordType
        /// Behind its opening bracket.
        let offset: Int
    }

    /// A document in an input. The window is what is in memory of it at a time, at least.
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
        for type in RecordType.allCases where selection.wants(type) {
            for section in sections where section.type == type {
                try read(section, selection[type], into: &record, report: report, body)
            }
        }
    }

    private mutating func read(
        _ section: Section, _ fields: Selection.Fields, into record: inout Record, report: (Diagnostic) -> Void,
        _ body: (inout Record) throws -> Void
    ) throws {
        let mode: JSONReader.Mode = if case .some(let wanted) = fields { .some(wanted) } else { .whole }
        let window = try ByteWindow(input, from: section.offset, size: windowSize, limits: limits)
        var reader = JSONReader(window, limits: limits, elementsOf: section.type, mode)
        while true {
            switch try reader.next(into: &record, counting: &counter, report: report) {
            case .record: try body(&record)
            case .end: return
            case .member, .section, .skipped: continue
            }
        }
    }

    /// Hands over all records in the order in which they lie, and the header behind them: the document is gone over once,
    /// with all checks.
    ///
    /// For those to whom neither the order nor the header matters: what a source hands over otherwise begins with a look
    /// over the whole document.
    public mutating func readAsItLies(report: (Diagnostic) -> Void, _ body: (inout Record) throws -> Void) throws {
        counter = DiagnosticCounter()
        var header = Record(Exchange.schema)
        var record = Record(Exchange.schema)
        let window = try ByteWindow(input, from: 0, size: windowSize, limits: limits)
        var reader = JSONReader(window, limits: limits, .whole)
        while true {
            switch try reader.next(into: &record, counting: &counter, report: report) {
            case .member: header.appendValues(of: record)
            case .record: try body(&record)
            case .section, .skipped: continue
            case .end: return try body(&header)
            }
        }
    }

    /// The look over the document shows the records on its way, unless it was taken already.
    public mutating func glance(
        at type: RecordType, _ names: [String], _ body: (inout Record) throws -> Bool
    ) throws -> Bool {
        guard sections == nil, case .some(let wanted) = Selection.none.with(type, names)[type] else { return false }
        do {
            sections = try lookOver(.glancing(type, wanted), body)
            return sections != nil
        } catch is Diagnostic {
            // Who reads as always meets the same, where it is told.
            return false
        }
    }

    /// Reads the header's members, and notes where the arrays begin.
    private mutating func lookOver() throws -> [Section] {
        do {
            return try lookOver(.skipping) { _ in true } ?? []
        } catch let fault as Diagnostic {
            // What is gone past is hardly looked at: the first fault of all is found by reading everything.
            try readWhole()
            throw fault
        }
    }

    /// The same, with records handed over on the way; nil if that ended because one is not wanted, or not as it should be.
    private mutating func lookOver(
        _ mode: JSONReader.Mode, _ body: (inout Record) throws -> Bool
    ) throws -> [Section]? {
        var header = KeptHeader()
        var sections: [Section] = []
        var record = Record(Exchange.schema)
        let window = try ByteWindow(input, from: 0, size: windowSize, limits: limits)
        var reader = JSONReader(window, limits: limits, mode)
        while true {
            let remarks = header.remarkCount
            switch try header.keeping({ try reader.next(into: &record, counting: &$0, report: $1) }) {
            case .member: header.append(record)
            case .section(let type, let offset): sections.append(Section(type: type, offset: offset))
            case .record: guard header.remarkCount == remarks, try body(&record) else { return nil }
            case .skipped: continue
            case .end:
                self.header = header
                return sections
            }
        }
    }

    /// Reads everything in the order of the document, up to its first fault.
    private func readWhole() throws {
        var record = Record(Exchange.schema)
        var counter = DiagnosticCounter(limit: 0)
        let window = try ByteWindow(input, from: 0, size: windowSize, limits: limits)
        var reader = JSONReader(window, limits: limits, .whole)
        while true {
            if case .end = try reader.next(into: &record, counting: &counter, report: { _ in }) { return }
        }
    }
}
