import ExchangeBytes
import ExchangeFormats

/// A document that grows in one way alone: what is hostile, or only large, must not cost the square of its size.
struct Shape: Sendable {
    let name: String
    /// How the tool is asked to read it, before its path.
    let arguments: [String]
    /// The ending of its file.
    let ending: String
    /// The document of that size, in parts.
    let write: @Sendable (_ size: Int, _ part: (String) throws -> Void) throws -> Void

    /// The programme in each form: `size` is its events. Forms other than JSON are made of it by the tool itself.
    static let forms = Format.allCases.filter(\.isReadable).map(\.rawValue)

    private static func repeated(
        _ name: String, _ ending: String, _ before: String, _ piece: String, _ after: String,
        arguments: [String] = ["validate", "--report", "short", "--exit-zero", "-q"]
    ) -> Shape {
        Shape(name: name, arguments: arguments, ending: ending) { size, part in
            try part(before)
            // In runs, for a part is a call.
            let run = 500
            let pieces = String(repeating: piece, count: run)
            for _ in 0..<size / run { try part(pieces) }
            try part(String(repeating: piece, count: size % run))
            try part(after)
        }
    }

    private static let header = #""format": "cos-exchange", "id": "x""#
    private static let root = "<exchange xmlns=\"urn:cos-exchange:1\" id=\"x\">"
    private static let event = "BEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:20260101\r\n"
    private static let calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n"
    private static let calendarEnd = "END:VEVENT\r\nEND:VCALENDAR\r\n"

    /// The attack shapes; `size` is how often the piece comes.
    static let attacks: [Shape] = [
        repeated("JSON: one long string", "json", "{\(header), \"generator\": \"", "abcdefgh", "\"}"),
        repeated("JSON: one string of escapes", "json", "{\(header), \"generator\": \"", "\\u00e8", "\"}"),
        repeated("JSON: quotation marks alone", "json", "", "\"", ""),
        repeated("JSON: commas alone", "json", "{\(header), \"languages\": [\"it\"", ",\"it\"", "]}"),
        repeated("JSON: arrays within arrays", "json", "{\(header), \"x-deep\": ", "[", ""),
        repeated("JSON: one number of many digits", "json", "{\(header), \"x-number\": 1", "0", "}"),
        repeated("JSON: records without anything", "json", "{\(header), \"places\": [{}", ",{}", "]}"),
        repeated("CSV: quotation marks alone", "csv", "record,id\r\nexchange,", "\"", "\r\n"),
        repeated("CSV: one quoted cell of line ends", "csv", "record,id\r\nexchange,\"", "a\r\n", "\"\r\n"),
        repeated("CSV: one row of commas", "csv", "record,id\r\nexchange,x", ",", "\r\n"),
        repeated("CSV: one header of commas", "csv", "record,id", ",", "\r\nexchange,x\r\n"),
        repeated("CSV: empty rows", "csv", "record,id\r\nexchange,x\r\n", ",\r\n", ""),
        repeated("CSV: records with the same id", "csv", "record,id\r\nexchange,x\r\n", "place,p\r\n", ""),
        repeated("XML: elements within elements", "xml", root, "<a>", ""),
        repeated("XML: one tag of attributes", "xml", "<exchange xmlns=\"urn:cos-exchange:1\"", " a=\"b\"", "/>"),
        repeated("XML: one long text", "xml", root + "<generator>", "abcdefgh", "</generator></exchange>"),
        repeated("XML: character references", "xml", root + "<generator>", "&#232;", "</generator></exchange>"),
        repeated("XML: unknown elements", "xml", root, "<a xmlns=\"urn:x\"/>", "</exchange>"),
        repeated("XML: comments", "xml", root, "<!-- c -->", "</exchange>"),
        repeated("iCalendar: one folded line", "ics", calendar + event + "SUMMARY:a", "\r\n b", "\r\n" + calendarEnd),
        repeated("iCalendar: one long line", "ics", calendar + event + "SUMMARY:", "abcdefgh", "\r\n" + calendarEnd),
        repeated("iCalendar: categories", "ics", calendar + event + "CATEGORIES:a", ",b", "\r\n" + calendarEnd),
        repeated("iCalendar: parameters", "ics", calendar + event + "SUMMARY", ";X-A=b", ":c\r\n" + calendarEnd),
        repeated("iCalendar: unknown lines", "ics", calendar + event, "X-A:b\r\n", calendarEnd),
        repeated("iCalendar: components within each other", "ics", calendar, "BEGIN:VEVENT\r\n", ""),
        repeated(
            "iCalendar: the same event again and again", "ics", calendar,
            event + "SUMMARY:a\r\nEND:VEVENT\r\n", "END:VCALENDAR\r\n"),
    ]
}
