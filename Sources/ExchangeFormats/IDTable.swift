import ExchangeBytes

/// Finds values by the id they are kept under: open addressing over a hash, all ids in one buffer.
///
/// A thousand ids of places take some forty kilobytes, and a look-up no `String`.
struct IDTable<Element: BitwiseCopyable>: ~Copyable {
    struct Entry: BitwiseCopyable {
        let id: Slice
        var element: Element
    }

    private var bytes = ByteBuffer()
    private var entries = Store<Entry>()
    /// For each hash the index of an entry and 1, or 0.
    private var table = Store<UInt32>()

    init() { table.append(repeating: 0, count: 64) }

    var count: Int { entries.count }

    /// What is kept under an id.
    func find(_ id: Bytes) -> Element? {
        let place = self.place(of: id)
        return table[place] == 0 ? nil : entries[Int(table[place]) &- 1].element
    }

    /// Keeps a value under an id, in the place of what was kept there.
    mutating func keep(_ element: Element, under id: Bytes) {
        let place = self.place(of: id)
        if table[place] != 0 {
            entries[Int(table[place]) &- 1].element = element
            return
        }
        entries.append(Entry(id: bytes.append(sliceOf: id), element: element))
        table[place] = UInt32(truncatingIfNeeded: entries.count)
        if 2 * entries.count > table.count { grow() }
    }

    /// Where an id is, or would be.
    private func place(of id: Bytes) -> Int {
        var place = Int(truncatingIfNeeded: id.mixture & 0x7FFF_FFFF) & (table.count &- 1)
        while table[place] != 0, !bytes[entries[Int(table[place]) &- 1].id].equals(id) {
            place = (place &+ 1) & (table.count &- 1)
        }
        return place
    }

    private mutating func grow() {
        let size = 2 * table.count
        table.removeAll()
        table.append(repeating: 0, count: size)
        for index in 0..<entries.count { table[place(of: bytes[entries[index].id])] = UInt32(index + 1) }
    }
}
