import ExchangeBytes

/// The token of the model, section 3: `[a-z0-9]([a-z0-9._-]{0,62}[a-z0-9])?`, which can stand in a list, in a path and in
/// the UID of a calendar.
enum Token {
    private static let ends = OctetSet.lowercase.union(.digits)
    private static let inner = ends.union(OctetSet("._-"))

    static func matches(_ bytes: Bytes) -> Bool {
        guard 1...64 ~= bytes.count, bytes.run(of: inner) == bytes.count else { return false }
        return ends.contains(bytes[0]) && ends.contains(bytes[bytes.count - 1])
    }

    /// What is amiss with a text that is no token, and whether it could not even stand in a list.
    static func fault(in bytes: Bytes) -> (words: String, isGrave: Bool) {
        guard bytes.count <= 64 else { return ("is longer than 64 characters", false) }
        let index = bytes.run(of: inner)
        guard index < bytes.count else { return ("begins or ends with a sign", false) }
        switch bytes[index] {
        case 0...0x20: return ("holds a blank", true)
        case UInt8(ascii: "/"): return ("holds a slash", true)
        case UInt8(ascii: "#"): return ("holds a #", true)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): return ("holds capitals", false)
        case 0x80...: return ("holds a letter beyond a to z", false)
        default: return ("holds \"\(bytes.dropping(index).prefix(1).text)\"", false)
        }
    }

    /// The token nearest to a text that is none, if there is one.
    static func suggestion(for bytes: Bytes) -> String? {
        let octets = (0..<bytes.count).map { index in
            let octet = bytes[index]
            if UInt8(ascii: "A")...UInt8(ascii: "Z") ~= octet { return octet | 0x20 }
            return inner.contains(octet) ? octet : octet < 0x80 ? UInt8(ascii: "-") : 0
        }
        guard bytes.count <= 64, !octets.contains(0) else { return nil }
        let trimmed = octets.drop { !ends.contains($0) }.reversed().drop { !ends.contains($0) }.reversed()
        return trimmed.isEmpty ? nil : String(decoding: Array(trimmed), as: UTF8.self)
    }
}
