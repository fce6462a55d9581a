import ExchangeModel

/// What a value in JSON was to be.
enum Expectation: UInt8 {
    case text = 1
    case integer, decimal, flag, string, list, references, objects

    /// What a field of a kind holds.
    init(_ kind: Kind) {
        switch kind.shape {
        case .texts: self = .text
        case .integer: self = .integer
        case .decimal: self = .decimal
        case .flag: self = .flag
        case .string: self = .string
        case .list: self = .list
        case .participations: self = .references
        case .children: self = .objects
        }
    }

    var sentence: String {
        switch self {
        case .text: #"a text is an object of languages: {"it": "…"}"#
        case .integer: "a whole number of fifteen digits at most is expected"
        case .decimal: "a number of forty digits at most is expected"
        case .flag: "true or false is expected"
        case .string: "a string is expected"
        case .list: #"a list of strings is expected: ["…"]"#
        case .references: #"a list of references is expected: [{"ref": "…", "role": "…"}]"#
        case .objects: "a list of objects is expected"
        }
    }
}
