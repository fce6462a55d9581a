import ExchangeBytes

/// What keeps a spreadsheet from taking a cell for a formula, a number, a day or a truth that it would then spell its own
/// way: an apostrophe before it, in a file whose first column says so.
///
/// Whole numbers of fifteen digits at most come back as they are and need none. What begins with an apostrophe gets a
/// second one, so that nothing is lost in taking the first away.
enum SpreadsheetGuard {
    static let apostrophe = UInt8(ascii: "'")

    /// As many characters a cell of a spreadsheet holds, an apostrophe among them; some cut off what is beyond.
    static let longest = 32_766

    /// How many characters a text has as spreadsheets count them, in units of UTF-16.
    static func count(_ text: Bytes) -> Int {
        var count = 0
        for index in 0..<text.count where text[index] & 0xC0 != 0x80 { count += text[index] >= 0xF0 ? 2 : 1 }
        return count
    }

    /// A cell without the apostrophe that the profile put before it.
    static func opened(_ cell: Bytes) -> Bytes {
        cell.count > 0 && cell[0] == apostrophe ? cell.dropping(1) : cell
    }

    /// Whether a cell could be taken for something else than the text that it is.
    static func isNeeded(for cell: Bytes) -> Bool {
        guard cell.count > 0 else { return false }
        let first = cell[0]
        switch first {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): return !isPlainInteger(cell)
        case 0...0x20: return true
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "@"), apostrophe: return true
        case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "("), UInt8(ascii: "$"), UInt8(ascii: "%"): return true
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): return isWordOrDay(cell)
        case 0x80...: return isFullWidthSign(cell) || cell.count <= 256 && hasDigit(cell)
        default: return false
        }
    }

    /// Whether it is a number that every spreadsheet spells in the same way.
    private static func isPlainInteger(_ cell: Bytes) -> Bool {
        let sign = cell[0] == UInt8(ascii: "-") ? 1 : 0
        guard cell.count > sign, cell.count <= sign + 15 else { return false }
        for index in sign..<cell.count where cell[index] &- UInt8(ascii: "0") > 9 { return false }
        return cell[sign] != UInt8(ascii: "0") || cell.count == 1
    }

    /// ＝＋－＠, which some spreadsheets take for the signs of half their width.
    private static func isFullWidthSign(_ cell: Bytes) -> Bool {
        guard cell.count >= 3, cell[0] == 0xEF, cell[1] == 0xBC else { return false }
        return [0x9D, 0x8B, 0x8D, 0xA0].contains(cell[2])
    }

    private static func hasDigit(_ cell: Bytes) -> Bool {
        for index in 0..<cell.count where cell[index] &- UInt8(ascii: "0") <= 9 { return true }
        return false
    }

    /// What spreadsheets call true and false, in the languages of those who use ours.
    private static let truths: [StaticString] = [
        "true", "false", "vero", "falso", "vrai", "faux", "wahr", "falsch", "verdadero", "verdadeiro",
    ]

    /// How the names of months begin, in as many languages: the first three octets.
    private static let months: Set<UInt32> = {
        let names = [
            "jan", "gen", "ene", "feb", "fev", "fé", "mar", "mä", "apr", "avr", "abr", "may", "mag", "mai", "maj",
            "jun",
            "giu", "jui", "jul", "lug", "aug", "ago", "aou", "sep", "set", "oct", "ott", "okt", "out", "nov", "dec",
            "dic", "dez", "dé",
        ]
        return Set(names.map { $0.utf8.reduce(0) { $0 << 8 | UInt32($1) } })
    }()

    /// Whether it is a word for true or false, or begins with a month and holds a digit.
    private static func isWordOrDay(_ cell: Bytes) -> Bool {
        guard cell.count >= 3, cell.count <= 40 else { return false }
        for truth in truths where cell.count == truth.utf8CodeUnitCount {
            var isSame = true
            for index in 0..<cell.count where cell[index] | 0x20 != truth.utf8Start[index] { isSame = false }
            if isSame { return true }
        }
        var month: UInt32 = 0
        for index in 0..<3 { month = month << 8 | UInt32(cell[index] < 0x80 ? cell[index] | 0x20 : cell[index]) }
        return (months.contains(month) || cell[0] | 0x20 == UInt8(ascii: "a") && cell[2] >= 0x80) && hasDigit(cell)
    }
}
