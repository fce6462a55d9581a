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
    private var header = Record(Exchange.schema)
    private var sections: [Section]?

    private struct Section {
        let type: RecordType
        /// Where its first element begins.
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
        let sections = try self.sections ?? lookOver(report)
        self.sections = sections
        var record = Record(Exchange.schema)
        if selection.wants(.exchange) {
            record.appendValues(of: header)
            record.offset = header.offset
            try body(&record)
        }
        for type in RecordType.allCases where selection.wants(type) {
            for section in sections where section.type == type {
                try read(section, selection[type], into: &record, report: report, body)
            }
        }
    }

    private func read(
        _ section: Section, _ fields: Selection.Fields, into record: inout Record, report: (Diagnostic) -> Void,
        _ body: (inout Record) throws -> Void
    ) throws {
        let mode: JSONReader.Mode = if case .some(let wanted) = fields { .some(wanted) } else { .whole }
        var reader = JSONReader(try window(from: section.offset), limits: limits, elementsOf: section.type, mode)
        while true {
            switch try reader.next(into: &record, report: report) {
            case .record: try body(&record)
            case .end: return
            case .member, .section, .skipped: continue
            }
        }
    }

    /// Reads the header's members, and notes where the arrays begin.
    private mutating func lookOver(_ report: (Diagnostic) -> Void) throws -> [Section] {
        header.begin(Exchange.schema)
        var sections: [Section] = []
        var member = Record(Exchange.schema)
        do {
            var reader = JSONReader(try window(from: 0), limits: limits, .skipping)
            while true {
                switch try reader.next(into: &member, report: report) {
                case .member: header.appendValues(of: member)
                case .section(let type, let offset): sections.append(Section(type: type, offset: offset))
                case .record, .skipped: continue
                case .end: return sections
                }
            }
        } catch let fault as Diagnostic {
            // What is gone past is hardly looked at: the first fault of all is found by reading everything.
            try readWhole()
            throw fault
        }
    }

    /// Reads everything in the order of the document, up to its first fault.
    private func readWhole() throws {
        var record = Record(Exchange.schema)
        var reader = JSONReader(try window(from: 0), limits: limits, .whole)
        while true {
            if case .end = try reader.next(into: &record, report: { _ in }) { return }
        }
    }

    private func window(from offset: Int) throws -> ByteWindow {
        ByteWindow(try input.open(at: offset), from: offset, capacity: windowSize, limit: limits.record)
    }
}
