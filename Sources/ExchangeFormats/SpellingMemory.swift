import ExchangeBytes

/// What spellings that were met lately mean: one for each place, where the latest stays.
///
/// The values of an exchange repeat, and to look one up costs a comparison where to read it may cost a thousand
/// instructions. Its memory does not grow.
struct SpellingMemory<Meaning> {
    private struct Entry {
        let spelling: [UInt8]
        let meaning: Meaning
    }

    private var entries: [Entry?]

    /// A memory of so many places, a power of two.
    init(places: Int) { entries = Array(repeating: nil, count: places) }

    /// What a spelling meant when it was met; nil where that is not remembered.
    func find(_ spelling: Bytes) -> Meaning? {
        guard let entry = entries[place(of: spelling)], spelling.equals(octets: entry.spelling) else { return nil }
        return entry.meaning
    }

    mutating func keep(_ meaning: Meaning, of spelling: Bytes) {
        entries[place(of: spelling)] = Entry(spelling: spelling.octets, meaning: meaning)
    }

    private func place(of spelling: Bytes) -> Int {
        Int(truncatingIfNeeded: spelling.mixture &>> 20) & (entries.count &- 1)
    }
}

extension Bytes {
    /// Sixty-four bits that hang upon every octet.
    var mixture: UInt64 {
        var mixture = UInt64(truncatingIfNeeded: count)
        var rest = self
        while rest.count > 0 {
            mixture = (mixture ^ rest.head) &* 0x9E37_79B9_7F4A_7C15
            mixture ^= mixture &>> 29
            rest = rest.dropping(Swift.min(8, rest.count))
        }
        return mixture
    }
}
