import ExchangeModel

/// One table of an exchange in CSV: records of a type, or those that belong to them.
struct CSVTable {
    /// The fields of its records.
    let schema: Schema
    /// The type of the records that its rows are, or belong to.
    let type: RecordType
    /// How many records lie around one of its rows: 0 for a record itself, 1 for a slot, 2 for an override.
    let level: Int
    /// The field of the record around it that holds its rows, and what that is called.
    let field: Int
    let member: String

    /// What its file is called, without the ending.
    var name: String { schema.collection.isEmpty ? schema.name : schema.collection }
    var isChild: Bool { level > 0 }

    /// All tables: the header's first, those of children right behind their parents'.
    static let all: [CSVTable] = {
        var tables: [CSVTable] = []
        func add(_ schema: Schema, _ type: RecordType, level: Int, field: Int, member: String) {
            tables.append(CSVTable(schema: schema, type: type, level: level, field: field, member: member))
            for (field, child) in schema.children.enumerated() {
                guard let child else { continue }
                add(child, type, level: level + 1, field: field, member: schema.fields[field].name)
            }
        }
        for type in RecordType.allCases { add(type.schema, type, level: 0, field: 0, member: "") }
        return tables
    }()

    /// The number of the table of a schema.
    static func index(of schema: Schema) -> Int { all.firstIndex { $0.schema === schema } ?? 0 }

    /// The number of the table of a schema, where it is mostly the same as before.
    static func index(of schema: Schema, after latest: Int) -> Int {
        latest >= 0 && all[latest].schema === schema ? latest : index(of: schema)
    }

    /// The number of the table of a level that belongs to a type's.
    static func index(of type: RecordType, level: Int) -> Int? {
        all.firstIndex { $0.type == type && $0.level == level }
    }
}

/// The names of columns that are no fields.
enum CSVName {
    /// The type of the record, in a file that holds several tables.
    static let record = "record"
    /// What a child belongs to: the id of the record, that of the slot behind a slash, or `#12` for the twelfth row.
    static let parent = "parent"
    /// Which of its parent's children it is, counted from 1.
    static let position = "position"
    /// What no cell can say, as JSON.
    static let extras = "extras"
    /// The first column of a file for spreadsheets: cells that begin with an apostrophe are without it.
    static let marker = "#cos:spreadsheet-1"
    /// The extra that keeps the cells of columns that no field claims.
    static let foreign = "x-csv"

    static let reserved = [record, parent, position, extras, marker]
}
