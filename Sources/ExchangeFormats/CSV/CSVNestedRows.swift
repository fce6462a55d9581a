import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel
import ExchangeSyntax

extension CSVSource {
    /// Reads records and what stands behind them in one go: a third of the work that three tables side by side take.
    ///
    /// Slots and overrides then come by turns, and what is found in them would be told by turns. Wherever something is to
    /// be told of a record that has overrides, or an override comes before its slot, that record is read as other files
    /// are: all slots, then all overrides.
    func nested(
        _ view: CSVView, _ children: [CSVView], _ wanted: [Bool]?, _ parser: inout CSVRecordParser,
        into record: inout Record, report: (Diagnostic) -> Void, _ body: (inout Record) throws -> Void
    ) throws {
        let type = view.columns.table.type
        var rows = try CSVRows(view, with: children)
        var family = CSVNestedFamily(type, limits: parser.limits)
        var hasRow = try rows.next()
        while hasRow {
            record.begin(type.schema)
            record.offset = rows.offset
            record.index = rows.number - 1
            let begin = rows.scanner.recordOffset
            let index = record.index
            let path = { Self.path(type, index) }
            let (remarks, remarked) = (parser.remarks, parser.remarked)
            var fault: (any Error)?
            family.begin(rows)
            do {
                try parser.fill(&record, from: rows, wanted: wanted, path: path)
                hasRow = try rows.next()
                while hasRow, rows.columns.table.isChild {
                    try family.append(rows, to: &record, &parser, path)
                    hasRow = try rows.next()
                }
            } catch {
                fault = error
            }
            if family.needsOrder, fault != nil || parser.remarks.isWaiting {
                (parser.remarks, parser.remarked) = (remarks, remarked)
                let views = ([view] + children).map { CSVView(columns: $0.columns, first: begin, last: $0.last) }
                try again(views, wanted, &parser, into: &record, path)
                while hasRow, rows.columns.table.isChild { hasRow = try rows.next() }
            } else if let fault {
                throw fault
            }
            parser.remarks.tell(record, of: type, report)
            try body(&record)
        }
    }

    /// Reads one record once more, whose row and children begin at these places: the tables side by side.
    private func again(
        _ views: [CSVView], _ wanted: [Bool]?, _ parser: inout CSVRecordParser, into record: inout Record,
        _ path: () -> String
    ) throws {
        let few = min(16 << 10, views[0].columns.file.windowSize)
        var rows = try CSVRows(views[0], from: record.index + 1, windowSize: few)
        guard try rows.next() else { return }
        let (offset, index) = (record.offset, record.index)
        record.begin(views[0].columns.schema)
        (record.offset, record.index) = (offset, index)
        try parser.fill(&record, from: rows, wanted: wanted, path: path)
        var family = try CSVFamily(Array(views.dropFirst()), windowSize: few, limits: parser.limits)
        try family.fill(&record, rows, &parser, path)
    }
}

/// What belongs to a record, row by row as it stands behind it.
///
/// How long a record would be as JSON is not counted, only that it is no longer than the limit: where it may be longer,
/// it is read as other files are.
struct CSVNestedFamily {
    let limits: Limits
    /// The field that holds the ids of children.
    private let id: Int
    /// The children, and how many each of them has.
    private var nodes: [Record.Node] = []
    private var counts: [Int] = []
    private var names = CSVNames()
    /// What their field is called.
    private var member = ""
    private var octets = 0
    /// Whether what is told, or why nothing can be, must be found by reading the record as other files are.
    private(set) var needsOrder = false

    /// An override whose slot has not come yet, or never will; a record that may be too long.
    struct Unclear: Error {}

    /// What belongs to records of a type.
    init(_ type: RecordType, limits: Limits) {
        self.limits = limits
        id = type.schema.children.compactMap { $0 }.first?.index(of: "id") ?? 0
    }

    mutating func begin(_ parent: borrowing CSVRows) {
        octets = parent.contentLengthAtMost
        nodes.removeAll(keepingCapacity: true)
        counts.removeAll(keepingCapacity: true)
        names.begin()
        needsOrder = false
    }

    mutating func append(
        _ rows: borrowing CSVRows, to record: inout Record, _ parser: inout CSVRecordParser, _ path: () -> String
    ) throws {
        let length = rows.contentLengthAtMost
        if octets + length > limits.record {
            needsOrder = true
            throw Unclear()
        }
        if rows.columns.table.level == 1 {
            let number = nodes.count
            member = rows.columns.table.member
            let node = try rows.append(
                to: &record, .root, &octets, limits, &parser, number: number, path, length: length)
            nodes.append(node)
            counts.append(0)
            return
        }
        needsOrder = true
        guard let child = find(rows.parent.child, record) else { throw Unclear() }
        let member = member
        let way = { path() + "/\(member)/\(child)" }
        _ = try rows.append(
            to: &record, nodes[child], &octets, limits, &parser, number: counts[child], way, length: length)
        counts[child] += 1
    }

    private mutating func find(_ name: Bytes, _ record: borrowing Record) -> Int? {
        if let number = name.rowNumber { return number <= nodes.count ? number - 1 : nil }
        return names.find(name, nodes, record, id)
    }
}
