/// How alike two words are, and which of many a misspelt one was probably meant to be.
///
/// The distance is that of optimal string alignment, in octets: left out, added, exchanged, or two neighbours in the
/// wrong order. ASCII letters are compared without regard to case.
public enum Resemblance {
    /// The candidates that a word probably stands for, the nearest first; of equals the first in the list first.
    ///
    /// A candidate is near at a distance of two, or of a third of its length if that is more; a word of three octets or
    /// fewer must be but one slip away.
    public static func nearest(
        to word: String, among candidates: some Sequence<String>, atMost limit: Int = 3
    ) -> [String] {
        let word = folded(word)
        guard 1...96 ~= word.count else { return [] }
        var found: [(candidate: String, distance: Int)] = []
        for candidate in candidates {
            let count = candidate.utf8.count
            let allowed = count <= 3 ? 1 : max(2, count / 3)
            guard abs(count - word.count) <= allowed, count <= 96 else { continue }
            let other = folded(candidate)
            let distance = distance(word, other, atMost: allowed)
            guard distance <= allowed, distance < min(word.count, other.count) else { continue }
            let place = found.firstIndex { $0.distance > distance } ?? found.count
            guard place < limit else { continue }
            found.insert((candidate, distance), at: place)
            if found.count > limit { found.removeLast() }
        }
        // Far candidates beside a near one would only be in the way.
        return found.filter { $0.distance <= found[0].distance + 1 }.map(\.candidate)
    }

    /// The one candidate that was probably meant: the nearest, or else the only one that the word begins.
    public static func guess(of word: String, among candidates: some Collection<String>) -> String? {
        let best = nearest(to: word, among: candidates).first
        if let best, distance(word, best, atMost: 1) <= 1 { return best }
        let begun = candidates.filter { word.utf8.count > 1 && $0.hasPrefix(word.lowercased()) }
        return begun.count == 1 ? begun.first : best
    }

    /// How many slips lie between two words, or more than `limit` if they are further apart than that.
    public static func distance(_ left: String, _ right: String, atMost limit: Int = .max) -> Int {
        distance(folded(left), folded(right), atMost: limit)
    }

    private static func folded(_ word: String) -> [UInt8] {
        word.utf8.map { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 ? $0 | 0x20 : $0 }
    }

    private static func distance(_ left: [UInt8], _ right: [UInt8], atMost limit: Int) -> Int {
        var beforeLast = [Int](repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        var current = last
        for row in left.indices {
            current[0] = row + 1
            var least = row + 1
            for column in right.indices {
                var steps = last[column] + (left[row] == right[column] ? 0 : 1)
                steps = min(steps, last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    steps = min(steps, beforeLast[column - 1] + 1)
                }
                current[column + 1] = steps
                least = min(least, steps)
            }
            if least > limit { return least }
            (beforeLast, last, current) = (last, current, beforeLast)
        }
        return last[right.count]
    }
}
