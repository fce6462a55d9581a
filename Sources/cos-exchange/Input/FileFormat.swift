/// A format by its names: what the command line, a file's ending and a media type call it.
enum FileFormat: String, CaseIterable, Sendable {
    case json, ndjson, ics, csv, xml

    /// As it is called in a sentence.
    var title: String {
        switch self {
        case .json: "JSON"
        case .ndjson: "NDJSON"
        case .ics: "iCalendar"
        case .csv: "CSV"
        case .xml: "XML"
        }
    }

    /// What a file of the format holds, in a line.
    var summary: String {
        switch self {
        case .json: "one exchange, whole: the form to keep and to edit"
        case .ndjson: "one record a line, the header first: for pipes and large archives"
        case .ics: "a calendar to open or to subscribe to (RFC 5545)"
        case .csv: "tables for a spreadsheet"
        case .xml: "one exchange, for systems that speak XML"
        }
    }

    var isReadable: Bool { self == .json || self == .ndjson }
    var isWritable: Bool { isReadable || self == .ics }

    /// The endings of its files, the usual one first.
    var endings: [String] {
        switch self {
        case .json: ["json"]
        case .ndjson: ["ndjson", "jsonl"]
        case .ics: ["ics", "ical"]
        case .csv: ["csv", "tsv"]
        case .xml: ["xml"]
        }
    }

    var mediaType: String {
        switch self {
        case .json: "application/json"
        case .ndjson: "application/x-ndjson"
        case .ics: "text/calendar"
        case .csv: "text/csv"
        case .xml: "application/xml"
        }
    }

    /// The format that a file's name promises.
    init?(ending path: String) {
        guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return nil }
        let ending = path[path.index(after: dot)...].lowercased()
        guard let format = Self.allCases.first(where: { $0.endings.contains(ending) }) else { return nil }
        self = format
    }

    static let readable = allCases.filter(\.isReadable)
    static let writable = allCases.filter(\.isWritable)
}
