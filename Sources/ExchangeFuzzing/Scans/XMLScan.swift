import ExchangeBytes
import ExchangeDiagnostics
import ExchangeSyntax

extension Scan {
    /// What is told of an XML document, event by event; text that is told in pieces is put together.
    mutating func scanElements(_ input: ByteInput, window: Int, limits: Limits) throws {
        let events = XMLScan()
        defer { self = events.scan }
        try XMLPushParser(events, limits: limits, pieceSize: window).parse(try input.open())
    }

    fileprivate init() {}
}

private final class XMLScan: XMLReceiver {
    var scan = Scan()
    private var isText = false
    /// Where the latest start tag ends. libxml2 tells of one that the input's end cuts off too, before it says so: only
    /// what follows the tag shows that it has an end.
    private var tagEnd: Int?

    private func closeTag() {
        if let tagEnd { scan.add("open", at: tagEnd) }
        tagEnd = nil
    }

    func start(_ tag: XMLTag) throws {
        isText = false
        closeTag()
        scan.add("start ", tag.localName, at: tag.offset)
        scan.extend(tag.namespace)
        for index in 0..<tag.attributeCount {
            let attribute = tag.attribute(index)
            scan.add("attribute ", attribute.localName, at: tag.nameOffset(index))
            scan.extend(attribute.namespace)
            scan.add("is ", attribute.value, at: tag.valueOffset(index))
        }
        tagEnd = tag.end
    }

    func end(at offset: Int, until end: Int) throws {
        isText = false
        closeTag()
        // An empty element ends with the tag that began it.
        scan.add("end ", at: end)
        Array("\(offset)".utf8).withUnsafeBytes { scan.extend($0) }
    }

    func text(_ run: XMLRun, in parser: XMLPushParser) throws {
        closeTag()
        if isText { scan.extend(run) } else { scan.add("text ", run, at: parser.textOffset) }
        isText = true
    }

    func comment(_ run: XMLRun) throws {}
    func instruction(_ target: XMLRun, _ data: XMLRun) throws {}
}
