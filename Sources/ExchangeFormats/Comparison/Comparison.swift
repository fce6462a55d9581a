import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

/// Whether two exchanges say the same, record by record and field by field, in the same order.
///
/// Each is read once and kept as a number of eight octets a record; the few records that differ are read once more, to
/// say in which fields.
public struct Comparison {
    /// A value that only one of the two exchanges has, or that they have differently.
    public struct Difference: Hashable, Sendable {
        /// The record.
        public let subject: Diagnostic.Subject
        /// The way to the value within the record: `/slots/0/start`; empty for a record that only one of the two has.
        public let path: String
        /// What the first exchange says; nil for nothing.
        public let first: String?
        /// What the second says.
        public let second: String?
    }

    /// How many records the first exchange has.
    public private(set) var records = 0
    /// The first differences.
    public private(set) var differences: [Difference] = []
    /// How many records differ, or are in one of the two alone.
    public private(set) var differentRecords = 0

    /// Whether there is no difference at all.
    public var isSame: Bool { differentRecords == 0 }

    /// How many records are looked at closely.
    private static let limit = 20

    /// A comparison of two exchanges; `filter` may take something from records of the first, or leave them out.
    public init(
        of first: inout some ExchangeSource & ~Copyable, with second: inout some ExchangeSource & ~Copyable,
        filter: (inout Record) throws -> Bool = { _ in true }
    ) throws {
        let digests = RecordDigests()
        var types: [RecordType: (first: Int, count: Int)] = [:]
        try first.read(.all, report: { _ in }) { record in
            guard try filter(&record), let type = RecordType(rawValue: record.schema.name) else { return }
            types[type, default: (digests.count, 0)].count += 1
            digests.append(record)
        }
        records = digests.count
        var found: [RecordType: Set<Int>] = [:]
        var counts: [RecordType: Int] = [:]
        var isFull = false
        try second.read(.all, report: { _ in }) { record in
            guard let type = RecordType(rawValue: record.schema.name) else { return }
            let index = counts[type, default: 0]
            counts[type] = index + 1
            let section = types[type] ?? (0, 0)
            if index < section.count, digests.isSame(record, at: section.first + index) { return }
            differentRecords += 1
            if !isFull { found[type, default: []].insert(index) }
            isFull = differentRecords >= Self.limit
        }
        for type in RecordType.allCases {
            let (had, has) = (types[type]?.count ?? 0, counts[type] ?? 0)
            guard had > has else { continue }
            differentRecords += had - has
            for index in has..<min(had, has + Self.limit) { found[type, default: []].insert(index) }
        }
        if found.isEmpty { return }
        let left = try Self.records(found, of: &first, filter)
        let right = try Self.records(found, of: &second) { _ in true }
        for type in RecordType.allCases {
            for index in (found[type] ?? []).sorted() { compare(left[type]?[index], right[type]?[index]) }
        }
    }

    private static func records(
        _ wanted: [RecordType: Set<Int>], of source: inout some ExchangeSource & ~Copyable,
        _ filter: (inout Record) throws -> Bool
    ) throws -> [RecordType: [Int: FlatRecord]] {
        var found: [RecordType: [Int: FlatRecord]] = [:]
        var counts: [RecordType: Int] = [:]
        try source.read(.all, report: { _ in }) { record in
            guard try filter(&record), let type = RecordType(rawValue: record.schema.name) else { return }
            let index = counts[type, default: 0]
            counts[type] = index + 1
            if wanted[type]?.contains(index) == true { found[type, default: [:]][index] = FlatRecord(record) }
        }
        return found
    }

    private mutating func compare(_ left: FlatRecord?, _ right: FlatRecord?) {
        guard let left, let right else {
            if let subject = left?.subject ?? right?.subject {
                let (first, second) = (left == nil ? nil : "a record", right == nil ? nil : "a record")
                differences.append(Difference(subject: subject, path: "", first: first, second: second))
            }
            return
        }
        let before = differences.count
        let had = Dictionary(left.values, uniquingKeysWith: { first, _ in first })
        let has = Dictionary(right.values, uniquingKeysWith: { first, _ in first })
        for (path, text) in left.values where has[path] != text {
            differences.append(Difference(subject: left.subject, path: path, first: text, second: has[path]))
        }
        for (path, text) in right.values where had[path] == nil {
            differences.append(Difference(subject: left.subject, path: path, first: nil, second: text))
        }
        // The same values in another order.
        guard differences.count == before else { return }
        for (one, other) in zip(left.values, right.values) where one.path != other.path {
            let difference = Difference(
                subject: left.subject, path: one.path, first: "before \(other.path)", second: "behind it")
            return differences.append(difference)
        }
    }
}
