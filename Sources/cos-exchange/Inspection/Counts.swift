/// How often each of some words was met.
struct Counts {
    private var counts: [String: Int] = [:]
    /// How many words there were beyond those that are kept apart: an input may have as many as it likes.
    private(set) var others = 0

    private static let limit = 1000

    mutating func add(_ word: String) {
        if counts.count < Self.limit || counts[word] != nil { counts[word, default: 0] += 1 } else { others += 1 }
    }

    var isEmpty: Bool { counts.isEmpty }
    var total: Int { counts.values.reduce(others, +) }

    subscript(word: String) -> Int { counts[word] ?? 0 }

    /// The words, the most frequent first, those that are equally so in the order of their octets.
    var ordered: [(word: String, count: Int)] {
        counts.sorted { left, right in
            left.value == right.value
                ? left.key.utf8.lexicographicallyPrecedes(right.key.utf8) : left.value > right.value
        }.map { ($0.key, $0.value) }
    }
}
