import ExchangeModel

/// What a generated exchange may hold beside what the schema asks for.
struct GeneratorProfile {
    /// Members that no field claims, of any name and value.
    var hasExtras = true
    /// Known fields that hold nothing: null, "", [] or {}.
    var hasNothings = true
    /// Values of another type than their field's.
    var hasWrongTypes = true
    /// Numbers that no `Double` is near.
    var hasHugeNumbers = true
    /// Carriage returns, which are read as line feeds.
    var hasCarriageReturns = true
}

/// Makes exchanges of all that the model knows, driven by the tables of its schemas.
struct ExchangeGenerator {
    private var texts: TextGenerator
    private let profile: GeneratorProfile
    /// One field in so many is given.
    private let sparseness: Int

    private init(seed: UInt64, _ profile: GeneratorProfile) {
        texts = TextGenerator(random: SeededRandom(seed: seed))
        self.profile = profile
        sparseness = texts.random.pick([1, 2, 4, 8, 16, 16])
    }

    /// A document: the members of the header and arrays of records, in any order.
    static func exchange(seed: UInt64, _ profile: GeneratorProfile = GeneratorProfile()) -> Tree {
        var generator = ExchangeGenerator(seed: seed, profile)
        var members = generator.members(of: Exchange.schema)
        for type in RecordType.allCases where type != .exchange && !generator.texts.random.once(in: 3) {
            let count = generator.texts.random.below(generator.sparseness == 1 ? 2 : 4)
            let records = (0..<count).map { _ in Tree.object(generator.members(of: type.schema)) }
            members.append(.init(type.schema.collection, .array(records)))
        }
        members.shuffle(using: &generator.texts.random)
        return .object(members)
    }

    private mutating func members(of schema: Schema, depth: Int = 0) -> [Tree.Member] {
        var members: [Tree.Member] = []
        for field in schema.fields where field.name == "id" || texts.random.once(in: sparseness) {
            members.append(.init(field.name, value(field.kind, depth: depth)))
        }
        if profile.hasExtras, texts.random.once(in: 3) {
            members += extras(beside: schema, count: texts.random.between(1...4))
        }
        if texts.random.once(in: 2) { members.shuffle(using: &texts.random) }
        return members
    }

    private mutating func value(_ kind: Kind, depth: Int) -> Tree {
        if profile.hasNothings, texts.random.once(in: 20) {
            return texts.random.pick([.null, .string(""), .array([]), .object([])])
        }
        if profile.hasWrongTypes, texts.random.once(in: 30) { return anything(depth: 2) }
        switch kind {
        case .text: return text()
        case .list: return .array(items { generator in .string(generator.string(generator.texts.word())) })
        case .participations: return .array(items { $0.participation() })
        case .children(let schema):
            let count = texts.random.between(1...3)
            return .array((0..<count).map { _ in .object(members(of: schema, depth: depth + 1)) })
        case .scalar(.integer): return .number(integer())
        case .scalar(.decimal): return .number(decimal())
        case .scalar(.flag): return .flag(texts.random.once(in: 2))
        case .scalar(.string): return .string(string(texts.text()))
        case .scalar: return .string(texts.random.once(in: 4) ? string(texts.text()) : texts.token())
        }
    }

    // MARK: Values

    private mutating func string(_ text: String) -> String {
        profile.hasCarriageReturns && texts.random.once(in: 40)
            ? text + texts.random.pick(["\r", "\r\n", "\r\r\nx"]) : text
    }

    private mutating func text() -> Tree {
        let count = texts.random.once(in: 50) ? 64 : texts.random.between(1...4)
        let known = ["it", "en", "fr", "ar", "zh-Hans", "ar-Latn", "en-t-it", "und", "WO", "ʕ"]
        return .object(
            (0..<count).map { index in
                let tag = index < known.count && count < 64 ? known[index] : "x-\(index)"
                let isEmpty = profile.hasNothings && texts.random.once(in: 40)
                return .init(tag, .string(isEmpty ? "" : string(texts.text())))
            })
    }

    private mutating func items(_ make: (inout ExchangeGenerator) -> Tree) -> [Tree] {
        let count = texts.random.once(in: 60) ? 200 : texts.random.between(1...3)
        return (0..<count).map { _ in make(&self) }
    }

    private mutating func participation() -> Tree {
        var members = [Tree.Member("ref", .string(texts.word()))]
        if texts.random.once(in: 2) {
            let role = profile.hasNothings && texts.random.once(in: 10) ? "" : texts.token()
            members.insert(.init("role", .string(role)), at: texts.random.below(2))
        }
        return .object(members)
    }

    private mutating func integer() -> String {
        let digits = (0..<texts.random.between(1...15)).map { _ in String(texts.random.below(10)) }.joined()
        let plain = String(digits.drop { $0 == "0" })
        return plain.isEmpty ? "0" : (texts.random.once(in: 5) ? "-" : "") + plain
    }

    private mutating func decimal() -> String {
        var number = integer()
        if !texts.random.once(in: 4) {
            number += "." + (0..<texts.random.between(1...9)).map { _ in String(texts.random.below(10)) }.joined()
        }
        let exponents = profile.hasHugeNumbers ? ["e5", "E-7", "e+0", "e-30", "e99", "E-9223372036854775808"] : ["e2"]
        return number + (texts.random.once(in: 8) ? texts.random.pick(exponents) : "")
    }

    // MARK: Extras

    private static let strangeNames = [
        "record", "extras", "$x", "", "x-partner-colour", "a/b~c", "say \"it\"", "back\\slash", "été",
        "e\u{301}\u{327}",
        "نوع", "種類", "👩\u{200D}🎨", "slots", "Id", "tab\there", "~0", "0", "x-", "null",
    ]

    private mutating func extras(beside schema: Schema, count: Int) -> [Tree.Member] {
        var taken = Set(schema.fields.map(\.name) + RecordType.allCases.map(\.schema.collection))
        return (0..<count).compactMap { _ in
            let name = texts.random.once(in: 2) ? texts.random.pick(Self.strangeNames) : texts.text()
            // `Set` knows canonically equivalent names for the same, as the reader does.
            guard taken.insert(name).inserted else { return nil }
            return .init(name, anything(depth: 4))
        }
    }

    private mutating func anything(depth: Int) -> Tree {
        switch texts.random.below(depth > 0 ? 8 : 5) {
        case 0: return .null
        case 1: return .flag(texts.random.once(in: 2))
        case 2:
            let usual = ["0", "-1", "1.50", "0.0", "1e5", "2E-3", "9007199254740993"]
            let huge = ["12345678901234567890", "-0", "-0.0e-0", "1E+400", "3.14159265358979323846264338327950288"]
            return .number(texts.random.pick(profile.hasHugeNumbers ? usual + huge : usual))
        case 3: return .string(string(texts.text()))
        case 4: return .string("")
        case 5, 6: return .array((0..<texts.random.below(4)).map { _ in anything(depth: depth - 1) })
        default:
            var taken: Set<String> = []
            return .object(
                (0..<texts.random.below(4)).compactMap { _ in
                    let name = texts.random.once(in: 3) ? texts.random.pick(Self.strangeNames) : texts.token()
                    return taken.insert(name).inserted ? .init(name, anything(depth: depth - 1)) : nil
                })
        }
    }
}
