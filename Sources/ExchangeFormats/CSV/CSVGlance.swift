import ExchangeDiagnostics
import ExchangeModel
import ExchangeSyntax

/// Puts the records of one type together while the rows of a file of several tables are looked over.
///
/// Their children must stand right behind them, and nothing may be wrong with either: whatever is not clear is given up,
/// and found out by reading the records as always.
struct CSVGlance: ~Copyable {
    private let type: RecordType
    private let wanted: [Bool]
    private let wantsChildren: Bool
    private var parser: CSVRecordParser
    private var family: CSVNestedFamily
    private var record = Record(Exchange.schema)
    private var hasRecord = false
    private var hasRow = false
    private var isClear = true

    init(_ type: RecordType, _ wanted: [Bool], limits: Limits) {
        self.type = type
        self.wanted = wanted
        wantsChildren = wanted[CSVSource.family(of: type)]
        parser = CSVRecordParser(limits: limits)
        family = CSVNestedFamily(type, limits: limits)
    }

    /// Takes in the row at hand, and hands over the record before it when that is whole.
    mutating func take(_ rows: borrowing CSVRows, _ body: (inout Record) throws -> Bool) throws {
        hasRow = true
        let table = rows.columns.table
        guard isClear, table.type == type else { return }
        if table.isChild, !wantsChildren { return }
        if !table.isChild { try pass(body) }
        guard isClear else { return }
        do {
            try put(rows, isChild: table.isChild)
            isClear = !parser.remarks.isWaiting
        } catch {
            isClear = false
        }
    }

    private mutating func put(_ rows: borrowing CSVRows, isChild: Bool) throws {
        if isChild {
            guard hasRecord else { throw CSVNestedFamily.Unclear() }
            let (type, index) = (type, record.index)
            return try family.append(rows, to: &record, &parser) { CSVSource.path(type, index) }
        }
        record.begin(type.schema)
        record.offset = rows.offset
        record.index = rows.number - 1
        let index = record.index
        hasRecord = true
        family.begin(rows)
        let type = type
        try parser.fill(&record, from: rows, wanted: wanted, path: { CSVSource.path(type, index) })
    }

    private mutating func pass(_ body: (inout Record) throws -> Bool) throws {
        guard hasRecord, isClear else { return }
        hasRecord = false
        isClear = try body(&record)
    }

    /// Hands over the last record; answers whether all were handed over as they are.
    mutating func finish(_ plan: CSVPlan, _ body: (inout Record) throws -> Bool) throws -> Bool {
        guard hasRow, isClear else { return false }
        if wantsChildren, plan.nested(in: type) == nil, plan.hasChildren(of: type) { return false }
        try pass(body)
        return isClear
    }
}
