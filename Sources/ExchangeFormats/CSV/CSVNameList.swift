import ExchangeBytes

/// Names of columns that only the data know: the languages of a text, the columns that no field claims.
///
/// They keep the order in which they are met. No two are canonically equivalent, for readers take such for the same.
final class CSVNameList {
    private(set) var names: [String] = []
    /// Whether some record needs the column.
    private(set) var isUsed: [Bool] = []
    /// Where the column stands in the table, once that is known.
    var places: [Int] = []

    private var spellings = ByteBuffer()
    private var slices: [Slice] = []
    private var index = IDTable<UInt32>()
    private var texts: Set<String> = []

    /// Longer names stay out of the header.
    static let longest = 128

    /// The number of a name; most names come in the order in which they are kept.
    func find(_ name: Bytes, after latest: Int) -> Int? {
        if latest + 1 < slices.count, spellings[slices[latest + 1]].equals(name) { return latest + 1 }
        return index.find(name).map { Int($0) }
    }

    /// The number that a name gets; nil if it can be none of the header's.
    func add(_ name: Bytes) -> Int? {
        guard name.count <= Self.longest else { return nil }
        let text = name.text
        guard texts.insert(text).inserted else { return nil }
        index.keep(UInt32(slices.count), under: name)
        slices.append(spellings.append(sliceOf: name))
        names.append(text)
        isUsed.append(false)
        return slices.count - 1
    }

    /// Adds a name unless it can be none of the header's.
    func add(_ name: String) {
        var octets = ByteBuffer()
        octets.append(utf8: name)
        _ = add(octets.bytes)
    }

    /// Marks a name as needed.
    func use(_ number: Int) { isUsed[number] = true }
}

/// How many columns of languages and of unknown names a file may still get.
final class CSVBudget {
    var left: Int

    init(_ columns: Int) { left = columns }
}
