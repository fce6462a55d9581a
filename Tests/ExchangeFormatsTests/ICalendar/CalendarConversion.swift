import ExchangeBytes
import ExchangeDiagnostics
import ExchangeFormats
import ExchangeModel
import ExchangeSyntax

/// A calendar made in memory: its octets, and what was said of it.
struct CalendarConversion {
    private(set) var octets: [UInt8] = []
    private(set) var remarks: [Diagnostic] = []
    private(set) var fault: Diagnostic?
    /// How many values were withheld, and of how many records, if something was to be.
    private(set) var tally: [Int] = []

    var text: String { String(decoding: octets, as: UTF8.self) }
    var calendar: ReadCalendar { ReadCalendar(octets) }

    init(
        _ input: [UInt8], language: String? = nil, isLean: Bool = false,
        cancelled: CalendarOptions.Cancelled = .status, zones: ZoneDatabase = ZoneDatabase(), isPrivate: Bool = true
    ) {
        var options = CalendarOptions()
        options.language = language
        options.isLean = isLean
        options.cancelled = cancelled
        let export = CalendarExport(options, zones: zones)
        var limits = Limits()
        limits.string = limits.record
        var source = JSONSource(ByteInput(input), limits: limits)
        var (octets, remarks): ([UInt8], [Diagnostic]) = ([], [])
        let sink = { (bytes: Bytes) in octets += UnsafeRawBufferPointer(start: bytes.start, count: bytes.count) }
        do {
            if isPrivate {
                try export.write(&source, sink: sink, report: { remarks.append($0) })
            } else {
                var privacy = try PrivacyFilter(&source, dropsConsent: true)
                try export.write(&source, sink: sink, report: { remarks.append($0) }) {
                    privacy.admit(&$0, isCounted: $1)
                }
                tally = [privacy.tally.values, privacy.tally.records]
            }
        } catch {
            fault = error as? Diagnostic
        }
        (self.octets, self.remarks) = (octets, remarks)
    }

    init(_ input: String, language: String? = nil, isLean: Bool = false, cancelled: CalendarOptions.Cancelled = .status)
    {
        self.init(Array(input.utf8), language: language, isLean: isLean, cancelled: cancelled)
    }
}

/// An exchange of one event, as short as can be.
struct EventDraft {
    var header =
        #""id":"x","languages":["it","ar"],"generated":"2026-05-04T09:00:00Z","baseURI":"https://a.example/id/""#
    var name = #"{"it":"Titolo","ar":"عنوان","fr":"Titre"}"#
    var members = #""status":"scheduled","timeZone":"Europe/Rome""#
    var slots = #"{"id":"s","start":"2026-05-29T10:00","end":"2026-05-29T13:00"}"#
    /// Other arrays of the exchange, each with a comma behind it.
    var others = ""

    /// The calendar of the event.
    func calendar(
        _ language: String? = nil, isLean: Bool = false, cancelled: CalendarOptions.Cancelled = .status
    ) -> CalendarConversion {
        CalendarConversion(text, language: language, isLean: isLean, cancelled: cancelled)
    }

    var text: String {
        "{\(header),\(others)\"events\":[{\"id\":\"e\",\"name\":\(name),\(members),\"slots\":[\(slots)]}]}"
    }
}
