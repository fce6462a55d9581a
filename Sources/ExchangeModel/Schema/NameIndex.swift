import ExchangeBytes

/// Finds which of a few fixed names a run of octets is, without a `String` and without a chain of comparisons.
///
/// Built once per schema: multipliers are tried until no two names share a place, so a look-up is one multiplication
/// and one comparison.
public final class NameIndex: Sendable {
    private let places: [UInt8]
    private let keys: [Key]
    private let multiplier: UInt64
    private static let bits: UInt64 = 9
    private static let none = UInt8.max
    private static let longest = 24

    private struct Key: BitwiseCopyable {
        var head: UInt64
        var tail: UInt64
        var middle: UInt64
        var count: Int

        init(_ name: Bytes) {
            head = name.head
            tail = name.tail
            middle = name.count > 16 ? name.dropping(8).head : 0
            count = name.count
        }
    }

    /// An index of names, each found by its place in the list.
    public init(_ names: [String]) {
        precondition(names.count < Int(Self.none), "more names than a place can number")
        let keys = names.map { name in
            var buffer = ByteBuffer()
            buffer.append(utf8: name)
            precondition(buffer.count <= Self.longest, "a name longer than the three words that are compared")
            return Key(buffer.bytes)
        }
        var multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15
        while true {
            var places = [UInt8](repeating: Self.none, count: 1 << Int(Self.bits))
            let isPerfect = keys.indices.allSatisfy { index in
                let place = Self.place(keys[index], multiplier)
                defer { places[place] = UInt8(index) }
                return places[place] == Self.none
            }
            if isPerfect {
                self.places = places
                break
            }
            multiplier = multiplier &* 0xD134_2543_DE82_EF95 | 1
        }
        self.keys = keys
        self.multiplier = multiplier
    }

    /// The index of the name, or nil if it is none of them.
    public func find(_ name: Bytes) -> Int? {
        let key = Key(name)
        let index = places[Self.place(key, multiplier)]
        guard index != Self.none else { return nil }
        let found = keys[Int(index)]
        let isSame = found.head == key.head && found.tail == key.tail && found.middle == key.middle
        return isSame && found.count == key.count ? Int(index) : nil
    }

    @inline(__always)
    private static func place(_ key: Key, _ multiplier: UInt64) -> Int {
        let mixed = key.head ^ (key.tail &<< 23 | key.tail &>> 41) ^ UInt64(truncatingIfNeeded: key.count)
        return Int(truncatingIfNeeded: (mixed &* multiplier) &>> (64 &- bits))
    }
}
