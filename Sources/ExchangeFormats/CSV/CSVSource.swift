import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel
import ExchangeSyntax

/// An exchange in tables: a folder of them, or one file in which each row says its type.
///
/// Columns are found by their names, in any order; commas, semicolons and tabulators may part them. Rows may have been
/// sorted by anybody: children are put behind their parents by `parent` and `position`. The input is looked over once
/// before anything is read. Where children stand in the order of their parents, as they are written, both are then read
/// side by side, or in one go if they stand behind them in one file; where they do not, an index of 24 octets a child
/// (32 while it is made) says where they are.
public struct CSVSource: ExchangeSource, ~Copyable {
    private enum Input {
        case file(ByteInput)
        case package(InputPackage)
    }

    private let input: Input
    private let limits: Limits
    private let windowSize: Int
    private var plan: CSVPlan?
    public private(set) var counter = DiagnosticCounter()

    /// Tables in files that bear their names: `events.csv`. The window is what is in memory of each at a time, at least.
    public init(_ package: InputPackage, limits: Limits = Limits(), windowSize: Int = 256 << 10) {
        input = .package(package)
        self.limits = limits
        self.windowSize = windowSize
    }

    /// One file that holds several tables, of which a column `record` says the types, or one alone.
    public init(_ input: ByteInput, limits: Limits = Limits(), windowSize: Int = 256 << 10) {
        self.input = .file(input)
        self.limits = limits
        self.windowSize = windowSize
    }

    public mutating func read(
        _ selection: Selection, report: (Diagnostic) -> Void, _ body: (inout Record) throws -> Void
    ) throws {
        let plan = try self.plan ?? lookOver()
        self.plan = plan
        var parser = CSVRecordParser(limits: limits)
        defer { counter = parser.remarks.counter }
        for (note, file, path) in plan.remarks { parser.remark(note, inFile: file, path: path) }
        parser.remarks.tell(report)
        var record = Record(Exchange.schema)
        for type in RecordType.allCases where selection.wants(type) {
            let fields: [Bool]? = if case .some(let wanted) = selection[type] { wanted } else { nil }
            try read(type, fields, plan, &parser, into: &record, report: report, body)
        }
    }

    /// The look over a file of several tables shows the records on its way, unless it was taken already.
    public mutating func glance(
        at type: RecordType, _ names: [String], _ body: (inout Record) throws -> Bool
    ) throws -> Bool {
        guard plan == nil, case .file(let input) = input,
            case .some(let wanted) = Selection.none.with(type, names)[type]
        else { return false }
        var glance = CSVGlance(type, wanted, limits: limits)
        do {
            let plan = try CSVPlan(input, limits: limits, windowSize: windowSize) { try glance.take($0, body) }
            self.plan = plan
            return try glance.finish(plan, body)
        } catch is Diagnostic {
            // Who reads as always meets the same, where it is told.
            return false
        }
    }

    private func lookOver() throws -> CSVPlan {
        switch input {
        case .file(let input): try CSVPlan(input, limits: limits, windowSize: windowSize)
        case .package(let package): try CSVPlan(package, limits: limits, windowSize: windowSize)
        }
    }

    private func read(
        _ type: RecordType, _ wanted: [Bool]?, _ plan: CSVPlan, _ parser: inout CSVRecordParser,
        into record: inout Record, report: (Diagnostic) -> Void, _ body: (inout Record) throws -> Void
    ) throws {
        let schema = type.schema
        record.begin(schema)
        (record.offset, record.index) = (0, 0)
        guard let view = plan.views[CSVTable.index(of: schema)] else {
            // There is a header, even if nobody has said anything in it.
            if type == .exchange { try body(&record) }
            return
        }
        if wanted?[Self.family(of: type)] ?? true, let children = plan.nested(in: type) {
            return try nested(view, children, wanted, &parser, into: &record, report: report, body)
        }
        var rows = try CSVRows(view)
        var family = try CSVFamily(type, wanted, plan, limits: limits)
        while try rows.next() {
            record.begin(schema)
            record.offset = rows.offset
            record.index = rows.number - 1
            let index = record.index
            let path = { Self.path(type, index) }
            try parser.fill(&record, from: rows, wanted: wanted, path: path)
            try family.fill(&record, rows, &parser, path)
            parser.remarks.tell(record, of: type, report)
            try body(&record)
        }
        if type == .exchange, rows.number == 0 { try body(&record) }
    }

    /// The way to a record.
    static func path(_ type: RecordType, _ index: Int) -> String {
        type == .exchange ? "" : "/\(type.schema.collection)/\(index)"
    }

    /// The field that holds a type's children; the first if it has none, which then is wanted or not in vain.
    static func family(of type: RecordType) -> Int {
        type.schema.children.firstIndex { $0 != nil } ?? 0
    }
}
