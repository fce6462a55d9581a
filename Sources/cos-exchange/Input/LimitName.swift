import ExchangeDiagnostics
import ExchangeSyntax

/// A limit of reading by the name under which the command line raises it.
enum LimitName: String, CaseIterable {
    case record, string, depth, languages, extras, columns, tag, attributes, namespaces

    private var place: WritableKeyPath<Limits, Int> {
        switch self {
        case .record: \.record
        case .string: \.string
        case .depth: \.depth
        case .languages: \.languages
        case .extras: \.extras
        case .columns: \.columns
        case .tag: \.tag
        case .attributes: \.attributes
        case .namespaces: \.namespaces
        }
    }

    /// The limits that the values of `--limit` make: `record=4M`. The last one of a name counts.
    static func limits(from values: [String]) throws(UsageError) -> Limits {
        var limits = Limits()
        for value in values {
            let parts = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, let name = LimitName(rawValue: parts[0]) else {
                throw .invalid(value, for: .limit, because: Self.hint(for: parts[0], isAlone: parts.count == 1))
            }
            guard let number = Option.size(in: parts[1]), number > 0 else {
                throw .invalid(
                    value, for: .limit, because: "Please provide a number from 1 on, such as 4096, 64K, 10M or 1G.")
            }
            limits[keyPath: name.place] = number
        }
        return limits
    }

    private static func hint(for name: String, isAlone: Bool) -> String {
        let names = allCases.map(\.rawValue)
        if isAlone, names.contains(name) { return "Please provide a name and a number, such as '\(name)=10000'." }
        let nearest = Resemblance.guess(of: name, among: names).map { " Did you mean '\($0)'?" } ?? ""
        return
            "Please name one of \(names.dropLast().map { "'\($0)'" }.joined(separator: ", ")) or '\(names.last ?? "")'."
            + nearest
    }

    /// What the findings say that meet a limit.
    private static let signs: [(words: String, name: LimitName)] = [
        ("languages", .languages), ("members that the schema does not know", .extras), ("more columns", .columns),
        ("for one tag", .tag), ("attributes", .attributes), ("namespace declarations", .namespaces),
    ]

    /// The limit that a finding is about; nil if it is about none.
    init?(_ diagnostic: Diagnostic) {
        switch diagnostic.code {
        case .tooDeep: self = .depth
        case .limitExceeded:
            let words = diagnostic.message
            let named = Self.signs.first { words.contains($0.words) }?.name
            self = named ?? (words.hasPrefix("a string ") ? .string : .record)
        default: return nil
        }
    }
}
