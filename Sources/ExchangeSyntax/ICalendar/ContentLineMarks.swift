import ExchangeBytes

extension Word {
    /// The test for `A` to `Z` and the hyphen, which is right for every octet.
    @inline(__always)
    static func capitals(_ word: UInt64) -> UInt64 {
        let low = word & ~highs
        let letters = (low &+ ones &* (0x80 - 0x41)) & ~(low &+ ones &* (0x80 - 0x5B))
        let isNoHyphen = (low ^ (ones &* 0x2D)) &+ ones &* 0x7F
        return (letters | ~isNoHyphen) & ~word & highs
    }

    /// What may end a parameter's values: a quotation mark, a colon, a semicolon.
    @inline(__always)
    static func endsParameterRun(_ word: UInt64) -> UInt64 {
        let quote = word ^ (ones &* 0x22)
        // A colon and a semicolon differ in their lowest bit.
        let colon = (word | ones) ^ (ones &* 0x3B)
        return ((quote &- ones) | (colon &- ones)) & ~word & highs
    }
}
