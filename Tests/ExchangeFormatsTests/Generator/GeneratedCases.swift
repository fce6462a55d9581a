import Foundation
import Testing

/// Runs a property on many generated exchanges, and makes one that breaks it as small as it can.
///
/// `EXCHANGE_SEED` repeats a run, and `EXCHANGE_CASES` says how many cases there are.
enum GeneratedCases {
    static let seed = environment("EXCHANGE_SEED") ?? UInt64.random(in: 1...999_999_999)
    static let count = Int(environment("EXCHANGE_CASES") ?? 2000)
    /// Into how many shares the cases of a long test go, so that each processor takes some. Where nobody asks for more, all
    /// cases are tried in continuous integration alone, and elsewhere a fifth of them.
    static let shares = 4
    private static let isShort =
        environment("EXCHANGE_CASES") == nil && ProcessInfo.processInfo.environment["CI"] == nil

    /// One document: what it says and how it is written.
    struct Document {
        let tree: Tree
        let seed: UInt64
        let octets: [UInt8]

        init(_ tree: Tree, seed: UInt64) {
            self.tree = tree
            self.seed = seed
            octets = Array(TreePrinter.print(tree, seed: seed).utf8)
        }
    }

    /// How many cases there are of a law that the pairs of forms prove too: where nobody asks for more, one in so many.
    static func count(oneIn part: Int) -> Int { environment("EXCHANGE_CASES") == nil ? count / part : count }

    /// Checks all cases, or one in so many, or the share of that number of them.
    ///
    /// `isBroken` says what is wrong with a document, or nothing.
    static func check(
        _ name: String, _ profile: GeneratorProfile = GeneratorProfile(), share: Int? = nil,
        oneIn part: Int = 1, isBroken: (Document) throws -> String?
    ) rethrows {
        let count = share != nil && isShort ? count / 5 : count(oneIn: part)
        FileHandle.standardError.write(Data("\(name): EXCHANGE_SEED=\(seed) EXCHANGE_CASES=\(count)\n".utf8))
        for index in stride(from: share ?? 0, to: count, by: share == nil ? 1 : shares) {
            let seed = Self.seed &+ UInt64(index)
            let tree = ExchangeGenerator.exchange(seed: seed, profile)
            guard let message = try isBroken(Document(tree, seed: seed)) else { continue }
            let small = try shrink(tree) { try isBroken(Document($0, seed: seed)) != nil }
            let why = try isBroken(Document(small, seed: seed)) ?? message
            Issue.record("EXCHANGE_SEED=\(seed) EXCHANGE_CASES=1: \(why)\n\(TreePrinter.print(small))")
            return
        }
    }

    /// Takes away whole arrays, records and members for as long as the document stays broken.
    private static func shrink(_ tree: Tree, _ isBroken: (Tree) throws -> Bool) rethrows -> Tree {
        var smallest = tree
        var attempts = 3000
        var hasShrunk = true
        while hasShrunk {
            hasShrunk = false
            for smaller in smallest.smaller(levels: 6) where attempts > 0 {
                attempts -= 1
                guard try isBroken(smaller) else { continue }
                smallest = smaller
                hasShrunk = true
                break
            }
        }
        return smallest
    }

    private static func environment(_ name: String) -> UInt64? {
        ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) }
    }
}

extension Tree {
    /// The same tree without one of its parts, the larger parts first.
    fileprivate func smaller(levels: Int) -> [Tree] {
        guard levels > 0 else { return [] }
        switch self {
        case .array(let elements):
            return elements.indices.map { .array(elements.removing(at: $0)) }
                + elements.indices.flatMap { index in
                    elements[index].smaller(levels: levels - 1).map { .array(elements.replacing(at: index, with: $0)) }
                }
        case .object(let members):
            return members.indices.map { .object(members.removing(at: $0)) }
                + members.indices.flatMap { index in
                    members[index].value.smaller(levels: levels - 1).map {
                        .object(members.replacing(at: index, with: Member(members[index].name, $0)))
                    }
                }
        case .string(let text) where text.count > 1: return [.string(String(text.prefix(text.count / 2)))]
        default: return []
        }
    }
}

extension Array {
    fileprivate func removing(at index: Int) -> Array {
        var copy = self
        copy.remove(at: index)
        return copy
    }

    fileprivate func replacing(at index: Int, with element: Element) -> Array {
        var copy = self
        copy[index] = element
        return copy
    }
}
