import ExchangeModel

/// Which records somebody wants to read, and which of their fields: what nobody wants is gone past.
public struct Selection: Sendable {
    /// Which fields of one type of record.
    enum Fields: Sendable {
        case none, all
        /// Those whose index is marked.
        case some([Bool])
    }

    private var fields: [Fields]

    /// Everything.
    public static let all = Selection(fields: RecordType.allCases.map { _ in .all })
    /// Nothing.
    public static let none = Selection(fields: RecordType.allCases.map { _ in .none })
    /// Nothing but the header.
    public static let header = Selection(fields: RecordType.allCases.map { $0 == .exchange ? .all : .none })

    /// The same selection, without records of a type.
    public func without(_ type: RecordType) -> Selection { setting(type, to: .none) }

    /// The same selection, with records of a type whole.
    public func with(_ type: RecordType) -> Selection { setting(type, to: .all) }

    /// The same selection, with some fields of the records of a type; records that belong to them come whole.
    public func with(_ type: RecordType, _ names: [String]) -> Selection {
        setting(type, to: .some(type.schema.fields.map { names.contains($0.name) }))
    }

    subscript(type: RecordType) -> Fields {
        fields[RecordType.allCases.firstIndex(of: type) ?? 0]
    }

    /// Whether records of a type are wanted at all.
    public func wants(_ type: RecordType) -> Bool {
        if case .none = self[type] { false } else { true }
    }

    private func setting(_ type: RecordType, to wanted: Fields) -> Selection {
        var copy = self
        if let index = RecordType.allCases.firstIndex(of: type) { copy.fields[index] = wanted }
        return copy
    }
}
