import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel
import ExchangeSyntax

/// Looks over the records of an exchange, then lays out their rows.
struct CSVWriter: ~Copyable {
    let options: CSVOptions
    private(set) var sheets: CSVSheets
    private var composer = CSVComposer()
    private let printer: CSVPrinter
    /// The ids of records that have children, and those of them that are not the only ones.
    private var ids = Store<UInt64>()
    private var twice: Set<UInt64> = []
    /// How many records of the type at hand have come.
    private var numbers: [Int] = CSVTable.all.map { _ in 0 }
    private var slots = CSVIDCount()
    private var output = ByteBuffer(capacity: 128 << 10)
    /// The table whose file is being written.
    private(set) var open = -1
    /// The table of the latest record.
    private var latest = 0

    init(_ options: CSVOptions) {
        self.options = options
        sheets = CSVSheets(options, languages: [])
        printer = CSVPrinter(separator: options.separator)
    }

    // MARK: Survey

    /// Learns what a record needs.
    mutating func survey(_ record: borrowing Record) {
        let schema = record.schema
        let table = CSVTable.index(of: schema, after: latest)
        latest = table
        if schema === Exchange.schema { sheets = CSVSheets(options, languages: Self.languages(of: record)) }
        count(record, .root, table)
        guard let field = schema.children.firstIndex(where: { $0 != nil }) else { return }
        if let id = schema.index(of: "id").flatMap({ record.first($0) }), record[id.text].isToken {
            ids.append(Self.key(record[id.text], table))
        }
        count(childrenOf: .root, field, record, table)
    }

    private mutating func count(childrenOf node: Record.Node, _ field: Int, _ record: borrowing Record, _ table: Int) {
        let children = CSVTable.all[table + 1].schema.children
        var value = record.first(field, of: node)
        while let current = value {
            value = record.next(current)
            count(record, current.child, table + 1)
            if let field = children.firstIndex(where: { $0 != nil }) {
                count(childrenOf: current.child, field, record, table + 1)
            }
        }
    }

    private mutating func count(_ record: borrowing Record, _ node: Record.Node, _ table: Int) {
        sheets.all[table].rows += 1
        composer.begin(columns: 0)
        composer.lay(record, node, sheets.all[table], isSurvey: true)
    }

    private static func languages(of header: borrowing Record) -> [String] {
        var languages: [String] = []
        guard let field = header.schema.index(of: "languages") else { return [] }
        header.each(field) { if languages.count < 64 { languages.append(header[$0.text].text) } }
        return languages
    }

    private static func key(_ id: Bytes, _ table: Int) -> UInt64 { id.keyHash(seed: UInt64(table) << 32) }

    /// Fixes the columns, when all records have been seen.
    mutating func arrange() {
        sheets.arrange()
        ids.sort(by: <)
        for index in 0..<max(0, ids.count - 1) where ids[index] == ids[index + 1] { twice.insert(ids[index]) }
        ids = Store()
    }

    // MARK: Files

    /// Hands the octets over if there are so many.
    mutating func pass(_ full: Int, _ sink: (Bytes) throws -> Void) throws {
        guard output.count >= full else { return }
        try sink(output.bytes)
        output.removeAll()
    }

    /// Begins the file of a table, unless it is the one that is being written.
    mutating func open(_ table: Int, _ file: (String) throws -> Void, _ sink: (Bytes) throws -> Void) throws {
        guard open != table else { return }
        try pass(1, sink)
        if options.layout == .package { try file(CSVTable.all[table].name + ".csv") }
        open = table
        numbers = CSVTable.all.map { _ in 0 }
        header(table)
    }

    private mutating func header(_ table: Int) {
        if options.isForSpreadsheet { output.append("\u{FEFF}") }
        var cell = ByteBuffer()
        for (index, name) in sheets.columns[table].enumerated() {
            if index > 0 { output.append(printer.separator) }
            cell.removeAll()
            cell.append(utf8: name)
            let isMarker = options.isForSpreadsheet && index == 0
            if options.isForSpreadsheet, !isMarker, SpreadsheetGuard.isNeeded(for: cell.bytes) {
                cell.removeAll()
                cell.append(SpreadsheetGuard.apostrophe)
                cell.append(utf8: name)
            }
            printer.append(name: cell.bytes, to: &output)
        }
        printer.endRecord(to: &output)
    }

    // MARK: Rows

    /// Lays out the rows of a record that belong to tables of some levels, children right behind their parents.
    mutating func write(
        _ record: borrowing Record, levels: ClosedRange<Int>, report: (Diagnostic) -> Void,
        _ sink: (Bytes) throws -> Void
    ) throws {
        rows(of: record, levels, report)
        try pass(64 << 10, sink)
    }

