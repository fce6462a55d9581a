import ExchangeBytes

// What is printed into a content line unescaped must not be able to end the line, or the parameter, that it stands in.

extension Bytes {
    /// Whether a URI can stand as a value (RFC 5545 section 3.3.13) and lead nobody astray: neither blanks nor controls,
    /// and a scheme that opens a page, a letter, a call or a map, rather than a file or a script.
    var isPlainURI: Bool {
        var index = 0
        while index < count {
            let word = Word.load(start + index)
            // Controls and blanks, eight at a time; octets above 0x7F are neither.
            let marks = ((word &- Word.ones &* 0x21) | ((word ^ (Word.ones &* 0x7F)) &- Word.ones)) & ~word & Word.highs
            let left = count &- index
            if (left < 8 ? Word.prefix(marks, left) : marks) != 0 { return false }
            index &+= 8
        }
        return hasScheme("https://") || hasScheme("http://") || hasScheme("mailto:") || hasScheme("tel:")
            || hasScheme("geo:")
    }

    private func hasScheme(_ scheme: StaticString) -> Bool {
        guard count > scheme.utf8CodeUnitCount else { return false }
        for index in 0..<scheme.utf8CodeUnitCount {
            let letter = scheme.utf8Start[index]
            let isLetter = letter &- UInt8(ascii: "a") < 26
            guard self[index] == letter || isLetter && self[index] | 0x20 == letter else { return false }
        }
        return true
    }

    /// Whether it is a number from nought on of at most nine digits.
    var isSmallNumber: Bool {
        for index in 0..<count where self[index] &- UInt8(ascii: "0") > 9 { return false }
        return 1...9 ~= count
    }

    /// Whether it is letters, digits and hyphens: what a language tag is made of.
    var isLanguageTag: Bool {
        for index in 0..<count where !self[index].isLetterOrDigit && self[index] != UInt8(ascii: "-") { return false }
        return count > 0
    }

    /// Whether it is what a media type is made of (RFC 6838 section 4.2).
    var isMediaType: Bool {
        for index in 0..<count where !self[index].isLetterOrDigit {
            switch self[index] {
            case UInt8(ascii: "/"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"): continue
            default: return false
            }
        }
        return count > 0
    }

    /// Whether it is what an id is made of.
    var isToken: Bool {
        for index in 0..<count where !self[index].isTokenOctet { return false }
        return count > 0
    }
}

extension UInt8 {
    fileprivate var isLetterOrDigit: Bool {
        self &- UInt8(ascii: "0") < 10 || (self | 0x20) &- UInt8(ascii: "a") < 26
    }

    /// Whether it is one of `a-z0-9._-`.
    var isTokenOctet: Bool {
        self &- UInt8(ascii: "a") < 26 || self &- UInt8(ascii: "0") < 10 || self == UInt8(ascii: "-")
            || self == UInt8(ascii: ".") || self == UInt8(ascii: "_")
    }
}
