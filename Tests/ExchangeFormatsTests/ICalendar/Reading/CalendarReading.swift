import ExchangeBytes
import ExchangeDiagnostics
import ExchangeFormats
import ExchangeModel
import ExchangeSyntax

/// A calendar that was read: the exchange in it as canonical JSON, and what was said of it.
struct CalendarReading {
    private(set) var output: [UInt8] = []
    private(set) var remarks: [Diagnostic] = []
    private(set) var fault: Diagnostic?

    var text: String { String(decoding: output, as: UTF8.self) }
    var codes: [Code] { remarks.map(\.code) }

    /// Whether it is that exchange. Named, so that a test that fails does not print every octet.
    func isSame(as expected: [UInt8]) -> Bool { output == expected }

    /// `piece` is how much of the input is handed over at a time.
    init(
        _ calendar: [UInt8], window: Int = 256 << 10, piece: Int = .max, limits: Limits? = nil,
        selection: Selection = .all
    ) {
        let input = ByteInput { offset in Conversion.source(Array(calendar.dropFirst(offset)), piece: piece) }
        var wide = Limits()
        wide.string = wide.record
        var source = CalendarSource(input, limits: limits ?? wide, windowSize: window)
        var (output, remarks): ([UInt8], [Diagnostic]) = ([], [])
        let sink = { (bytes: Bytes) in output += UnsafeRawBufferPointer(start: bytes.start, count: bytes.count) }
        var writer = JSONWriter()
        do {
            try source.write(selection, into: &writer, sink: sink, report: { remarks.append($0) })
        } catch {
            fault = error as? Diagnostic
        }
        (self.output, self.remarks) = (output, remarks)
    }

    init(_ calendar: String, selection: Selection = .all) {
        self.init(Array(calendar.utf8), selection: selection)
    }
}

/// An exchange read from a calendar and written as a calendar again.
func calendar(
    from octets: [UInt8], language: String? = nil, cancelled: CalendarOptions.Cancelled = .status
) throws -> [UInt8] {
    var options = CalendarOptions()
    options.language = language
    options.cancelled = cancelled
    var limits = Limits()
    limits.string = limits.record
    var source = CalendarSource(ByteInput(octets), limits: limits)
    var output: [UInt8] = []
    let sink = { (bytes: Bytes) in output += UnsafeRawBufferPointer(start: bytes.start, count: bytes.count) }
    try CalendarExport(options).write(&source, sink: sink, report: { _ in })
    return output
}

/// Where two texts differ first, a few lines around.
func difference(_ found: [UInt8], _ expected: [UInt8]) -> String {
    let left = String(decoding: found, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let right = String(decoding: expected, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let line =
        zip(left, right).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(left.count, right.count)
    let (from, to) = (max(0, line - 6), line + 4)
    return "found:\n\(left.dropFirst(from).prefix(to - from).joined(separator: "\n"))\n"
        + "expected:\n\(right.dropFirst(from).prefix(to - from).joined(separator: "\n"))"
}
