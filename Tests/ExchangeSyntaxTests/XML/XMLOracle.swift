import CLibXML2

/// What libxml2's own parser makes of a document: the oracle that the scanner is held against.
final class XMLOracle {
    /// One line for each event.
    private(set) var lines: [String] = []
    /// Whether the document is well-formed, its namespaces too, and has no document type declaration.
    private(set) var isWellFormed = false
    /// What a schema says of it.
    private(set) var violations: [String] = []
    /// What the library said first.
    private(set) var message = ""
    private var hasDeclaration = false
    private var pending = ""

    /// The library parses the whole document.
    init(_ octets: [UInt8], schema: [UInt8]? = nil) {
        exchange_prepare()
        octets.withUnsafeBytes { raw in
            let start = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
            guard !raw.isEmpty, let context = xmlNewParserCtxt() else { return }
            defer { xmlFreeParserCtxt(context) }
            let parse = {
                xmlFreeDoc(xmlCtxtReadMemory(context, start, Int32(raw.count), nil, nil, exchange_options()))
            }
            let functions = Self.functions
            context.pointee.sax.pointee = functions
            let own = Unmanaged.passUnretained(self).toOpaque()
            context.pointee.userData = own
            context.pointee._private = own
            if let schema {
                withExtendedLifetime(self) { validate(context, schema, parse) }
            } else {
                withExtendedLifetime(self) { parse() }
            }
            flush()
            let isWhole = context.pointee.wellFormed == 1 && context.pointee.nsWellFormed == 1
            isWellFormed = isWhole && !hasDeclaration
        }
    }

    private func validate(_ context: xmlParserCtxtPtr, _ octets: [UInt8], _ parse: () -> Void) {
        octets.withUnsafeBytes { raw in
            let start = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
            guard let parser = xmlSchemaNewMemParserCtxt(start, Int32(raw.count)) else { return }
            defer { xmlSchemaFreeParserCtxt(parser) }
            guard let schema = xmlSchemaParse(parser), let validator = xmlSchemaNewValidCtxt(schema) else { return }
            defer {
                xmlSchemaFreeValidCtxt(validator)
                xmlSchemaFree(schema)
            }
            let own = Unmanaged.passUnretained(self).toOpaque()
            xmlSchemaSetValidStructuredErrors(
                validator,
                { data, error in
                    guard let data, let error else { return }
                    let found = exchange_read_error(error)
                    let oracle = Unmanaged<XMLOracle>.fromOpaque(data).takeUnretainedValue()
                    oracle.violations.append(found.message.map { String(cString: $0) } ?? "")
                }, own)
            let before = context.pointee.sax
            guard let plug = xmlSchemaSAXPlug(validator, &context.pointee.sax, &context.pointee.userData) else {
                return
            }
            context.pointee.sax.pointee.serror = Self.functions.serror
            parse()
            xmlSchemaSAXUnplug(plug)
            context.pointee.sax = before
        }
    }

    private func flush() {
        if !pending.isEmpty { lines.append(pending.debugDescription) }
        pending = ""
    }

    private func add(_ line: String) {
        flush()
        lines.append(line)
    }

    private static func text(_ start: UnsafePointer<UInt8>?) -> String {
        // The library writes an ampersand as a reference in some places.
        (start.map { String(cString: $0) } ?? "").replacing("&#38;", with: "&")
    }

    private static func of(_ data: UnsafeMutableRawPointer?) -> XMLOracle? {
        data.map { Unmanaged<XMLOracle>.fromOpaque($0).takeUnretainedValue() }
    }

    private static var functions: xmlSAXHandler {
        var functions = xmlSAXHandler()
        functions.initialized = UInt32(XML_SAX2_MAGIC)
        functions.internalSubset = { data, _, _, _ in XMLOracle.of(data)?.hasDeclaration = true }
        functions.startElementNs = { data, name, prefix, uri, declared, namespaces, count, _, attributes in
            var line = "<{\(XMLOracle.text(uri))}\(XMLOracle.text(prefix)):\(XMLOracle.text(name))"
            for index in 0..<Int(declared) {
                line += " xmlns:\(XMLOracle.text(namespaces?[2 * index]))="
                line += XMLOracle.text(namespaces?[2 * index + 1]).debugDescription
            }
            for index in 0..<Int(count) {
                let parts = (0..<5).map { attributes?[5 * index + $0] }
                var value = ""
                if let first = parts[3], let end = parts[4] {
                    value = String(decoding: UnsafeBufferPointer(start: first, count: end - first), as: UTF8.self)
                }
                line += " {\(XMLOracle.text(parts[2]))}\(XMLOracle.text(parts[1])):\(XMLOracle.text(parts[0]))="
                line += value.replacing("&#38;", with: "&").debugDescription
            }
            XMLOracle.of(data)?.add(line)
        }
        functions.endElementNs = { data, _, _, _ in XMLOracle.of(data)?.add("</>") }
        let characters: charactersSAXFunc = { data, start, count in
            XMLOracle.of(data)?.pending += String(
                decoding: UnsafeBufferPointer(start: start, count: Int(count)), as: UTF8.self)
        }
        functions.characters = characters
        functions.ignorableWhitespace = characters
        functions.cdataBlock = characters
        functions.comment = { data, text in XMLOracle.of(data)?.add("<!--\(XMLOracle.text(text))") }
        functions.processingInstruction = { data, target, text in
            XMLOracle.of(data)?.add("<?\(XMLOracle.text(target)) \(XMLOracle.text(text))")
        }
        functions.serror = { _, error in
            guard let error else { return }
            let found = exchange_read_error(error)
            guard let oracle = XMLOracle.of(found.owner), oracle.message.isEmpty else { return }
            oracle.message = found.message.map { String(cString: $0) } ?? ""
        }
        return functions
    }
}
