import ExchangeBytes
import ExchangeDiagnostics
import ExchangeFormats
import ExchangeModel
import ExchangeSyntax
import Foundation

/// What of an exchange may go out, in every form that it can take, and how much was withheld.
struct Withheld {
    private(set) var json = ""
    private(set) var lines = ""
    /// How many values, and of how many records.
    private(set) var tally: [Int] = []
    private(set) var remarks: [Diagnostic] = []

    init(_ input: String, today: String? = nil, dropsConsent: Bool = false) throws {
        let octets = Array(input.utf8)
        let today = today.flatMap { LocalDate($0) }
        var source = JSONSource(ByteInput(octets))
        var filter = try PrivacyFilter(&source, today: today, dropsConsent: dropsConsent)
        var (json, lines, remarks): ([UInt8], [UInt8], [Diagnostic]) = ([], [], [])
        var writer = JSONWriter()
        try source.write(
            into: &writer, sink: { json += UnsafeRawBufferPointer(start: $0.start, count: $0.count) },
            report: { remarks.append($0) }, filter: { filter.admit(&$0) })
        tally = [filter.tally.values, filter.tally.records]
        var other = try PrivacyFilter(&source, today: today, dropsConsent: dropsConsent)
        var lineWriter = JSONLinesWriter()
        try source.write(
            into: &lineWriter, sink: { lines += UnsafeRawBufferPointer(start: $0.start, count: $0.count) },
            report: { remarks.append($0) }, filter: { other.admit(&$0) })
        self.json = String(decoding: json, as: UTF8.self)
        self.lines = String(decoding: lines, as: UTF8.self)
        self.remarks = remarks
    }

    /// The records of an array, as objects.
    func records(_ collection: String) throws -> [[String: Any]] {
        let document = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        return document?[collection] as? [[String: Any]] ?? []
    }

    /// The ids of the records of an array.
    func ids(_ collection: String) throws -> [String] { try records(collection).compactMap { $0["id"] as? String } }
}
