import ExchangeBytes
import ExchangeModel

/// The ids of the records that have gone by.
struct Identities: ~Copyable {
    private(set) var table = IDTable()
    /// The record that is being looked at, if it has an id.
    private(set) var current: IDHash?
    /// Where that id was first, if another record of the type bears it already.
    private(set) var first: Int?
    /// The first ids of each type as they are written: one of them is what a misspelt reference means.
    private var spellings = [[String]](repeating: [], count: RecordType.allCases.count)
    private var searches = 0

    /// How many ids of a type are remembered as they are written, and for how many references one is looked for.
    private static let (spellingLimit, searchLimit) = (4096, 100)

    private static let fields = RecordType.allCases.map { $0.schema.position(of: "id") }

    /// Remembers the id of the record that is to be looked at.
    mutating func begin(_ record: borrowing Record, of type: Int) {
        (current, first) = (nil, nil)
        guard let value = record.first(Self.fields[type]) else { return }
        let id = record[value.text]
        let hash = IDHash(id, kind: type)
        current = hash
        if spellings[type].count < Self.spellingLimit, id.count <= 64 { spellings[type].append(id.text) }
        first = table.insert(hash, at: value.offset)
    }

    /// The types other than one of which a record bears an id.
    func types(of id: Bytes, but type: Int) -> [RecordType] {
        RecordType.allCases.enumerated().compactMap { ordinal, other in
            ordinal != type && table.contains(IDHash(id, kind: ordinal)) ? other : nil
        }
    }

    /// The ids of a type that are most like a misspelt one.
    mutating func similar(to id: String, of type: Int) -> [String] {
        searches += 1
        guard searches <= Self.searchLimit else { return [] }
        return spellings[type].nearest(to: id)
    }
}
