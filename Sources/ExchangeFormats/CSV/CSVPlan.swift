import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel
import ExchangeSyntax

/// Where each table is, and how children are found: what a first look at the input yields.
struct CSVPlan {
    /// For each of `CSVTable.all` where its rows are, if there are any.
    private(set) var views: [CSVView?] = CSVTable.all.map { _ in nil }
    /// For those whose rows do not stand in the order of their parents.
    private(set) var indexes: [CSVIndex?] = CSVTable.all.map { _ in nil }
    /// Those whose rows stand right behind their parents' rows, in one file.
    private(set) var isNested: [Bool] = CSVTable.all.map { _ in false }
    /// What is remarked about files and columns, with the number of the file.
    private(set) var remarks: [(note: Note, file: Int, path: String)] = []

    // MARK: One file a table

    init(_ package: InputPackage, limits: Limits, windowSize: Int) throws {
        let names = CSVTable.all.map(\.name)
        for (number, file) in package.files.enumerated() {
            guard let stem = Self.stem(of: file.name) else { continue }
            guard let table = names.firstIndex(of: stem), views[table] == nil else {
                let isKnown = names.contains(stem)
                let note = Note(
                    .unknownRecordType, at: 0,
                    detail: isKnown
                        ? "a second file \"\(stem)\", which is not read"
                        : "no table of an exchange is called \"\(stem)\"; the file is not read",
                    suggestions: isKnown ? [] : Resemblance.nearest(to: stem, among: names))
                remarks.append((note, number, ""))
                continue
            }
            let source = try CSVFile(file.input, number: number, limits: limits, windowSize: windowSize)
            add(CSVColumns(source, CSVTable.all[table], isStacked: false), table)
        }
        guard views.contains(where: { $0 != nil }) else {
            throw Diagnostic(
                Note(
                    .unexpectedEnd, at: 0,
                    detail:
                        "no table of an exchange is here; tables are called \(names.prefix(3).joined(separator: ".csv, ")).csv and so on"
                ), inFile: 0)
        }
        try finish()
    }

    /// The name of a table's file without folder and ending; nil if it is none.
    private static func stem(of path: String) -> String? {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let ending = parts.last?.lowercased(), ["csv", "tsv"].contains(ending) else {
            return nil
        }
        return parts.first.map(String.init)
    }

    private mutating func add(_ columns: CSVColumns, _ table: Int) {
        views[table] = CSVView(columns: columns, first: columns.file.begin, last: .max)
        let path = columns.table.type == .exchange ? "" : "/" + columns.table.type.schema.collection
        for note in columns.file.remarks { remarks.append((note, columns.file.number, path)) }
        for note in columns.unknown { remarks.append((note, columns.file.number, path)) }
    }

    /// Looks at children, and refuses a second header.
    private mutating func finish() throws {
        for (number, table) in CSVTable.all.enumerated() where table.isChild {
            guard let children = views[number], !isNested[number] else { continue }
            let parents = views[CSVTable.index(of: table.type.schema)]
            if let parents, try CSVIndex.isInOrder(children, parents) { continue }
            let index = try CSVIndex(children, parents)
            indexes[number] = index
        }
        guard let header = views[0] else { return }
        var rows = try CSVRows(header)
        guard try rows.next() else { return }
        let first = rows.scanner.recordOffset
        if try rows.next() {
            throw Diagnostic(
                Note(.misplacedHeader, at: rows.scanner.recordOffset, related: first),
                inFile: header.columns.file.number,
                subject: Diagnostic.Subject(kind: RecordType.exchange.rawValue))
        }
    }

    // MARK: One file

    /// A file of several tables shows each row that it looks at.
    init(
        _ input: ByteInput, limits: Limits, windowSize: Int, _ body: (borrowing CSVRows) throws -> Void = { _ in }
    ) throws {
        let file = try CSVFile(input, number: 0, limits: limits, windowSize: windowSize)
        if let record = file.names.firstIndex(where: { $0.text == CSVName.record }) {
            try look(at: file, record, body)
        } else {
            let table = try Self.table(of: file)
            add(CSVColumns(file, CSVTable.all[table], isStacked: false), table)
        }
        try finish()
    }

