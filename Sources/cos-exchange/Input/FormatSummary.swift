import ExchangeFormats

extension Format {
    /// What a file of the format holds, in a line.
    var summary: String {
        switch self {
        case .json: "one exchange, whole: the form to keep and to edit"
        case .ndjson: "one record a line, the header first: for pipes and large archives"
        case .ics: "a calendar to open or to subscribe to (RFC 5545)"
        case .csv: "tables: a folder of them, or one file (RFC 4180)"
        case .xml: "one exchange, for systems that speak XML"
        case .jsonld: "for search engines, in the terms of schema.org (JSON-LD 1.1)"
        case .geojson: "places, events and routes for a map (RFC 7946)"
        }
    }

    static let readable = allCases.filter(\.isReadable)
}
