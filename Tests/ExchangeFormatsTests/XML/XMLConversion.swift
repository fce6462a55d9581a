import ExchangeBytes
import ExchangeDiagnostics
import ExchangeFormats
import ExchangeModel
import ExchangeSyntax

/// A conversion from or to XML in memory: what it writes, and what it says.
struct XMLConversion {
    var output: [UInt8] = []
    var remarks: [Diagnostic] = []
    var fault: Diagnostic?
    var totals: [Code: Int] = [:]

    var text: String { String(decoding: output, as: UTF8.self) }

    /// Everything that is said, in the order of the input: `12:5 S401 …`.
    var findings: [String] {
        (remarks + (fault.map { [$0] } ?? [])).map {
            "\($0.location.position.line):\($0.location.position.column) \($0.code.rawValue)"
        }
    }

    init(
        _ input: [UInt8], from origin: Format = .xml, to format: Format = .json, piece: Int = 16 << 10,
        read: Int = .max, limits: Limits = Limits(), selection: Selection = .all
    ) {
        let bytes = ByteInput { offset in Conversion.source(Array(input.dropFirst(offset)), piece: read) }
        do {
            if origin == .xml {
                var source = XMLSource(bytes, limits: limits, windowSize: piece)
                defer { totals = source.counter.totals }
                try convert(&source, to: format, selection)
            } else {
                var source = JSONSource(bytes, limits: limits)
                defer { totals = source.counter.totals }
                try convert(&source, to: format, selection)
            }
        } catch {
            fault = error as? Diagnostic
            if fault == nil {
                fault = Diagnostic(.jsonSyntax, message: "\(error)", at: .init(position: .init(offset: 0), path: ""))
            }
        }
        var finder = LineFinder(ByteInput(input))
        var found = remarks + (fault.map { [$0] } ?? [])
        do { try finder.locate(&found) } catch { return }
        if fault != nil { fault = found.removeLast() }
        remarks = found
    }

    init(_ input: String, from origin: Format = .xml, to format: Format = .json, piece: Int = 16 << 10) {
        self.init(Array(input.utf8), from: origin, to: format, piece: piece)
    }

    private mutating func convert(
        _ source: inout some ExchangeSource & ~Copyable, to format: Format, _ selection: Selection
    ) throws {
        var (output, remarks): ([UInt8], [Diagnostic]) = ([], [])
        defer { (self.output, self.remarks) = (output, remarks) }
        let sink = { (bytes: Bytes) in output += UnsafeRawBufferPointer(start: bytes.start, count: bytes.count) }
        if format == .xml {
            var writer = XMLWriter()
            try source.write(selection, into: &writer, sink: sink, report: { remarks.append($0) })
        } else {
            var writer = JSONWriter()
            try source.write(selection, into: &writer, sink: sink, report: { remarks.append($0) })
        }
    }
}
