import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel
import ExchangeSyntax

/// What the columns of a file mean to one table.
final class CSVColumns {
    enum Role: UInt8 {
        /// Its cells say nothing, or are asked for by number.
        case skipped
        case extras, scalar, list, participations
        /// The version of a text in one language.
        case version
        /// No field's: its cells are kept under its name, or under its number if it has none.
        case unknown
    }

    struct Column: BitwiseCopyable {
        var role: Role
        var shape = Kind.Shape.string
        var field = 0
        /// The tag of a version, the name of an unknown column.
        var name = Slice()
    }

    let file: CSVFile
    let table: CSVTable
    let columns: [Column]
    let names: ByteBuffer
    private(set) var record: Int?
    private(set) var parent: Int?
    private(set) var position: Int?
    private(set) var extras: Int?
    private(set) var id: Int?
    /// Whether two columns may be of the same language, or more of them of one text than a text may have.
    let needsCare: Bool
    /// The name of the type, as the column `record` says it.
    let typeName: ByteBuffer

    var schema: Schema { table.schema }

    init(_ file: CSVFile, _ table: CSVTable, isStacked: Bool) {
        self.file = file
        self.table = table
        var names = ByteBuffer()
        var columns: [Column] = []
        var tags: [Int: Set<String>] = [:]
        var needsCare = false
        for (index, name) in file.names.enumerated() {
            var column = Column(role: .skipped)
            switch name.text {
            case CSVName.marker where index == 0: break
            case CSVName.record where isStacked: record = index
            case CSVName.extras:
                extras = index
                column.role = .extras
            case CSVName.parent where table.isChild: parent = index
            case CSVName.position where table.isChild: position = index
            default:
                column = Self.column(name.text, of: table.schema, names: &names)
                if column.role == .scalar, name.text == "id" { id = index }
                if column.role == .version {
                    let tag = names[column.name].text.lowercased()
                    if !tags[column.field, default: []].insert(tag).inserted { needsCare = true }
                }
            }
            columns.append(column)
        }
        self.columns = columns
        self.names = names
        self.needsCare = needsCare || tags.contains { $0.value.count > file.limits.languages }
        var typeName = ByteBuffer()
        typeName.append(utf8: table.schema.name)
        self.typeName = typeName
    }

    /// What a name means to records of a schema.
    private static func column(_ name: String, of schema: Schema, names: inout ByteBuffer) -> Column {
        if let (field, tag) = place(of: name, in: schema) {
            let shape = schema.shapes[field]
            switch shape {
            case .list: return Column(role: .list, shape: shape, field: field)
            case .participations: return Column(role: .participations, shape: shape, field: field)
            case .texts: return Column(role: .version, shape: shape, field: field, name: names.slice(of: tag))
            default: return Column(role: .scalar, shape: shape, field: field)
            }
        }
        return Column(role: .unknown, name: names.slice(of: name))
    }

    /// The field that a column of this name says, and the language it says it in; nil if it says none.
    ///
    /// A text without a language is none of the model's.
    static func place(of name: String, in schema: Schema) -> (field: Int, tag: String)? {
        if let at = name.utf8.firstIndex(of: UInt8(ascii: "@")) {
            guard let field = find(name[..<at], in: schema), schema.shapes[field] == .texts else { return nil }
            return (field, String(name[name.utf8.index(after: at)...]))
        }
        guard let field = find(name[...], in: schema) else { return nil }
        switch schema.shapes[field] {
        case .texts, .children: return nil
        default: return (field, "")
        }
    }

    private static func find(_ name: Substring, in schema: Schema) -> Int? {
        var octets = ByteBuffer()
        octets.append(utf8: String(name))
        return schema.names.find(octets.bytes)
    }

    /// Whether a name is one that tables of exchanges have.
    static func isKnown(_ name: String) -> Bool {
        if let at = name.utf8.firstIndex(of: UInt8(ascii: "@")) { return textNames.contains(String(name[..<at])) }
        return plainNames.contains(name)
    }

    private static let textNames = names { $0 == .texts }
    private static let plainNames = names { $0 != .texts && $0 != .children }.union(CSVName.reserved)

    private static func names(where isMeant: (Kind.Shape) -> Bool) -> Set<String> {
        Set(CSVTable.all.flatMap(\.schema.fields).filter { isMeant($0.kind.shape) }.map(\.name))
    }

    /// The columns that mean nothing to the table, to be remarked upon once.
    var unknown: [Note] {
        zip(columns, file.names).compactMap { column, name in
            guard column.role == .unknown, !name.text.isEmpty else { return nil }
            return Note(
                .unknownColumn, at: name.offset,
                detail: "no field of \(table.name) is called \"\(name.text)\"; its cells are kept as they are",
                suggestions: suggestions(for: name.text))
        }
    }

    private func suggestions(for name: String) -> [String] {
        let taken = Set(file.names.map(\.text))
        let candidates = zip(schema.fields, schema.shapes).compactMap { field, shape -> String? in
            switch shape {
            case .children: nil
            case .texts: field.name + "@" + (name.split(separator: "@", maxSplits: 1).dropFirst().first ?? "en")
            default: field.name
            }
        }
        return Resemblance.nearest(to: name, among: candidates.filter { !taken.contains($0) })
    }
}
