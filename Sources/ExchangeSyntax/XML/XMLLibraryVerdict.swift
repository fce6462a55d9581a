import CLibXML2

extension XMLLibrary {
    /// Whether the library takes octets in memory for a document: well-formed XML 1.0 with namespaces that are declared.
    ///
    /// It is asked to compare with, and for nothing else. It knows none of the limits of this package, and lets pass what
    /// the package refuses: document types, characters that are none.
    public static func accepts(_ octets: [UInt8]) -> Bool {
        _ = XMLPushParser.library
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
