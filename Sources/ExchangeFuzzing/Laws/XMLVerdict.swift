import ExchangeDiagnostics
import ExchangeSyntax

/// Whether octets are XML: what is read must be what libxml2 takes for well-formed, and nothing else.
struct XMLVerdict {
    private let octets: [UInt8]

    init(_ octets: [UInt8]) { self.octets = octets }

    func check(_ breaches: inout Breaches) {
        let scan = Scan(.xml, octets, window: 1 << 12, limits: Limits())
        switch scan.fault?.code {
        case nil:
            breaches.expect(XMLLibrary.accepts(octets), "is read as XML, and libxml2 refuses it")
        case .notWellFormed, .unexpectedEnd:
            breaches.expect(
                !XMLLibrary.accepts(octets),
                "is refused (\(scan.fault?.detail ?? "") at \(scan.fault?.offset ?? 0)), and libxml2 takes it for XML")
        // Refused for what is more than XML asks for: a document type, another encoding, a limit, a noncharacter.
        default: break
        }
    }
}
