/// How often each code was found, and which of its findings are told one by one.
///
/// A remark may be due at each of a million records: the first few are told with all that belongs to them, and the
/// others are counted, which costs next to nothing.
public struct DiagnosticCounter: Sendable {
    /// How many findings of one code are told.
    public let limit: Int
    /// How many findings of each code there were, told or not.
    public private(set) var totals: [Code: Int] = [:]

    /// A counter that lets so many findings of each code pass.
    public init(limit: Int = 100) { self.limit = limit }

    /// How many findings of a code there were, told or not.
    public subscript(code: Code) -> Int { totals[code] ?? 0 }

    /// How many findings of a code were not told.
    public func untold(_ code: Code) -> Int { max(0, self[code] - limit) }

    /// Counts a finding, and answers whether it is one of those that are told.
    public mutating func admits(_ code: Code) -> Bool {
        totals[code, default: 0] += 1
        return self[code] <= limit
    }
}
