import ExchangeBytes
import ExchangeDiagnostics
import ExchangeSyntax

/// What a parser tells of a document, one line for each event, and what it refuses.
final class XMLEvents: XMLReceiver {
    private(set) var lines: [String] = []
    private(set) var offsets: [Int] = []
    private(set) var fault: Note?
    private(set) var error: (any Error)?
    private var pending = ""
    private var pendingOffset = 0
    /// Thrown at the start of the element of this name.
    var stop: (name: String, error: any Error)?

    struct Refused: Error {}

    init(
        _ octets: [UInt8], piece: Int = 16 << 10, read: Int = .max, limits: Limits = Limits(), from offset: Int = 0,
        after prologue: String = "", stop: (name: String, error: any Error)? = nil
    ) {
        self.stop = stop
        var handed = offset
        let source: ByteSource = { room in
            let count = min(room.count, read, octets.count - handed)
            room.copyBytes(from: octets[handed..<handed + count])
            handed += count
            return count
        }
        do {
            try XMLPushParser(self, limits: limits, pieceSize: piece).parse(
                source, from: offset, after: Array(prologue.utf8))
        } catch {
            fault = error as? Note
            self.error = error
        }
        flush()
    }

    convenience init(_ text: String, piece: Int = 16 << 10) { self.init(Array(text.utf8), piece: piece) }

    private func flush() {
        if !pending.isEmpty { lines.append("\(pendingOffset) \(pending.debugDescription)") }
        pending = ""
    }

    func start(_ tag: XMLTag) throws {
        flush()
        if let stop, tag.localName.text == stop.name { throw stop.error }
        offsets.append(tag.offset)
        let namespace = tag.namespace.isEmpty ? "" : "{\(tag.namespace.text)}"
        let attributes = (0..<tag.attributeCount).map { index in
            let attribute = tag.attribute(index)
            let uri = attribute.namespace.isEmpty ? "" : "{\(attribute.namespace.text)}"
            let name = "\(tag.nameOffset(index)):\(uri)\(attribute.localName.text)"
            return " \(name)=\(tag.valueOffset(index)):\(attribute.value.text.debugDescription)"
        }
        lines.append("\(tag.offset)-\(tag.end) <\(namespace)\(tag.localName.text)\(attributes.joined())>")
    }

    func end(at offset: Int, until end: Int) throws {
        flush()
        lines.append("\(offset) </>")
    }

    func text(_ run: XMLRun, in parser: XMLPushParser) throws {
        if pending.isEmpty { pendingOffset = parser.textOffset }
        pending += run.text
    }
}
