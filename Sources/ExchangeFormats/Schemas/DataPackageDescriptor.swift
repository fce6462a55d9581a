import ExchangeModel

/// The descriptor of a Data Package (version 2): which tables of CSV an exchange lies in, and what their columns hold.
///
/// Made of the tables of the model and of the columns that a writer has; a column that no field claims is described as
/// text. Lists are cells of words with a blank between them, so that a pattern can say what the words are.
public struct DataPackageDescriptor {
    /// The licence under which a package may be used.
    public enum Licence: Hashable, Sendable {
        /// A licence by its name, as SPDX or Open Definition know it.
        case name(String)
        /// A licence that lies at an address.
        case path(String)

        /// The licence that a header names: an identifier, or a URI.
        public init(_ text: String) { self = text.contains(":") ? .path(text) : .name(text) }
    }

    /// One table: what it is called, and its columns as its first line has them.
    public struct Table: Hashable, Sendable {
        /// The collection that lies in it: `events`; for the header `exchange`.
        public let name: String
        /// In their order: `id`, `name@it`, `parent`, `position`, `extras`.
        public let columns: [String]
        /// The columns whose references are all ids of records in the package: no other can be a foreign key.
        public let localReferences: Set<String>

        /// A table; unless told otherwise nothing is known of its references.
        public init(_ name: String, columns: [String], localReferences: Set<String> = []) {
            (self.name, self.columns, self.localReferences) = (name, columns, localReferences)
        }
    }

    private let id: String?
    private let name: String
    private let title: String?
    private let licence: Licence?
    private let tables: [Table]
    /// How the columns of a table and those that are described match.
    private let match: String
    private let delimiter: Character

    /// The descriptor of a package that was written: it has these tables, and these columns in this order.
    ///
    /// `id` is the exchange's, `title` its name in its first language. A name is made of the id that a package may have.
    public init(
        id: String, title: String? = nil, licence: Licence? = nil, tables: [Table], delimiter: Character = ","
    ) {
        self.init(id, title, licence, tables, match: "exact", delimiter)
    }

    private init(
        _ id: String?, _ title: String?, _ licence: Licence?, _ tables: [Table], match: String, _ delimiter: Character
    ) {
        (self.id, self.title, self.licence, self.tables, self.match) = (id, title, licence, tables, match)
        self.delimiter = delimiter
        let legal = (id ?? "").lowercased().unicodeScalars.map { scalar in
            "abcdefghijklmnopqrstuvwxyz0123456789.-_".unicodeScalars.contains(scalar) ? Character(scalar) : "-"
        }
        name = legal.isEmpty ? Exchange.schema.name : String(legal)
    }

    /// The descriptor of all tables with all columns, for texts in these languages; a package has some of them.
    ///
    /// Without a language the columns of texts are told for `und`, which stands for any.
    public static func all(languages: [String] = []) -> DataPackageDescriptor {
        let languages = languages.isEmpty ? ["und"] : languages
        let tables = TableForm.all.map { form in
            let columns = form.schema.fields.flatMap { Self.columns(of: $0, languages) }
            return Table(form.name, columns: form.keys + columns + ["extras"])
        }
        return DataPackageDescriptor(nil, "All tables of an exchange", nil, tables, match: "superset", ",")
    }

    private static func columns(of field: Field, _ languages: [String]) -> [String] {
        switch field.kind {
        case .text: languages.map { "\(field.name)@\($0)" }
        case .children: []
        default: [field.name]
        }
    }

    /// The document, indented, with a line feed at its end; the same octets every time.
    public var text: String {
        var members: [JSONTree.Member] = [
            .init("$schema", "https://datapackage.org/profiles/2.0/datapackage.json"), .init("name", .string(name)),
        ]
        if let id, !id.isEmpty { members.append(.init("id", .string(id))) }
        if let title { members.append(.init("title", .string(title))) }
        members.append(.init("version", "1.0"))
        switch licence {
        case .name(let name): members.append(.init("licenses", [["name": .string(name)]]))
        case .path(let path): members.append(.init("licenses", [["path": .string(path)]]))
        case nil: break
        }
        members.append(.init("resources", .array(tables.map(resource))))
        return JSONTree.object(members).text
    }

    // MARK: Tables

    private func resource(_ table: Table) -> JSONTree {
        let form = TableForm.all.first { $0.name == table.name }
        let description = form.map { SchemaDescriptions.of($0.schema) } ?? "A table that the model does not know."
        let file: JSONTree = [
            "name": .string(table.name.lowercased()), "type": "table", "path": .string("\(table.name).csv"),
            "description": .string(description), "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
        ]
        let dialect: JSONTree = delimiter == "," ? [:] : ["dialect": ["delimiter": .string(String(delimiter))]]
        return file.adding(dialect).adding(["schema": schema(of: table, form)])
    }

    private func schema(of table: Table, _ form: TableForm?) -> JSONTree {
        var members: [JSONTree.Member] = [
            .init("$schema", "https://datapackage.org/profiles/2.0/tableschema.json"),
            .init("fieldsMatch", .string(match)),
            .init("fields", .array(table.columns.map { ColumnForm($0, form).tree })),
            .init("missingValues", [""]),
        ]
        guard let form else { return .object(members) }
        if !form.primaryKey.isEmpty, form.primaryKey.allSatisfy(table.columns.contains) {
            members.append(.init("primaryKey", .array(form.primaryKey.map { .string($0) })))
        }
        let keys = foreignKeys(of: table, form)
        if !keys.isEmpty { members.append(.init("foreignKeys", .array(keys))) }
        return .object(members)
    }

    private func foreignKeys(of table: Table, _ form: TableForm) -> [JSONTree] {
        var keys: [JSONTree] = []
        for column in table.columns {
            let target: RecordType?
            if column == "parent" {
                target = form.parent
            } else if let field = form.schema.fields.first(where: { $0.name == column }),
                case .scalar(.reference(let type)) = field.kind, table.localReferences.contains(column)
            {
                target = type
            } else {
                target = nil
            }
            guard let target, let other = tables.first(where: { $0.name == target.schema.collection }),
                other.columns.contains("id")
            else { continue }
            // An empty name is the table itself (a table's own records may be parts of each other).
            let resource = other.name == table.name ? "" : other.name
            keys.append([
                "fields": [.string(column)],
                "reference": ["resource": .string(resource), "fields": ["id"]],
            ])
        }
        return keys
    }
}
