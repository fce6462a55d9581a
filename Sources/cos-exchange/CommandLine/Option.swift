/// An option or a flag: what the parser takes, the help shows, and a shell completes.
struct Option: Sendable {
    /// The long name, without its dashes. Options are told apart by it.
    let name: String
    let letter: Character?
    let kind: Kind
    let help: String
    var isRepeating = false
    var isHidden = false
    /// Whether the command line seldom makes sense without it. The command decides when it really must be there.
    var isExpected = false
    /// What holds when the option is absent, in words.
    var fallback: String?

    enum Kind: Sendable {
        case flag
        /// Any text.
        case text(String)
        /// The path of a file or a folder.
        case path(String)
        /// One of a closed list.
        case choice(String, [Choice])
        /// A number from 0 on.
        case number(String)
        /// A number of octets: `4096`, `64K`, `10M`, `1G`.
        case size(String)
    }

    struct Choice: Sendable {
        let name: String
        let help: String

        init(_ name: String, _ help: String = "") {
            self.name = name
            self.help = help
        }
    }

    init(
        _ name: String, _ letter: Character? = nil, _ kind: Kind = .flag, help: String, fallback: String? = nil,
        isRepeating: Bool = false, isExpected: Bool = false, isHidden: Bool = false
    ) {
        self.name = name
        self.letter = letter
        self.kind = kind
        self.help = help
        self.fallback = fallback
        self.isRepeating = isRepeating
        self.isExpected = isExpected
        self.isHidden = isHidden
    }
}

extension Option {
    /// The word that stands for the value: `format` in `--format <format>`; nil for a flag.
    var valueName: String? {
        switch kind {
        case .flag: nil
        case .text(let name), .path(let name), .choice(let name, _), .number(let name), .size(let name): name
        }
    }

    /// What the value may be; empty where it may be anything.
    var choices: [Choice] {
        if case .choice(_, let choices) = kind { choices } else { [] }
    }

    /// `--format <format>`.
    var spelling: String { "--\(name)" + (valueName.map { " <\($0)>" } ?? "") }

    /// `-f, --format <format>`.
    var label: String { (letter.map { "-\($0), " } ?? "") + spelling }

    /// `[--lang <tag> ...]`.
    var synopsis: String {
        let words = spelling + (isRepeating ? " ..." : "")
        return isExpected ? words : "[\(words)]"
    }

    /// What a number or a size comes to; nil where the text is neither, or too large.
    func number(in text: String) -> Int? {
        if case .size = kind { return Self.size(in: text) }
        return Self.product(of: text[...], and: 1)
    }

    /// What a size comes to: `64K` is 65,536.
    static func size(in text: String) -> Int? {
        guard let last = text.last, let shift = ["K": 10, "M": 20, "G": 30][last.uppercased()] else {
            return product(of: text[...], and: 1)
        }
        return product(of: text.dropLast(), and: 1 << shift)
    }

    private static func product(of digits: Substring, and unit: Int) -> Int? {
        guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let count = Int(digits) else {
            return nil
        }
        let (total, overflow) = count.multipliedReportingOverflow(by: unit)
        return overflow ? nil : total
    }
}
