import ExchangeBytes
import ExchangeDiagnostics
import ExchangeSyntax

/// What a scanner tells of a document, one line for each event, and what it refuses.
final class XMLEvents {
    private(set) var lines: [String] = []
    private(set) var offsets: [Int] = []
    private(set) var fault: Note?
    private(set) var error: (any Error)?
    private var pending = ""
    private var pendingOffset = 0

    init(
        _ octets: [UInt8], piece: Int = 16 << 10, read: Int = .max, limits: Limits = Limits(), from offset: Int = 0,
        within scope: XMLScope? = nil
    ) {
        let input = ByteInput { offset in
            var handed = offset
            return { room in
                let count = min(room.count, read, octets.count - handed)
                room.copyBytes(from: octets[handed..<handed + count])
                handed += count
                return count
            }
        }
        do {
            var scanner = try XMLScanner(input, from: offset, within: scope, limits: limits, windowSize: piece)
            while try step(&scanner) {}
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

    private func step(_ scanner: inout XMLScanner) throws -> Bool {
        switch try scanner.next() {
        case .start: start(scanner)
        case .end:
            flush()
            lines.append("\(scanner.offset) </>")
        case .text:
            if pending.isEmpty { pendingOffset = scanner.offset }
            pending += scanner.text.text
        case .comment, .instruction: break
        case .finish: return false
        }
        return true
    }

    private func start(_ tag: borrowing XMLScanner) {
        flush()
        offsets.append(tag.offset)
        let namespace = tag.namespace.isEmpty ? "" : "{\(tag.namespace.text)}"
        var attributes = ""
        for index in 0..<tag.attributeCount {
            let attribute = tag.attribute(index)
            let uri = attribute.namespace.isEmpty ? "" : "{\(attribute.namespace.text)}"
            let name = "\(attribute.offset):\(uri)\(attribute.localName.text)"
            attributes += " \(name)=\(attribute.valueOffset):\(attribute.value.text.debugDescription)"
        }
        lines.append("\(tag.offset)-\(tag.end) <\(namespace)\(tag.localName.text)\(attributes)>")
    }
}
