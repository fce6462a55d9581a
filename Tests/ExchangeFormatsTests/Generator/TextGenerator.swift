/// Texts of every script and plane, as people and machines may write them.
struct TextGenerator {
    var random: SeededRandom

    private static let pieces = [
        "a", "Studi Aperti", " ", "è", "e\u{301}", "Ångström", "A\u{30A}", "ﬁ", "ß", "İ", "ı", ",", ";", ":", "\\",
        "\"",
        "'", "/", "<b>", "&amp;", "]]>", "=1+1", "@", "#", "\n", "\t", "\n\n", "\u{A0}", "\u{2028}", "\u{FEFF}",
        "فلان الفلاني", "كرارا", "\u{202B}أسوان\u{202C}", "\u{2067}داكار\u{2069}", "\u{200F}", "\u{200D}", "١٢٣",
        "广东", "雕塑", "𠀋", "👩\u{200D}🎨", "👨\u{200D}👩\u{200D}👧\u{200D}👦", "🏳️\u{200D}🌈", "🇮🇹", "1️⃣",
        "Z\u{351}\u{36D}\u{30C}a\u{315}",
        "한국", "ꦱꦶꦤꦶ", "ไทย", "\u{1D11E}", "\u{10FFFD}", "\u{E0001}", "\u{FFFD}", "ÿ", "߿", "\u{FFFC}", "\u{10000}",
    ]

    /// A text of one character or more.
    mutating func text() -> String {
        if random.once(in: 60) {
            return String(repeating: random.pick(Self.pieces) + "x", count: random.between(200...900))
        }
        var text = ""
        for _ in 0..<random.between(1...random.pick([1, 2, 4, 12])) {
            if random.once(in: 4) { text.unicodeScalars.append(scalar()) } else { text += random.pick(Self.pieces) }
        }
        return text
    }

    /// A text without blanks, as an item of a list is.
    mutating func word() -> String {
        let text = String(String.UnicodeScalarView(self.text().unicodeScalars.filter { !$0.properties.isWhitespace }))
        return text.isEmpty ? token() : text
    }

    mutating func token() -> String {
        let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789")
        var token = ""
        for _ in 0..<random.between(1...12) { token.append(random.pick(letters)) }
        return token
    }

    /// Any character but controls, noncharacters and surrogates, from all planes alike.
    private mutating func scalar() -> Unicode.Scalar {
        while true {
            let value = UInt32(random.below(17)) << 16 | UInt32(random.below(random.pick([0x80, 0x800, 0x10000])))
            guard let scalar = Unicode.Scalar(value) else { continue }
            let isControl = scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
            if !isControl, !scalar.properties.isNoncharacterCodePoint { return scalar }
        }
    }
}
