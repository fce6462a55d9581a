import ExchangeBytes

/// Eighty-eight bits that stand for an id of a type.
///
/// Two multiplications a word, independent of each other; the seed is another in every run, so that nobody can make up
/// ids that fall on one place.
struct IDHash: Hashable, BitwiseCopyable {
    /// Never 0.
    let low: UInt64
    /// Twenty-four bits.
    let high: UInt64

    private static let seed = UInt64.random(in: .min ... .max)

    init(_ bytes: Bytes, kind: Int) {
        let length = UInt64(truncatingIfNeeded: bytes.count)
        var low = Self.seed ^ (UInt64(truncatingIfNeeded: kind) &+ 1) &* 0x9E37_79B9_7F4A_7C15
        var high = low ^ length &* 0xD6E8_FEB8_6659_FD93
        var index = 0
        while index &+ 8 < bytes.count {
            Self.mix(&low, &high, Word.load(bytes.start + index))
            index &+= 8
        }
        Self.mix(&low, &high, bytes.tail)
        Self.mix(&low, &high, length)
        self.low = max(low, 1)
        self.high = high >> 40
    }

    @inline(__always)
    private static func mix(_ low: inout UInt64, _ high: inout UInt64, _ word: UInt64) {
        let first = (low ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
        let second = (high ^ word).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
        low = first.high ^ first.low
        high = second.high ^ second.low
    }
}
