import ExchangeBytes

/// The circles in which records belong to each other.
///
/// Each record and each edge is gone through once, whatever hangs on it.
struct Circles {
    /// In the order of their sources.
    private let edges: [References.Edge]
    /// False for a record on the way that is being followed, true for one from which all ways have been followed.
    private var isDone: [UInt64: Bool] = [:]

    init(_ store: borrowing Store<References.Edge>) {
        var edges: [References.Edge] = []
        edges.reserveCapacity(store.count)
        for index in 0..<store.count { edges.append(store[index]) }
        edges.sort { $0.source < $1.source }
        self.edges = edges
    }

    /// The records of each circle to which a way leads from one of the given records.
    mutating func circles(through sources: [UInt64]) -> [Set<UInt64>] {
        var found: [Set<UInt64>] = []
        for source in sources where isDone[source] == nil { follow(source, &found) }
        return found
    }

    private mutating func follow(_ source: UInt64, _ found: inout [Set<UInt64>]) {
        var way = [(record: source, edge: firstEdge(of: source))]
        isDone[source] = false
        while let last = way.last {
            guard last.edge < edges.count, edges[last.edge].source == last.record else {
                isDone[last.record] = true
                way.removeLast()
                continue
            }
            way[way.count - 1].edge += 1
            let target = edges[last.edge].target
            switch isDone[target] {
            case nil:
                isDone[target] = false
                way.append((target, firstEdge(of: target)))
            case false?:
                let first = way.lastIndex { $0.record == target } ?? 0
                found.append(Set(way[first...].map(\.record)))
            case true?: continue
            }
        }
    }

    private func firstEdge(of source: UInt64) -> Int {
        var range = 0..<edges.count
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            range = edges[middle].source < source ? middle + 1..<range.upperBound : range.lowerBound..<middle
        }
        return range.lowerBound
    }
}
