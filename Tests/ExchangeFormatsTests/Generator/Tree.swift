/// A JSON value as the tests know it: members in order, numbers as they are spelled.
indirect enum Tree: Equatable {
    case null
    case flag(Bool)
    case number(String)
    case string(String)
    case array([Tree])
    case object([Member])

    struct Member: Equatable {
        var name: String
        var value: Tree

        init(_ name: String, _ value: Tree) {
            self.name = name
            self.value = value
        }
    }

    /// Whether it says that there is nothing.
    var isNothing: Bool { [.null, .string(""), .array([]), .object([])].contains(self) }
}

/// Prints a tree as JSON in one of the many ways that are allowed; shares no code with the library.
struct TreePrinter {
    private var random: SeededRandom
    /// Whether blanks and escapes come as chance has it. Otherwise there are as few as can be.
    private let isWild: Bool
    private(set) var text = ""

    private init(seed: UInt64?) {
        random = SeededRandom(seed: seed ?? 0)
        isWild = seed != nil
    }

    /// The tree in as few octets as can be, or as a seed makes it look.
    static func print(_ tree: Tree, seed: UInt64? = nil) -> String {
        var printer = TreePrinter(seed: seed)
        printer.blank()
        printer.value(tree)
        printer.blank()
        return printer.text
    }

    private mutating func value(_ tree: Tree) {
        switch tree {
        case .null: text += "null"
        case .flag(let flag): text += flag ? "true" : "false"
        case .number(let number): text += number
        case .string(let string): self.string(string)
        case .array(let elements):
            list("[", elements, "]") { printer, element in printer.value(element) }
        case .object(let members):
            list("{", members, "}") { printer, member in
                printer.string(member.name)
                printer.blank()
                printer.text += ":"
                printer.blank()
                printer.value(member.value)
            }
        }
    }

    private mutating func list<T>(
        _ open: String, _ items: [T], _ close: String, _ print: (inout TreePrinter, T) -> Void
    ) {
        text += open
        blank()
        for (index, item) in items.enumerated() {
            if index > 0 { text += "," }
            blank()
            print(&self, item)
            blank()
        }
        text += close
    }

    private mutating func blank() {
        guard isWild, random.once(in: 3) else { return }
        for _ in 0..<random.between(1...9) { text += random.pick([" ", " ", "\n", "\t", "\r", "\r\n"]) }
    }

    private mutating func string(_ string: String) {
        text += "\""
        for scalar in string.unicodeScalars { self.scalar(scalar) }
        text += "\""
    }

    private mutating func scalar(_ scalar: Unicode.Scalar) {
        if isWild, random.once(in: 12) {
            for unit in String(scalar).utf16 {
                let digits = String(unit, radix: 16, uppercase: random.once(in: 2))
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }
            return
        }
        switch scalar {
        case "\"": text += "\\\""
        case "\\": text += "\\\\"
        case "\n": text += "\\n"
        case "\r": text += "\\r"
        case "\t": text += "\\t"
        case "/" where isWild && random.once(in: 2): text += "\\/"
        default: text.unicodeScalars.append(scalar)
        }
    }
}
