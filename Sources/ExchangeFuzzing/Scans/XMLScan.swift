import ExchangeBytes
import ExchangeDiagnostics
import ExchangeSyntax

extension Scan {
    /// What is told of an XML document, event by event; text that is told in pieces is put together.
    mutating func scanElements(_ input: ByteInput, window: Int, limits: Limits) throws {
        var scanner = try XMLScanner(input, limits: limits, windowSize: window)
        var isText = false
        while true {
            let event = try scanner.next()
            if case .text = event {
                if isText { extend(scanner.text) } else { add("text ", scanner.text, at: scanner.offset) }
                isText = true
                continue
            }
            isText = false
            switch event {
            case .start: addTag(scanner)
            case .end: add("end ", at: scanner.end)
            case .comment: add("comment ", scanner.text, at: scanner.offset)
            case .instruction:
                add("target ", scanner.target, at: scanner.offset)
                extend(scanner.text)
            case .text: break
            case .finish: return
            }
        }
    }

    private mutating func addTag(_ tag: borrowing XMLScanner) {
        add("start ", tag.localName, at: tag.offset)
        extend(tag.namespace)
        for index in 0..<tag.attributeCount {
            let attribute = tag.attribute(index)
            add("attribute ", attribute.localName, at: attribute.offset)
            extend(attribute.namespace)
            add("is ", attribute.value, at: attribute.valueOffset)
        }
    }

    private mutating func extend(_ token: Bytes) {
        extend(UnsafeRawBufferPointer(start: token.start, count: token.count))
    }
}
