import CLibXML2
import ExchangeDiagnostics
import ExchangeSyntax

/// Whether octets are XML: what is read must be what libxml2 takes for well-formed, and nothing else.
struct XMLVerdict {
    private let octets: [UInt8]

    init(_ octets: [UInt8]) { self.octets = octets }

    func check(_ breaches: inout Breaches) {
        // For libxml2 the input ends with a NUL.
        if octets.contains(0) { return }
        let scan = Scan(.xml, octets, window: 1 << 12, limits: Limits())
        switch scan.fault?.code {
        case nil:
            breaches.expect(isTakenByLibrary, "is read as XML, and libxml2 refuses it")
        case .notWellFormed, .unexpectedEnd:
            breaches.expect(
                !isTakenByLibrary,
                "is refused (\(scan.fault?.detail ?? "") at \(scan.fault?.offset ?? 0)), and libxml2 takes it for XML")
        // Refused for what is more than XML asks for: a document type, another encoding, a limit, a noncharacter.
        default: break
        }
    }

    /// Whether libxml2 takes the octets for well-formed XML 1.0 with namespaces that are declared. It knows none of the
    /// limits of this package, and lets pass what the package refuses.
    private var isTakenByLibrary: Bool {
        exchange_prepare()
        guard let context = xmlNewParserCtxt() else { return false }
        defer { xmlFreeParserCtxt(context) }
        let silent = Int32(bitPattern: XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
        let document = octets.withUnsafeBytes { octets in
            let start = octets.bindMemory(to: CChar.self).baseAddress
            return xmlCtxtReadMemory(context, start, Int32(octets.count), nil, nil, exchange_options() | silent)
        }
        guard let document else { return false }
        defer { xmlFreeDoc(document) }
        return context.pointee.wellFormed != 0 && context.pointee.nsWellFormed != 0
    }
}