    /// Notes where the rows of each table begin and end.
    private mutating func look(
        at file: CSVFile, _ record: Int, _ body: (borrowing CSVRows) throws -> Void
    ) throws {
        for note in file.remarks { remarks.append((note, 0, "")) }
        let known = Set(CSVTable.all.flatMap { $0.schema.fields.map(\.name) }).sorted()
        for name in file.names where !name.text.isEmpty && !CSVColumns.isKnown(name.text) {
            let note = Note(
                .unknownColumn, at: name.offset,
                detail: "no field is called \"\(name.text)\"; its cells are kept as they are",
                suggestions: Resemblance.nearest(to: name.text, among: known))
            remarks.append((note, 0, ""))
        }
        let names = CSVTable.all.map { StackedName($0.schema.name) }
        var rows = try CSVRows(all: file)
        // Of the table of the row at hand; those of the others are in the views.
        var (latest, last) = (-1, 0)
        var nesting = CSVNesting()
        while try rows.nextOfAny() {
            let type = rows.cell(record)
            if latest < 0 || !names[latest].bytes.bytes.equals(type) {
                guard let other = names.firstIndex(where: { $0.bytes.bytes.equals(type) }) else {
                    throw Diagnostic(Self.unknown(type.text, at: rows.offset(ofCell: record)), inFile: 0)
                }
                if latest >= 0 { views[latest]?.last = last }
                latest = other
                let offset = rows.scanner.recordOffset
                let view =
                    views[latest]
                    ?? CSVView(
                        columns: CSVColumns(file, CSVTable.all[latest], isStacked: true), first: offset, last: offset)
                views[latest] = view
                rows.turn(to: view.columns)
            }
            last = rows.scanner.recordOffset
            rows.number = nesting.take(latest, rows)
            try body(rows)
        }
        if latest >= 0 { views[latest]?.last = last }
        for number in views.indices where CSVTable.all[number].isChild && views[number] != nil {
            isNested[number] = nesting.isNested(number)
        }
    }

    /// Where the rows of all tables of a type's children are, if those of the children stand right behind their parents.
    func nested(in type: RecordType) -> [CSVView]? {
        var found: [CSVView] = []
        for (number, view) in views.enumerated() where CSVTable.all[number].isChild && CSVTable.all[number].type == type
        {
            guard let view else { continue }
            guard isNested[number] else { return nil }
            found.append(view)
        }
        return found.isEmpty ? nil : found
    }

    /// Whether there are rows of children of a type's records.
    func hasChildren(of type: RecordType) -> Bool {
        zip(CSVTable.all, views).contains { table, view in table.isChild && table.type == type && view != nil }
    }

    private final class StackedName {
        let bytes: ByteBuffer

        init(_ name: String) {
            var bytes = ByteBuffer()
            bytes.append(utf8: name)
            self.bytes = bytes
        }
    }

    private static func unknown(_ type: String, at offset: Int) -> Note {
        let names = CSVTable.all.map(\.schema.name)
        return Note(
            .unknownRecordType, at: offset,
            detail: "no type of record is called \"\(type)\"; there are \(names.joined(separator: ", "))",
            suggestions: Resemblance.nearest(to: type, among: names))
    }

    /// The table that the columns of a file are, if it is clear.
    private static func table(of file: CSVFile) throws -> Int {
        let names = Set(file.names.map(\.text))
        var best: [(table: Int, score: Int)] = []
        for (index, table) in CSVTable.all.enumerated() {
            let known = names.filter { CSVColumns.place(of: $0, in: table.schema) != nil }.count
            let needed = table.schema.fields.filter { $0.isRequired && $0.kind.shape == .string }.map(\.name)
            let isWhole = needed.allSatisfy(names.contains)
            let isChild = table.isChild && names.contains(CSVName.parent)
            guard known >= 2, isChild || !names.contains(CSVName.parent) else { continue }
            let score = 4 * known + (isWhole ? 6 : 0)
            if score > best.first?.score ?? 0 { best.removeAll() }
            if best.first.map({ score == $0.score }) ?? true { best.append((index, score)) }
        }
        let candidates = best.map { CSVTable.all[$0.table] }
        guard let found = best.first, best.count == 1, let table = candidates.first, !table.isChild else {
            let detail =
                switch candidates.first {
                case .some(let table) where candidates.count == 1:
                    "these are the \(table.name) of records in another table; read the folder with both"
                case .some:
                    "the columns do not tell which table this is: \(candidates.map(\.name).joined(separator: ", ")); "
                        + "read a folder in which the file bears the table's name, or give it a column \"record\""
                case nil:
                    "these are not the columns of a table of an exchange"
                }
            throw Diagnostic(Note(.unknownRecordType, at: file.names.first?.offset ?? 0, detail: detail), inFile: 0)
        }
        return found.table
    }
}
