import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

/// When places and artists are taken: 56 octets a slot and place or artist, and of each event its id and name.
///
/// Slots that repeat are not among them. Of an exchange with more than `limit` the rest is not compared.
struct Bookings: ~Copyable {
    private(set) var store = Store<Booking>()
    private var texts = ByteBuffer()

    static let limit = 1 << 19

    /// Whether nothing more is taken up.
    var isFull: Bool { store.count >= Self.limit }

    struct Booking: BitwiseCopyable {
        /// The place or the artist.
        let resource: UInt64
        let start: Int
        let end: Int
        let offset: Int
        let id: Slice
        let name: Slice
        let event: UInt32
        let slot: UInt16
        let isArtist: Bool
    }

    /// An event whose slots are taken up.
    struct Owner {
        let id: Slice
        let name: Slice
        let index: UInt32
    }

    mutating func event(_ record: borrowing Record) -> Owner {
        Owner(
            id: texts.slice(of: Self.fields.id, in: record), name: texts.slice(of: Self.fields.name, in: record),
            index: UInt32(truncatingIfNeeded: record.index))
    }

    private static let fields = (
        id: Event.schema.position(of: "id"), name: Event.schema.position(of: "name")
    )

    mutating func append(
        _ resource: IDHash, isArtist: Bool, _ times: (start: Int, end: Int), at offset: Int, slot: Int, of event: Owner
    ) {
        if isFull { return }
        store.append(
            Booking(
                resource: resource.low, start: times.start, end: times.end, offset: offset, id: event.id,
                name: event.name,
                event: event.index, slot: UInt16(truncatingIfNeeded: slot), isArtist: isArtist))
    }

    /// Pairs of slots of different events that take the same place or artist at once: each slot with the one before it
    /// that lasts longest.
    func clashes() -> [(earlier: Booking, later: Booking)] {
        var order = Array(0..<store.count)
        order.sort { left, right in
            let (left, right) = (store[left], store[right])
            return (left.resource, left.start, left.offset) < (right.resource, right.start, right.offset)
        }
        var clashes: [(earlier: Booking, later: Booking)] = []
        var longest: Booking?
        for index in order {
            let booking = store[index]
            if let before = longest, before.resource == booking.resource {
                if booking.start < before.end, before.event != booking.event { clashes.append((before, booking)) }
                if booking.end > before.end { longest = booking }
            } else {
                longest = booking
            }
        }
        // As they stand in the input, whatever the hashes of the run; of several artists that two events share one is told.
        func place(_ clash: (earlier: Booking, later: Booking)) -> (Int, Int, Int) {
            (clash.later.offset, clash.later.isArtist ? 1 : 0, clash.earlier.offset)
        }
        clashes.sort { place($0) < place($1) }
        return clashes.indices.filter { $0 == 0 || place(clashes[$0]) != place(clashes[$0 - 1]) }.map { clashes[$0] }
    }

    func text(_ slice: Slice) -> String { texts[slice].text }

    mutating func removeAll() {
        store.removeAll()
        texts.removeAll()
    }
}
