import ExchangeBytes

/// What is amiss with a URI (RFC 3986) or IRI (RFC 3987) that should be absolute.
enum URIFault: Equatable {
    /// There is no scheme.
    case relative
    /// A blank, or a control.
    case blank
    /// A character that a URI holds only as `%XX`.
    case character(UInt8)
    /// A `%` without two hexadecimal digits.
    case percent
    /// Nothing behind the scheme, or no host where the scheme has one.
    case host
    /// A scheme that runs code or opens a file of whoever follows it.
    case scheme(String)
    /// A name, or a name and a password, before the host.
    case credentials
}

enum URISpelling {
    private static let scheme = OctetSet.alphanumerics.union(OctetSet("+-."))
    private static let plain = OctetSet.alphanumerics.union(OctetSet("-._~:/?#[]@!$&'()*+,;="))
    private static let hexadecimal = OctetSet("0123456789abcdefABCDEF")
    private static let refused = ["javascript", "vbscript", "data", "file", "blob", "about"]

    /// How many octets the scheme takes with its colon, or 0 if there is none.
    static func schemeLength(_ bytes: Bytes) -> Int {
        let length = bytes.run(of: scheme)
        guard length > 0, length < bytes.count, bytes[length] == UInt8(ascii: ":") else { return 0 }
        return OctetSet.letters.contains(bytes[0]) ? length + 1 : 0
    }

    static func fault(in bytes: Bytes) -> URIFault? {
        let length = schemeLength(bytes)
        guard length > 0 else { return bytes[0] <= 0x20 ? .blank : .relative }
        if let fault = characterFault(bytes) { return fault }
        guard length < bytes.count else { return .host }
        if isWeb(bytes, length) { return authorityFault(bytes, from: length) }
        let scheme = bytes.prefix(length - 1).text.lowercased()
        return refused.contains(scheme) ? .scheme(scheme) : nil
    }

    private static func characterFault(_ bytes: Bytes) -> URIFault? {
        var index = 0
        while true {
            index &+= bytes.run(of: plain, from: index)
            guard index < bytes.count else { return nil }
            switch bytes[index] {
            case 0...0x20, 0x7F: return .blank
            case UInt8(ascii: "%"):
                let digits = index &+ 3 <= bytes.count ? bytes.dropping(index + 1).prefix(2) : bytes.prefix(0)
                guard digits.consists(of: hexadecimal) else { return .percent }
                index &+= 3
            case 0x80...: index &+= 1
            case let octet: return .character(octet)
            }
        }
    }

    /// Whether the scheme is `http` or `https`.
    private static func isWeb(_ bytes: Bytes, _ length: Int) -> Bool {
        let word = bytes.head | 0x2020_2020_2020_2020
        return length == 6 && word & 0xFF_FFFF_FFFF == 0x73_7074_7468
            || length == 5 && word & 0xFFFF_FFFF == 0x7074_7468
    }

    private static func authorityFault(_ bytes: Bytes, from start: Int) -> URIFault? {
        guard start + 2 < bytes.count, bytes[start] == UInt8(ascii: "/"), bytes[start + 1] == UInt8(ascii: "/") else {
            return .host
        }
        var (end, host) = (start + 2, start + 2)
        loop: while end < bytes.count {
            switch bytes[end] {
            case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): break loop
            case UInt8(ascii: "@"): return .credentials
            default: end &+= 1
            }
        }
        if host < end, bytes[host] == UInt8(ascii: "[") {
            while host < end, bytes[host] != UInt8(ascii: "]") { host &+= 1 }
            return host < end ? nil : .host
        }
        while host < end, bytes[host] != UInt8(ascii: ":") { host &+= 1 }
        return host > start + 2 ? nil : .host
    }
}
