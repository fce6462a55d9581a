/// A command line, taken apart and checked against its command.
struct Arguments: Sendable {
    private(set) var positionals: [String] = []
    private var given: [String: [String]] = [:]

    /// The value that was given last.
    subscript(_ option: Option) -> String? { given[option.name]?.last }

    func all(_ option: Option) -> [String] { given[option.name] ?? [] }

    func count(_ option: Option) -> Int { given[option.name]?.count ?? 0 }

    func has(_ option: Option) -> Bool { count(option) > 0 }

    func number(_ option: Option) -> Int? { self[option].flatMap { option.number(in: $0) } }

    mutating func append(_ positional: String) { positionals.append(positional) }

    mutating func append(_ value: String, for option: Option) { given[option.name, default: []].append(value) }
}
