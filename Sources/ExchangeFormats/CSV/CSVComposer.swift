import ExchangeBytes
import ExchangeModel
import ExchangeSyntax

/// Lays one record out in the cells of its row, and what no cell can say in the column `extras`.
///
/// In a survey the same is done to learn which columns there are; then no cell is kept.
struct CSVComposer: ~Copyable {
    struct Cell: BitwiseCopyable {
        var text = Slice()
        var isOwn = false
    }

    /// The cells of the row, by the places of their columns.
    private var cells = Store<Cell>()
    /// What is put together for a cell.
    var own = ByteBuffer()
    private var rest = RestPrinter()
    private var omissions: [Omission] = []
    private var foreign = CSVForeign()
    /// The languages of the text at hand.
    private var versions = Store<Int>()
    /// A cell with its apostrophe.
    private var guarded = ByteBuffer()

    /// A longer list could not be read again.
    private static let longest = Limits().string

    /// Begins a row of so many columns.
    mutating func begin(columns: Int) {
        cells.removeAll()
        cells.append(repeating: Cell(), count: columns)
        own.removeAll()
    }

    /// Puts what was appended to `own` since it had so many octets into a cell.
    mutating func set(_ place: Int, from first: Int) {
        guard place >= 0 else { return }
        cells[place] = Cell(text: Slice(offset: first, count: own.count - first), isOwn: true)
    }

    private mutating func set(_ place: Int, _ text: Slice) {
        if place >= 0 { cells[place] = Cell(text: text) }
    }

    /// Lays out a node of a record.
    mutating func lay(_ record: borrowing Record, _ node: Record.Node, _ sheet: CSVSheet, isSurvey: Bool) {
        let schema = sheet.table.schema
        omissions.removeAll(keepingCapacity: true)
        var hasRest = false
        var isNothing = sheet.table.level == 0 && record.first(schema.shapes.count, of: node) == nil
        for field in schema.shapes.indices {
            omissions.append(.field)
            guard let first = record.first(field, of: node) else { continue }
            let shape = schema.shapes[field]
            if shape != .children { isNothing = false }
            switch shape {
            case .children: continue
            case .texts:
                omissions[field] = texts(field, first, record, sheet, isSurvey: isSurvey)
            case .list, .participations:
                let begin = own.count
                if items(first, shape, record), own.count - begin <= Self.longest {
                    set(isSurvey ? -1 : sheet.places[field], from: begin)
                } else {
                    own.truncate(to: begin)
                    omissions[field] = .nothing
                }
            default:
                set(isSurvey ? -1 : sheet.places[field], first.text)
            }
            if case .field = omissions[field] {
                if isSurvey, !sheet.isUsed[field] { sheet.isUsed[field] = true }
            } else {
                hasRest = true
            }
        }
        let extra = extras(record, node, sheet, isSurvey: isSurvey, &hasRest)
        guard hasRest || isNothing else { return }
        if isSurvey {
            sheet.hasExtras = true
            return
        }
        let begin = own.count
        if isNothing {
            // A row of separators alone would be read over.
            own.append("{}")
            return set(sheet.extras, from: begin)
        }
        if rest.append(record, node, schema, omissions: omissions, exceptExtra: extra, to: &own) {
            set(sheet.extras, from: begin)
        }
    }

    // MARK: Fields

