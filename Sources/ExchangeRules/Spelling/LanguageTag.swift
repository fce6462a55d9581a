import ExchangeBytes

/// The grammar of language tags, BCP 47 (RFC 5646 section 2.1).
public enum LanguageTag {
    /// Whether a tag is well-formed, and says no extension and no variant twice (section 2.2.9).
    public static func isWellFormed(_ tag: Bytes) -> Bool {
        // Nearly all tags are two or three small letters.
        if tag.count == 2 || tag.count == 3, tag.run(of: .lowercase) == tag.count { return true }
        var parser = LanguageTagParser(tag)
        return parser.parse() || isIrregular(tag)
    }

    /// The tags that are older than the grammar and do not keep to it.
    private static let irregular = [
        "en-gb-oed", "i-ami", "i-bnn", "i-default", "i-enochian", "i-hak", "i-klingon", "i-lux", "i-mingo", "i-navajo",
        "i-pwn", "i-tao", "i-tay", "i-tsu", "sgn-be-fr", "sgn-be-nl", "sgn-ch-de",
    ]

    private static func isIrregular(_ tag: Bytes) -> Bool {
        tag.count <= 11 && irregular.contains(tag.text.lowercased())
    }

    /// Whether two tags are the same, or one is a narrower form of the other: `it` and `it-IT`.
    static func areKin(_ left: Bytes, _ right: Bytes) -> Bool {
        let (short, long) = left.count <= right.count ? (left, right) : (right, left)
        guard short.equalsIgnoringCase(long.prefix(short.count)) else { return false }
        return short.count == long.count || long[short.count] == UInt8(ascii: "-")
    }
}

/// Goes through the subtags of a tag from the first to the last.
private struct LanguageTagParser {
    private let tag: Bytes
    /// The subtag that is next, empty behind the last.
    private var subtag: Bytes
    private var end = 0
    private var isBroken = false

    init(_ tag: Bytes) {
        self.tag = tag
        subtag = tag.prefix(0)
        advance(from: 0)
    }

    private mutating func advance(from start: Int) {
        guard start < tag.count else {
            // A tag that ends with a hyphen has an empty subtag behind it.
            isBroken = isBroken || start == tag.count
            subtag = tag.prefix(0)
            return
        }
        let count = tag.run(of: .alphanumerics, from: start)
        subtag = tag.dropping(start).prefix(count)
        end = start + count
        if count == 0 || count > 8 || end < tag.count && tag[end] != UInt8(ascii: "-") {
            isBroken = true
            subtag = tag.prefix(0)
        }
    }

    private mutating func advance() {
        if end == tag.count { subtag = tag.prefix(0) } else { advance(from: end + 1) }
    }

    private var isAlphabetic: Bool { subtag.consists(of: .letters) }

    private func isSingleton(_ letter: UInt8) -> Bool { subtag.count == 1 && subtag[0] | 0x20 == letter }

    mutating func parse() -> Bool {
        if !isSingleton(UInt8(ascii: "x")) {
            guard language() else { return false }
            if subtag.count == 4, isAlphabetic { advance() }
            if subtag.count == 2 && isAlphabetic || subtag.count == 3 && subtag.consists(of: .digits) { advance() }
            guard variants(), extensions() else { return false }
        }
        if isSingleton(UInt8(ascii: "x")) {
            advance()
            guard !subtag.isEmpty else { return false }
            while !subtag.isEmpty { advance() }
        }
        return subtag.isEmpty && !isBroken
    }

    private mutating func language() -> Bool {
        guard isAlphabetic, subtag.count >= 2 else { return false }
        let isShort = subtag.count <= 3
        advance()
        guard isShort else { return true }
        var extended = 0
        while extended < 3, subtag.count == 3, isAlphabetic {
            advance()
            extended += 1
        }
        return true
    }

    private mutating func variants() -> Bool {
        var seen: [Bytes] = []
        while subtag.count >= 5 || subtag.count == 4 && OctetSet.digits.contains(subtag[0]) {
            if seen.contains(where: { $0.equalsIgnoringCase(subtag) }) { return false }
            seen.append(subtag)
            advance()
        }
        return true
    }

    private mutating func extensions() -> Bool {
        var seen: [UInt8] = []
        while subtag.count == 1, !isSingleton(UInt8(ascii: "x")) {
            let singleton = subtag[0] | 0x20
            if seen.contains(singleton) { return false }
            seen.append(singleton)
            advance()
            guard subtag.count >= 2 else { return false }
            while subtag.count >= 2 { advance() }
        }
        return true
    }
}
