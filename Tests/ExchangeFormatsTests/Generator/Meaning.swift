import ExchangeModel

extension Tree {
    /// What a document says after it was read once: nothing is absent, ends of lines are line feeds.
    ///
    /// This is the law of the model (section 3) once more, written down apart from the reader.
    func meaning(of schema: Schema = Exchange.schema) -> Tree {
        guard case .object(let members) = self else { return self }
        return .object(
            members.compactMap { member in
                if let type = RecordType.allCases.first(where: { $0.schema.collection == member.name }),
                    schema === Exchange.schema, type != .exchange, case .array(let records) = member.value
                {
                    if records.isEmpty { return nil }
                    return Member(member.name, .array(records.map { $0.meaning(of: type.schema) }))
                }
                guard let field = schema.fields.first(where: { $0.name == member.name }) else {
                    return Member(member.name.withLineFeeds, member.value.withLineFeeds)
                }
                guard let value = member.value.value(of: field.kind) else { return nil }
                return Member(member.name, value)
            })
    }

    private func value(of kind: Kind) -> Tree? {
        if isNothing { return nil }
        let usual = withLineFeeds
        switch (kind, usual) {
        case (.text, .object(let versions)) where versions.allSatisfy(\.value.isString):
            let given = versions.filter { !$0.value.isNothing }
            return given.isEmpty ? nil : .object(given)
        case (.list, .array(let items)) where items.allSatisfy(\.isString):
            let given = items.filter { !$0.isNothing }
            return given.isEmpty ? nil : .array(given)
        case (.participations, .array(let items)) where items.allSatisfy(\.isParticipation):
            return .array(items.map(\.withoutNothings))
        case (.scalar(.decimal), .number(let digits)) where digits.contains(".") && !digits.lowercased().contains("e"):
            // Another reader may find another number in a longer spelling of the same: the shortest is meant.
            let short = digits.reversed().drop { $0 == "0" }.drop { $0 == "." }
            return .number(String(short.reversed()))
        case (.children(let schema), .array(let items)) where items.allSatisfy(\.isObject):
            return .array(items.map { $0.meaning(of: schema) })
        default: return usual
        }
    }

    private var isString: Bool { if case .string = self { true } else { false } }
    private var isObject: Bool { if case .object = self { true } else { false } }

    private var isParticipation: Bool {
        guard case .object(let members) = self, members.allSatisfy(\.value.isString) else { return false }
        let hasRef = members.contains { $0.name == "ref" && !$0.value.isNothing }
        return hasRef && members.allSatisfy { ["ref", "role"].contains($0.name) }
    }

    private var withoutNothings: Tree {
        guard case .object(let members) = self else { return self }
        return .object(members.filter { !$0.value.isNothing })
    }

    private var withLineFeeds: Tree {
        switch self {
        case .string(let text): .string(text.withLineFeeds)
        case .array(let elements): .array(elements.map(\.withLineFeeds))
        case .object(let members): .object(members.map { Member($0.name.withLineFeeds, $0.value.withLineFeeds) })
        default: self
        }
    }
}

extension String {
    fileprivate var withLineFeeds: String {
        var result = String.UnicodeScalarView()
        var isBehindReturn = false
        for scalar in unicodeScalars {
            if !(scalar == "\n" && isBehindReturn) { result.append(scalar == "\r" ? "\n" : scalar) }
            isBehindReturn = scalar == "\r"
        }
        return String(result)
    }
}
