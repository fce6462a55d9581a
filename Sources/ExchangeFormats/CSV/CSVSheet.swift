import ExchangeBytes
import ExchangeModel
import ExchangeSyntax

/// A table as it is written: which columns its records need, and then where these stand.
final class CSVSheet {
    let table: CSVTable
    /// For each field that is no text whether some record needs its column.
    var isUsed: [Bool]
    /// For each text its languages.
    let languages: [CSVNameList?]
    /// The columns that no field claims.
    let foreign: CSVNameList
    let budget: CSVBudget
    /// Whether some record has something that no cell can say.
    var hasExtras = false
    /// How many rows there are.
    var rows = 0
    private let isReserved: (String) -> Bool

    // Where columns stand, once that is known.
    var places: [Int] = []
    var record = -1
    var parent = -1
    var position = -1
    var extras = -1

    init(
        _ table: CSVTable, languages: [CSVNameList?], foreign: CSVNameList, budget: CSVBudget,
        isReserved: @escaping (String) -> Bool
    ) {
        self.table = table
        self.languages = languages
        self.foreign = foreign
        self.budget = budget
        self.isReserved = isReserved
        isUsed = table.schema.fields.map { $0.isRequired && $0.kind.shape != .children }
    }

    /// The number of a column that no field claims; nil if it could not be told from others.
    func foreign(_ name: Bytes, after latest: Int, isSurvey: Bool) -> Int? {
        if let found = foreign.find(name, after: latest) { return found }
        guard isSurvey, !name.isEmpty, !isReserved(name.text) else { return nil }
        return foreign.add(name)
    }
}

/// The tables of one output and the order of their columns.
final class CSVSheets {
    let all: [CSVSheet]
    let options: CSVOptions
    /// How many languages the header names.
    private let languages: Int
    /// The columns of each table; those of the first where all lie in one file.
    private(set) var columns: [[String]] = []

    init(_ options: CSVOptions, languages: [String]) {
        self.options = options
        self.languages = languages.count
        let isStacked = options.layout == .stacked
        let budget = CSVBudget(Self.limit)
        let foreign = CSVNameList()
        var lists: [String: CSVNameList] = [:]
        all = CSVTable.all.map { table in
            if !isStacked { lists.removeAll() }
            let languages = table.schema.fields.map { field -> CSVNameList? in
                guard field.kind.shape == .texts else { return nil }
                if let list = lists[field.name] { return list }
                let list = CSVNameList()
                for tag in languages { list.add(tag) }
                lists[field.name] = list
                return list
            }
            return CSVSheet(
                table, languages: languages, foreign: isStacked ? foreign : CSVNameList(),
                budget: isStacked ? budget : CSVBudget(Self.limit)
            ) { name in
                Self.isReserved(name, isStacked ? CSVTable.all : [table])
            }
        }
    }

    /// As many columns fit beside those of all fields into what readers allow.
    private static let limit = Limits().columns - 224

    /// Whether a reader would take a column of this name for something else than one that no field claims.
    private static func isReserved(_ name: String, _ tables: [CSVTable]) -> Bool {
        if CSVName.reserved.contains(name) { return true }
        // A number says which of the columns without a name.
        if name.utf8.first == UInt8(ascii: "#"), name.utf8.dropFirst().allSatisfy({ $0 &- 0x30 <= 9 }) { return true }
        return tables.contains { CSVColumns.place(of: name, in: $0.schema) != nil }
    }

    // MARK: The order of columns

    /// Fixes the columns, when all records have been seen.
    func arrange() {
        if options.layout == .stacked {
            columns = [arrange(all.filter { $0.rows > 0 || $0.table.type == .exchange }, isStacked: true)]
        } else {
            columns = all.map { arrange([$0], isStacked: false) }
        }
    }

    private func arrange(_ sheets: [CSVSheet], isStacked: Bool) -> [String] {
        var names: [String] = []
        var places: [String: Int] = [:]
        func place(_ name: String) -> Int {
            if let place = places[name] { return place }
            names.append(name)
            places[name] = names.count - 1
            return names.count - 1
        }
        if options.isForSpreadsheet { names.append(CSVName.marker) }
        if isStacked { _ = place(CSVName.record) }
        if sheets.contains(where: \.table.isChild) {
            _ = place(CSVName.parent)
            _ = place(CSVName.position)
        }
        for sheet in sheets {
            (sheet.record, sheet.parent) = (places[CSVName.record] ?? -1, places[CSVName.parent] ?? -1)
            sheet.position = places[CSVName.position] ?? -1
            sheet.places = []
            for (field, declared) in sheet.table.schema.fields.enumerated() {
                var found = -1
                if let list = sheet.languages[field] {
                    list.places = list.names.indices.map { tag in
                        let isKept = options.keepsEmptyColumns && tag < min(languages, Self.mostEmptyLanguages)
                        return list.isUsed[tag] || isKept ? place("\(declared.name)@\(list.names[tag])") : -1
                    }
                } else if declared.kind.shape != .children {
                    found = sheet.isUsed[field] || options.keepsEmptyColumns ? place(declared.name) : -1
                }
                sheet.places.append(found)
            }
        }
        for sheet in sheets {
            let foreign = sheet.foreign
            foreign.places = foreign.names.indices.map { foreign.isUsed[$0] ? place(foreign.names[$0]) : -1 }
        }
        if options.keepsEmptyColumns || sheets.contains(where: \.hasExtras) {
            let extras = place(CSVName.extras)
            for sheet in sheets { sheet.extras = extras }
        }
        return names
    }

    /// For as many languages of the header a text gets a column though nothing is in it.
    private static let mostEmptyLanguages = 12
}
