import ExchangeBytes

/// Some of the ASCII characters.
struct OctetSet: Sendable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    static let digits = OctetSet("0123456789")
    static let lowercase = OctetSet("abcdefghijklmnopqrstuvwxyz")
    static let letters = lowercase.union(OctetSet("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    static let alphanumerics = letters.union(digits)

    init(_ characters: StaticString) {
        for index in 0..<characters.utf8CodeUnitCount {
            let octet = characters.utf8Start[index]
            if octet < 64 { low |= 1 << UInt64(octet) } else { high |= 1 << UInt64(octet & 63) }
        }
    }

    func union(_ other: OctetSet) -> OctetSet {
        var sum = self
        sum.low |= other.low
        sum.high |= other.high
        return sum
    }

    @inline(__always)
    func contains(_ octet: UInt8) -> Bool {
        octet < 128 && (octet < 64 ? low : high) >> UInt64(octet & 63) & 1 == 1
    }
}

extension Bytes {
    /// How many of the first octets are in a set, from an index on.
    @inline(__always)
    func run(of set: OctetSet, from index: Int = 0) -> Int {
        var end = index
        while end < count, set.contains(self[end]) { end &+= 1 }
        return end &- index
    }

    /// Whether there are octets, and all of them are in a set.
    func consists(of set: OctetSet) -> Bool { !isEmpty && run(of: set) == count }
}
