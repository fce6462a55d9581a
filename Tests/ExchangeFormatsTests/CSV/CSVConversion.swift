import ExchangeBytes
import ExchangeDiagnostics
import ExchangeFormats
import ExchangeModel
import ExchangeSyntax

/// Tables in memory: what was written, or is to be read.
struct CSVFiles: Equatable {
    var files: [(name: String, octets: [UInt8])] = []
    var tables: [CSVTableSummary] = []
    var fault: Diagnostic?
    var remarks: [Diagnostic] = []

    /// The tables of a document in JSON.
    init(_ json: [UInt8], _ options: CSVOptions = CSVOptions(), limits: Limits = Limits()) {
        var source = JSONSource(ByteInput(json), limits: limits)
        self.init(&source, options)
    }

    /// The tables of whatever a source holds.
    init(_ source: inout some ExchangeSource & ~Copyable, _ options: CSVOptions = CSVOptions()) {
        var files: [(name: String, octets: [UInt8])] = []
        var remarks: [Diagnostic] = []
        if options.layout == .stacked { files.append(("", [])) }
        do {
            tables = try CSVExport(options).write(
                &source, file: { files.append(($0, [])) },
                sink: {
                    files[files.count - 1].octets += UnsafeRawBufferPointer(start: $0.start, count: $0.count)
                }, report: { remarks.append($0) })
        } catch {
            fault = error as? Diagnostic
        }
        self.files = files
        self.remarks = remarks
    }

    init(_ files: [(String, String)]) { self.files = files.map { ($0, Array($1.utf8)) } }

    init(single text: String) { files = [("", Array(text.utf8))] }

    static func == (left: Self, right: Self) -> Bool {
        left.files.map(\.name) == right.files.map(\.name) && left.files.map(\.octets) == right.files.map(\.octets)
    }

    subscript(name: String) -> String? {
        files.first { $0.name == name }.map { String(decoding: $0.octets, as: UTF8.self) }
    }

    var text: String {
        files.map { "--- \($0.name)\n" + String(decoding: $0.octets, as: UTF8.self) }.joined()
    }

    /// A source of them, handed over in pieces of a size.
    func source(window: Int = 256 << 10, piece: Int = .max, limits: Limits = Limits()) -> CSVSource {
        let inputs = files.map { file in
            InputPackage.File(
                file.name,
                ByteInput { offset in Conversion.source(Array(file.octets.dropFirst(offset)), piece: piece) })
        }
        if files.count == 1, files[0].name.isEmpty {
            return CSVSource(inputs[0].input, limits: limits, windowSize: window)
        }
        return CSVSource(InputPackage(inputs), limits: limits, windowSize: window)
    }

    /// The canonical document of what the tables say, and all that is said about them, with lines and columns.
    func json(
        window: Int = 256 << 10, piece: Int = .max, limits: Limits = Limits(), selection: Selection = .all
    ) -> CSVReading {
        var source = source(window: window, piece: piece, limits: limits)
        var reading = CSVReading()
        var (output, remarks): ([UInt8], [Diagnostic]) = ([], [])
        do {
            var writer = JSONWriter()
            try source.write(
                selection, into: &writer,
                sink: { output += UnsafeRawBufferPointer(start: $0.start, count: $0.count) },
                report: { remarks.append($0) })
        } catch {
            reading.fault = (error as? Diagnostic).map { located($0) }
        }
        reading.output = output
        reading.remarks = remarks.map { located($0) }
        reading.totals = source.counter.totals
        return reading
    }

    /// A finding with its lines and columns, and with the file it is in.
    private func located(_ diagnostic: Diagnostic) -> Diagnostic {
        var found = diagnostic
        let place = InputPackage.place(of: diagnostic.location.position.offset)
        guard files.indices.contains(place.file) else { return found }
        var finder = LineFinder(ByteInput(files[place.file].octets))
        found.location.file = files[place.file].name
        do { found.location.position = try finder.position(of: place.offset) } catch { return found }
        return found
    }
}

/// What tables were read as.
struct CSVReading {
    var output: [UInt8] = []
    var remarks: [Diagnostic] = []
    var fault: Diagnostic?
    var totals: [Code: Int] = [:]

    var text: String { String(decoding: output, as: UTF8.self) }
}

extension CSVOptions {
    /// A few of the ways in which tables are written.
    static let ways: [CSVOptions] = {
        var spreadsheet = CSVOptions()
        spreadsheet.isForSpreadsheet = true
        var semicolons = CSVOptions(layout: .stacked)
        semicolons.isForSpreadsheet = true
        semicolons.separator = UInt8(ascii: ";")
        var full = CSVOptions()
        full.keepsEmptyColumns = true
        full.separator = 0x09
        return [CSVOptions(), CSVOptions(layout: .stacked), spreadsheet, semicolons, full]
    }()
}