    /// Lays the versions of a text out in the columns of their languages; answers what of it that says.
    private mutating func texts(
        _ field: Int, _ first: Record.Value, _ record: borrowing Record, _ sheet: CSVSheet, isSurvey: Bool
    ) -> Omission {
        guard let languages = sheet.languages[field] else { return .nothing }
        versions.removeAll()
        var value: Record.Value? = first
        var latest = -1
        var needed = 0
        var isInOrder = true
        while let current = value {
            value = record.next(current)
            let tag = record[current.label]
            let known = languages.find(tag, after: latest)
            guard let number = known ?? (isSurvey ? languages.add(tag) : nil) else { return .nothing }
            if !languages.isUsed[number] { needed += 1 }
            if number <= latest { isInOrder = false }
            latest = number
            versions.append(number)
        }
        guard needed <= (isSurvey ? sheet.budget.left : 0) else { return .nothing }
        if isSurvey {
            sheet.budget.left -= needed
            for index in 0..<versions.count { languages.use(versions[index]) }
        } else {
            var index = 0
            value = first
            while let current = value {
                value = record.next(current)
                set(languages.places[versions[index]], current.text)
                index += 1
            }
        }
        return isInOrder ? .field : .versions
    }

    /// Appends items with a blank between two of them; false if they cannot be told apart then.
    private mutating func items(_ first: Record.Value, _ shape: Kind.Shape, _ record: borrowing Record) -> Bool {
        var value: Record.Value? = first
        var isFirst = true
        while let current = value {
            value = record.next(current)
            if !isFirst { own.append(UInt8(ascii: " ")) }
            isFirst = false
            if shape == .participations {
                guard CSVParticipation.append(record[current.text], record[current.label], to: &own) else {
                    return false
                }
            } else {
                let item = record[current.text]
                guard !item.isEmpty, item.index(of: 0x20) == nil else { return false }
                own.append(item)
            }
        }
        return true
    }

    /// Lays out the cells of unknown columns, if columns can say them; answers the extra that they are.
    private mutating func extras(
        _ record: borrowing Record, _ node: Record.Node, _ sheet: CSVSheet, isSurvey: Bool, _ hasRest: inout Bool
    ) -> Slice? {
        guard var last = record.first(sheet.table.schema.shapes.count, of: node) else { return nil }
        var count = 1
        while let next = record.next(last) { (last, count) = (next, count + 1) }
        guard record[last.label].equals("x-csv"), foreign.read(record[last.text], for: sheet, isSurvey: isSurvey) else {
            hasRest = true
            return nil
        }
        if count > 1 { hasRest = true }
        if !isSurvey {
            for index in 0..<foreign.cells.count {
                let cell = foreign.cells[index]
                let begin = own.count
                own.append(foreign.bytes[cell.text])
                set(sheet.foreign.places[cell.column], from: begin)
            }
        }
        return last.text
    }

    // MARK: Output

    private var isEmpty: Bool {
        for place in 0..<cells.count where !cells[place].text.isEmpty { return false }
        return true
    }

    /// The first cell that is longer than spreadsheets keep, and of how many characters it is as they count them.
    func overlong(_ record: borrowing Record) -> (place: Int, count: Int)? {
        for place in 0..<cells.count where cells[place].text.count > SpreadsheetGuard.longest {
            let cell = cells[place]
            let count = SpreadsheetGuard.count(cell.isOwn ? own[cell.text] : record[cell.text])
            if count > SpreadsheetGuard.longest { return (place, count) }
        }
        return nil
    }

    /// Prints the row.
    mutating func append(
        _ record: borrowing Record, _ printer: CSVPrinter, isGuarded: Bool, to output: inout ByteBuffer
    ) {
        // Spreadsheets leave out rows at the end in which there is nothing.
        if isGuarded, isEmpty { output.append(SpreadsheetGuard.apostrophe) }
        for place in 0..<cells.count {
            if place > 0 { output.append(printer.separator) }
            let cell = cells[place]
            guard cell.text.count > 0 else { continue }
            let text = cell.isOwn ? own[cell.text] : record[cell.text]
            if isGuarded, SpreadsheetGuard.isNeeded(for: text) {
                guarded.removeAll()
                guarded.append(SpreadsheetGuard.apostrophe)
                guarded.append(text)
                printer.append(guarded.bytes, to: &output)
            } else {
                printer.append(text, to: &output)
            }
        }
        printer.endRecord(isEmpty: cells.count == 1 && cells[0].text.isEmpty, to: &output)
    }
}
