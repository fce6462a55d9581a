import CLibXML2
import ExchangeBytes
import ExchangeDiagnostics

/// Checks documents against a schema (XSD 1.0) with libxml2, while they stream by.
///
/// The documents are cut by `XMLScanner`, whose events the library's validator is told as if its own parser had found
/// them: nothing is parsed twice, a document is refused for the same reasons as everywhere, and nothing but its octets
/// is read; neither what `xsi:schemaLocation` names, nor what the schema itself would import.
public final class XMLSchemaCheck {
    private let schema: xmlSchemaPtr
    private let namespace: String

    /// Thrown where the schema itself is none.
    public struct SchemaFault: Error, CustomStringConvertible {
        /// What the library says is wrong with it.
        public let description: String
    }

    /// A schema, as the octets of its XSD; the namespace that it is about is left out of messages.
    public init(_ octets: [UInt8], namespace: String) throws {
        self.namespace = namespace
        exchange_prepare()
        let messages = XMLSchemaMessages()
        let compiled: xmlSchemaPtr? = octets.withUnsafeBytes { raw in
            let start = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
            guard let context = xmlSchemaNewMemParserCtxt(start, Int32(raw.count)) else { return nil }
            defer { xmlSchemaFreeParserCtxt(context) }
            let data = Unmanaged.passUnretained(messages).toOpaque()
            xmlSchemaSetParserStructuredErrors(context, XMLSchemaMessages.function, data)
            return withExtendedLifetime(messages) { xmlSchemaParse(context) }
        }
        guard let compiled else {
            throw SchemaFault(description: messages.first ?? "no memory for a schema")
        }
        schema = compiled
    }

    deinit { xmlSchemaFree(schema) }

    /// Checks a document from its first octet to its last, and reports each violation at the start tag of the element
    /// that it is about; answers how many there were, told or not.
    ///
    /// A thrown `Note` means that it is no document, or not one that is read.
    public func check(
        _ input: ByteInput, limits: Limits = Limits(), telling limit: Int = 100, report: (Diagnostic) -> Void
    ) throws -> DiagnosticCounter {
        guard let context = xmlSchemaNewValidCtxt(schema) else { throw XMLMemory() }
        defer { xmlSchemaFreeValidCtxt(context) }
        return try withoutActuallyEscaping(report) { report in
            let run = XMLSchemaRun(namespace, DiagnosticCounter(limit: limit), report)
            defer { run.report = { _ in } }
            xmlSchemaSetValidStructuredErrors(context, XMLSchemaRun.function, Unmanaged.passUnretained(run).toOpaque())
            try withExtendedLifetime(run) {
                var scanner = try XMLScanner(input, limits: limits)
                var events = try XMLSchemaEvents(context)
                defer { events.end() }
                try run.hear(&scanner, &events)
            }
            return run.counter
        }
    }
}

/// The library found no memory.
struct XMLMemory: Error {}

/// What the library says of a schema that is none.
private final class XMLSchemaMessages {
    var first: String?

    static let function: xmlStructuredErrorFunc = { data, error in
        guard let data, let error else { return }
        let messages = Unmanaged<XMLSchemaMessages>.fromOpaque(data).takeUnretainedValue()
        let found = exchange_read_error(error)
        if messages.first == nil, let message = found.message { messages.first = String(cString: message) }
    }
}

/// One document that is checked: knows where the elements are that violations are about.
private final class XMLSchemaRun {
    private let namespace: String
    private(set) var counter: DiagnosticCounter
    var report: (Diagnostic) -> Void
    /// Where the element begins that the latest event is about, or the text.
    private var latest = 0

    init(_ namespace: String, _ counter: DiagnosticCounter, _ report: @escaping (Diagnostic) -> Void) {
        (self.namespace, self.counter, self.report) = (namespace, counter, report)
    }

    /// Hands over a document, event by event.
    func hear(_ scanner: inout XMLScanner, _ events: inout XMLSchemaEvents) throws {
        var open = Store<Int>()
        while true {
            switch try scanner.next() {
            case .start:
                latest = scanner.offset
                open.append(latest)
                events.start(scanner)
            case .end:
                latest = open[open.count &- 1]
                open.truncate(to: open.count &- 1)
                events.end(at: scanner.depth)
            case .text:
                let blanks = scanner.text.leadingXMLBlanks
                if blanks < scanner.text.count { latest = scanner.offset &+ blanks }
                events.text(scanner.text)
            case .comment, .instruction: continue
            case .finish: return
            }
        }
    }

    static let function: xmlStructuredErrorFunc = { data, error in
        guard let data, let error else { return }
        Unmanaged<XMLSchemaRun>.fromOpaque(data).takeUnretainedValue().found(exchange_read_error(error))
    }

    private func found(_ error: exchange_error) {
        guard error.level >= Int32(XML_ERR_ERROR.rawValue), counter.admits(.schemaViolation) else { return }
        let location = Diagnostic.Location(position: Position(offset: latest), path: "")
        let message = error.message.map { sentence(String(cString: $0)) }
        report(Diagnostic(.schemaViolation, message: message, at: location))
    }

    /// The library's words, without the namespace that everything is in, on one line without a full stop.
    private func sentence(_ message: String) -> String {
        var words = message.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        words = words.split(separator: "{\(namespace)}", omittingEmptySubsequences: false).joined()
        while words.hasSuffix(".") { words.removeLast() }
        return words.prefix(1).lowercased() + words.dropFirst().prefix(600)
    }
}
