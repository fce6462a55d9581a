import ExchangeBytes
import ExchangeModel

/// The pictures that are about events: where they lie and of which media type they are.
///
/// Built before the events are read; its memory grows with the number of such pictures.
struct Pictures: ~Copyable {
    struct Picture: BitwiseCopyable {
        fileprivate(set) var url = Slice()
        fileprivate(set) var mediaType = Slice()
        /// The index of the next picture of the same event, and 1.
        fileprivate var next: UInt32 = 0
    }

    struct Chain: BitwiseCopyable {
        let first: UInt32
        var last: UInt32
    }

    private var bytes = ByteBuffer()
    private var pictures = Store<Picture>()
    private var events = IDTable<Chain>()

    subscript(slice: Slice) -> Bytes { bytes[slice] }

    mutating func add(_ media: borrowing Record, _ fields: CalendarFields) {
        guard let kind = media.first(fields.media.kind), media[kind.text].equals("image"),
            let url = media.first(fields.media.url), media[url.text].isPlainURI
        else { return }
        var about = media.first(fields.media.about)
        while let current = about {
            about = media.next(current)
            let reference = media[current.text]
            guard reference.prefix(6).equals("event/") else { continue }
            add(url, of: reference.dropping(6), media, fields)
        }
    }

    private mutating func add(
        _ url: Record.Value, of event: Bytes, _ media: borrowing Record, _ fields: CalendarFields
    ) {
        var picture = Picture()
        picture.url = bytes.append(sliceOf: media[url.text])
        if let type = media.first(fields.media.mediaType), media[type.text].isMediaType {
            picture.mediaType = bytes.append(sliceOf: media[type.text])
        }
        pictures.append(picture)
        let index = UInt32(truncatingIfNeeded: pictures.count)
        if var chain = events.find(event) {
            pictures[Int(chain.last) - 1].next = index
            chain.last = index
            events.keep(chain, under: event)
        } else {
            events.keep(Chain(first: index, last: index), under: event)
        }
    }

    /// Hands over the pictures of an event in the order in which they were met.
    func each(of event: Bytes, _ body: (Picture) -> Void) {
        guard events.count > 0, let chain = events.find(event) else { return }
        var index = chain.first
        while index != 0 {
            let picture = pictures[Int(index) - 1]
            body(picture)
            index = picture.next
        }
    }
}
