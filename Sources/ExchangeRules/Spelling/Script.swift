import ExchangeBytes

/// A script (ISO 15924), as far as the languages of the partner cities need one.
enum Script: CaseIterable {
    case latin, arabic, han, cyrillic

    /// The script in which a language is written as a rule; nil where it is not known, or the tag names one itself.
    init?(ofLanguage tag: Bytes) {
        guard tag.index(of: UInt8(ascii: "-")).map({ tag.count - $0 != 5 }) ?? true else { return nil }
        let language = tag.prefix(tag.index(of: UInt8(ascii: "-")) ?? tag.count)
        let found = Self.languages.first { entry in entry.tags.contains { language.equals($0) } }
        guard let found else { return nil }
        self = found.script
    }

    private static let languages: [(script: Script, tags: [StaticString])] = [
        (.latin, ["it", "en", "fr", "de", "es", "pt", "wo", "nl", "pl"]), (.arabic, ["ar", "fa", "ur"]),
        (.han, ["zh", "yue"]), (.cyrillic, ["ru", "uk", "bg"]),
    ]

    /// The script of a letter; nil for digits, signs and the letters of other scripts.
    init?(of scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: self = .latin
        case 0x600...0x6FF, 0x750...0x77F, 0x8A0...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFC: self = .arabic
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x20000...0x323AF: self = .han
        case 0x400...0x52F: self = .cyrillic
        default: return nil
        }
    }

    /// Whether an octet of a text shows at once that it has letters of the script; most texts are told by their first.
    func isSeen(in text: Bytes) -> Bool {
        for index in 0..<text.count {
            let octet = text[index]
            switch self {
            case .latin: if 0x61...0x7A ~= octet | 0x20 { return true }
            case .arabic: if 0xD8...0xDB ~= octet { return true }
            case .han: if 0xE4...0xE9 ~= octet { return true }
            case .cyrillic: if 0xD0...0xD3 ~= octet { return true }
            }
        }
        return false
    }

    /// Its name in a sentence.
    var title: String {
        switch self {
        case .latin: "Latin"
        case .arabic: "Arabic"
        case .han: "Chinese"
        case .cyrillic: "Cyrillic"
        }
    }
}

/// How many letters of each script a text has.
struct ScriptCount {
    private var counts = [Int](repeating: 0, count: Script.allCases.count)

    init(_ text: Bytes) {
        for scalar in text.text.unicodeScalars {
            if let script = Script(of: scalar), let place = Script.allCases.firstIndex(of: script) {
                counts[place] += 1
            }
        }
    }

    subscript(script: Script) -> Int { Script.allCases.firstIndex(of: script).map { counts[$0] } ?? 0 }

    var total: Int { counts.reduce(0, +) }

    /// The script of most of its letters; nil where it has none.
    var commonest: Script? {
        let most = Script.allCases.max { self[$0] < self[$1] }
        return most.flatMap { self[$0] > 0 ? $0 : nil }
    }
}
