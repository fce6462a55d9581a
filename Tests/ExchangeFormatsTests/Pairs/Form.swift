import ExchangeBytes
import ExchangeDiagnostics
import ExchangeFormats
import ExchangeModel
import ExchangeSyntax

/// Each form in which an exchange can be had whole.
enum Form: String, CaseIterable {
    case json, ndjson, package, stacked, spreadsheet, ics, xml

    var format: Format {
        switch self {
        case .json: .json
        case .ndjson: .ndjson
        case .package, .stacked, .spreadsheet: .csv
        case .ics: .ics
        case .xml: .xml
        }
    }

    private var options: WritingOptions {
        var options = WritingOptions()
        options.table.layout = self == .package ? .package : .stacked
        options.table.isForSpreadsheet = self == .spreadsheet
        options.table.separator = UInt8(ascii: self == .spreadsheet ? ";" : ",")
        return options
    }

    /// The zones are looked up once for all conversions.
    private static let zones = ZoneDatabase()

    /// An exchange in a form: one file, or several.
    struct Copy: Equatable {
        var files: [File] = []

        struct File: Equatable {
            let name: String
            var octets: [UInt8] = []
        }

        var text: String {
            files.map { "--- \($0.name)\n" + String(decoding: $0.octets, as: UTF8.self) }.joined(separator: "\n")
        }
    }

    /// An exchange in this form.
    func write(_ source: inout some ExchangeSource & ~Copyable) throws -> Copy {
        var copy = Copy()
        let writer = FormatWriter(format, options, zones: Self.zones)
        try writer.write(&source, file: { copy.files.append(Copy.File(name: $0)) }) { bytes in
            if copy.files.isEmpty { copy.files.append(Copy.File(name: rawValue)) }
            copy.files[copy.files.count - 1].octets += UnsafeRawBufferPointer(start: bytes.start, count: bytes.count)
        }
        return copy
    }

    /// What a copy in this form says, in another form.
    func convert(_ copy: Copy, to other: Form) throws -> Copy {
        let files = copy.files.map { InputPackage.File($0.name, ByteInput($0.octets)) }
        let input = self == .package ? FormatInput.package(InputPackage(files)) : FormatInput.file(files[0].input)
        guard var source = FormatSource(format, input, zones: Self.zones) else { throw Unreadable() }
        return try other.write(&source)
    }

    struct Unreadable: Error {}
}