    private mutating func rows(
        of record: borrowing Record, _ levels: ClosedRange<Int>, _ report: (Diagnostic) -> Void
    ) {
        let schema = record.schema
        let table = CSVTable.index(of: schema, after: latest)
        latest = table
        numbers[table] += 1
        if levels.contains(0) { row(record, .root, table, parent: nil, position: 0, report) }
        guard levels.upperBound > 0, let field = schema.children.firstIndex(where: { $0 != nil }),
            let first = record.first(field)
        else { return }
        var parent = ByteBuffer()
        appendName(of: .root, record, schema, table, number: numbers[table], to: &parent)
        let children = CSVTable.all[table + 1].schema
        let grandchildren = levels.upperBound > 1 ? children.children.firstIndex { $0 != nil } : nil
        if grandchildren != nil { slots.count(first, record, children) }
        var value: Record.Value? = first
        var position = 0
        while let current = value {
            value = record.next(current)
            position += 1
            if levels.contains(1) {
                row(record, current.child, table + 1, parent: parent.bytes, position: position, report)
            }
            guard let grandchildren, let first = record.first(grandchildren, of: current.child) else { continue }
            let length = parent.count
            parent.append("/")
            appendName(of: current.child, record, children, nil, number: position, to: &parent)
            var value: Record.Value? = first
            var place = 0
            while let current = value {
                value = record.next(current)
                place += 1
                row(record, current.child, table + 2, parent: parent.bytes, position: place, report)
            }
            parent.truncate(to: length)
        }
    }

    /// Appends what children call their parent: its id if that is a token and no other's, else its number.
    private func appendName(
        of node: Record.Node, _ record: borrowing Record, _ schema: Schema, _ table: Int?, number: Int,
        to output: inout ByteBuffer
    ) {
        if let id = schema.index(of: "id").flatMap({ record.first($0, of: node) }), record[id.text].isToken {
            let text = record[id.text]
            let isAlone = table.map { !twice.contains(Self.key(text, $0)) } ?? slots.isAlone(text)
            if isAlone { return output.append(text) }
        }
        output.append("#")
        output.append(utf8: String(number))
    }

    private mutating func row(
        _ record: borrowing Record, _ node: Record.Node, _ table: Int, parent: Bytes?, position: Int,
        _ report: (Diagnostic) -> Void
    ) {
        let sheet = sheets.all[table]
        let isStacked = options.layout == .stacked
        composer.begin(columns: sheets.columns[isStacked ? 0 : table].count)
        if isStacked { set(sheet.record) { $0.append(utf8: sheet.table.schema.name) } }
        if let parent {
            set(sheet.parent) { $0.append(parent) }
            set(sheet.position) { $0.append(utf8: String(position)) }
        }
        composer.lay(record, node, sheet, isSurvey: false)
        if options.isForSpreadsheet, let cell = composer.overlong(record) {
            report(overlong(cell.count, sheets.columns[isStacked ? 0 : table][cell.place], record, sheet.table))
        }
        composer.append(record, printer, isGuarded: options.isForSpreadsheet, to: &output)
    }

    /// What a spreadsheet would cut off, which no reader could notice.
    private func overlong(
        _ count: Int, _ column: String, _ record: borrowing Record, _ table: CSVTable
    ) -> Diagnostic {
        let path = table.type == .exchange ? "" : "/\(table.type.schema.collection)/\(record.index)"
        return Diagnostic(
            .limitExceeded, severity: .warning,
            message: "a cell of \(count) characters in the column \"\(column)\" of \(table.name); spreadsheets keep "
                + "\(SpreadsheetGuard.longest), and may cut off the rest when they save",
            subject: record.subject(of: table.type),
            at: Diagnostic.Location(position: Position(offset: record.offset), path: path))
    }

    private mutating func set(_ place: Int, _ append: (inout ByteBuffer) -> Void) {
        let begin = composer.own.count
        append(&composer.own)
        composer.set(place, from: begin)
    }
}

/// How many children of one record bear each id.
struct CSVIDCount {
    private var counts: [UInt64: Int] = [:]

    mutating func count(_ first: Record.Value, _ record: borrowing Record, _ schema: Schema) {
        counts.removeAll(keepingCapacity: true)
        guard let field = schema.index(of: "id") else { return }
        var value: Record.Value? = first
        while let current = value {
            value = record.next(current)
            if let id = record.first(field, of: current.child) {
                counts[record[id.text].keyHash(seed: 0), default: 0] += 1
            }
        }
    }

    func isAlone(_ id: Bytes) -> Bool { counts[id.keyHash(seed: 0)] == 1 }
}
