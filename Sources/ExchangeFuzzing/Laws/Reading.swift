import ExchangeBytes
import ExchangeDiagnostics
import ExchangeFormats
import ExchangeModel
import ExchangeSyntax

/// What a reader makes of an input: its records in canonical JSON, and what is said of it.
struct Reading: Equatable {
    private(set) var json: [UInt8] = []
    private(set) var lines: [UInt8] = []
    private(set) var findings: [Diagnostic] = []
    /// How often each code was found, told or not.
    private(set) var totals: [Code: Int] = [:]
    /// What kept the reader from going on.
    private(set) var fault: Diagnostic?
    /// An error that is no fault of the input.
    private(set) var failure: String?

    /// The clocks that are the same on every machine.
    static let zones = ZoneDatabase.embedded

    /// Reads everything up to the first fault; a window shows so many octets at a time, or a few more.
    init(_ format: Format, _ octets: [UInt8], window: Int, limits: Limits = Limits()) {
        let input = ByteInput(octets)
        switch format {
        case .ndjson: read(JSONLinesSource(input, limits: limits, windowSize: window))
        case .csv: read(CSVSource(input, limits: limits, windowSize: window))
        case .ics: read(CalendarSource(input, limits: limits, windowSize: window, zones: Self.zones))
        case .xml: read(XMLSource(input, limits: limits, windowSize: window))
        case .json, .jsonld, .geojson: read(JSONSource(input, limits: limits, windowSize: window))
        }
    }

    private mutating func read(_ source: consuming some ExchangeSource & ~Copyable) {
        var document = JSONWriter()
        var writer = JSONLinesWriter()
        var output = ByteBuffer()
        var lineOutput = ByteBuffer()
        var findings: [Diagnostic] = []
        do {
            try source.read(.all, report: { findings.append($0) }) { record in
                document.write(record, to: &output)
                writer.write(record, to: &lineOutput)
            }
            document.finish(to: &output)
            writer.finish(to: &lineOutput)
        } catch let diagnostic as Diagnostic {
            fault = diagnostic
        } catch {
            failure = "\(error)"
        }
        self.findings = findings
        (json, lines) = (output.bytes.octets, lineOutput.bytes.octets)
        totals = source.counter.totals
    }
}
