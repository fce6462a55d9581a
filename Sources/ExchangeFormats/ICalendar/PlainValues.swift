import ExchangeBytes

// What is printed into a content line unescaped must not be able to end the line, or the parameter, that it stands in.

extension Bytes {
    /// Whether a URI holds neither blanks nor controls, so that it can stand as a value (RFC 5545 section 3.3.13).
    var isPlainURI: Bool {
        for index in 0..<count where self[index] <= 0x20 || self[index] == 0x7F { return false }
        return count > 0
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
