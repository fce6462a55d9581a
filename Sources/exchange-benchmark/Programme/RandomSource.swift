/// A sequence of numbers that looks random and is the same on every machine (SplitMix64).
///
/// The standard library's generators promise neither.
struct RandomSource {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// A whole number from 0 up to, and not including, a bound.
    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        bits ^= bits >> 31
        return Int(truncatingIfNeeded: bits.multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// True so many times in a hundred.
    mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

    /// One of several things, each as likely as the others.
    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

    /// Some of several things, one of each at most, in the order they stand in.
    mutating func pick(_ count: ClosedRange<Int>, of elements: [String]) -> [String] {
        var indices = Set<Int>()
        let wanted = min(count.lowerBound + below(count.count), elements.count)
        while indices.count < wanted { indices.insert(below(elements.count)) }
        return indices.sorted().map { elements[$0] }
    }
}
