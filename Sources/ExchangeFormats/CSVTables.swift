import ExchangeModel

/// The tables of a CSV package, in their order: one for each type of record, those of what belongs to records behind it.
public enum CSVTables {
    /// What the tables are called.
    public static let names: [String] = RecordType.allCases.flatMap { type in
        [type == .exchange ? type.rawValue : type.schema.collection] + children(of: type.schema)
    }

    /// The files that hold them.
    public static let fileNames = names.map { $0 + ".csv" }

    private static func children(of schema: Schema) -> [String] {
        schema.children.compactMap { $0 }.flatMap { [$0.collection] + children(of: $0) }
    }
}
