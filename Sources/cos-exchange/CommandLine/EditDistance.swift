/// How many slips of a finger lie between two words: letters left out, added, exchanged, or in the wrong order.
///
/// Optimal string alignment, so that two neighbours in the wrong order are one slip: `exprot`, `lnag`.
enum EditDistance {
    static func between(_ left: String, _ right: String) -> Int {
        let left = Array(left.unicodeScalars)
        let right = Array(right.unicodeScalars)
        var beforeLast = [Int](repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        for row in left.indices {
            var current = [row + 1] + [Int](repeating: 0, count: right.count)
            for column in right.indices {
                let exchange = last[column] + (left[row] == right[column] ? 0 : 1)
                var least = min(exchange, last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    least = min(least, beforeLast[column - 1] + 1)
                }
                current[column + 1] = least
            }
            (beforeLast, last) = (last, current)
        }
        return last[right.count]
    }

    /// The candidate that was probably meant: two slips away at most, in a long word a third of its letters; or the
    /// only one that the word begins.
    static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
        guard word.unicodeScalars.count <= 64 else { return nil }
        let word = word.lowercased()
        var best: (candidate: String, distance: Int)?
        var begun: [String] = []
        for candidate in candidates {
            if word.count > 1, candidate.hasPrefix(word) { begun.append(candidate) }
            let distance = between(word, candidate.lowercased())
            let length = candidate.unicodeScalars.count
            let limit = length <= 3 ? 1 : max(2, length / 3)
            if distance <= limit, distance < min(length, best?.distance ?? .max) { best = (candidate, distance) }
        }
        if let best, best.distance <= 1 { return best.candidate }
        return begun.count == 1 ? begun.first : best?.candidate
    }
}
