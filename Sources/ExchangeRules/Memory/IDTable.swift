import ExchangeBytes

/// Which ids have been seen, and where each was first: sixteen octets an id, and never more than 24 with the room that a
/// table needs.
///
/// An id is known by 88 bits of its hash. That a second id is taken for the first happens in one of 10¹⁴ exchanges of a
/// million ids; nothing else is done about it. While the table grows, the old one and the new one are in memory together.
struct IDTable: ~Copyable {
    private var entries: Store<Entry>
    private(set) var count = 0
    private var limit: Int

    /// An id's hash, with the offset at which it was first seen in the lower forty bits of the second word.
    struct Entry: BitwiseCopyable {
        var low: UInt64 = 0
        var rest: UInt64 = 0
    }

    private static let offsetBits: UInt64 = 40
    private static let offsetMask: UInt64 = 1 << offsetBits - 1

    init() {
        entries = Self.room(64)
        limit = Self.limit(64)
    }

    /// How many octets the table takes.
    var octets: Int { entries.count * MemoryLayout<Entry>.size }

    /// Remembers an id; answers where it was first if it is known already.
    mutating func insert(_ hash: IDHash, at offset: Int) -> Int? {
        let place = place(of: hash)
        if entries[place].low != 0 { return Int(entries[place].rest & Self.offsetMask) }
        let offset = UInt64(truncatingIfNeeded: offset) & Self.offsetMask
        entries[place] = Entry(low: hash.low, rest: hash.high << Self.offsetBits | offset)
        count &+= 1
        if count > limit { grow() }
        return nil
    }

    /// Whether an id is known.
    func contains(_ hash: IDHash) -> Bool { entries[place(of: hash)].low != 0 }

    /// Where an id was first, if it is known.
    func offset(of hash: IDHash) -> Int? {
        let entry = entries[place(of: hash)]
        return entry.low == 0 ? nil : Int(entry.rest & Self.offsetMask)
    }

    /// Forgets all ids, and most of the room if they had been many.
    mutating func removeAll() {
        guard count > 0 else { return }
        let capacity = min(entries.count, 256)
        if entries.count > capacity { entries = Self.room(capacity) }
        for index in 0..<capacity { entries[index] = Entry() }
        limit = Self.limit(capacity)
        count = 0
    }

    // MARK: Places

    /// Where the id is, or where it would go.
    private func place(of hash: IDHash) -> Int {
        var place = Self.place(hash.low, entries.count)
        while true {
            let entry = entries[place]
            if entry.low == 0 || entry.low == hash.low && entry.rest >> Self.offsetBits == hash.high { return place }
            place = place &+ 1 == entries.count ? 0 : place &+ 1
        }
    }

    @inline(__always)
    private static func place(_ low: UInt64, _ capacity: Int) -> Int {
        Int(truncatingIfNeeded: low.multipliedFullWidth(by: UInt64(truncatingIfNeeded: capacity)).high)
    }

    /// A quarter more each time, from 84 of 100 places taken: at least two of three are.
    private mutating func grow() {
        let capacity = entries.count + entries.count / 4
        var larger = Self.room(capacity)
        for index in 0..<entries.count where entries[index].low != 0 {
            var place = Self.place(entries[index].low, capacity)
            while larger[place].low != 0 { place = place &+ 1 == capacity ? 0 : place &+ 1 }
            larger[place] = entries[index]
        }
        entries = larger
        limit = Self.limit(capacity)
    }

    private static func limit(_ capacity: Int) -> Int { capacity * 84 / 100 }

    private static func room(_ capacity: Int) -> Store<Entry> {
        var entries = Store<Entry>(capacity: capacity)
        entries.append(repeating: Entry(), count: capacity)
        return entries
    }
}
