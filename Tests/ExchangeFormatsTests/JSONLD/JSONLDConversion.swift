import ExchangeBytes
import ExchangeDiagnostics
import ExchangeFormats
import ExchangeModel
import ExchangeSyntax
import Foundation
import Testing

/// An export made in memory: its octets, and what was said of it.
struct Export {
    private(set) var octets: [UInt8] = []
    private(set) var remarks: [Diagnostic] = []

    var text: String { String(decoding: octets, as: UTF8.self) }

    init(_ format: Format, _ input: [UInt8], isPrivate: Bool = true) throws {
        var limits = Limits()
        limits.string = limits.record
        var source = JSONSource(ByteInput(input), limits: limits)
        var (octets, remarks): ([UInt8], [Diagnostic]) = ([], [])
        let sink = { (bytes: Bytes) in octets += bytes.octets }
        let report = { (diagnostic: Diagnostic) in remarks.append(diagnostic) }
        var privacy = isPrivate ? nil : try PrivacyFilter(&source, dropsConsent: true)
        let filter = { (record: inout Record, isWritten: Bool) in
            privacy?.admit(&record, isCounted: isWritten) ?? true
        }
        if format == .jsonld {
            try JSONLDExport().write(&source, sink: sink, report: report, filter: filter)
        } else {
            try GeoJSONExport().write(&source, sink: sink, report: report, filter: filter)
        }
        (self.octets, self.remarks) = (octets, remarks)
    }

    init(_ format: Format, _ input: String, isPrivate: Bool = true) throws {
        try self.init(format, Array(input.utf8), isPrivate: isPrivate)
    }

    func document() throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(octets)) as? [String: Any])
    }

    /// The nodes of a graph, or the features of a collection.
    func items() throws -> [[String: Any]] {
        let document = try document()
        return try #require((document["@graph"] ?? document["features"]) as? [[String: Any]])
    }

    /// Whether it is JSON in which no object has two members of a name, as our own reader knows.
    var isStrictJSON: Bool { Conversion(octets).fault == nil }

    var losses: [String] { remarks.filter { [.jsonLDDrops, .geoJSONDrops].contains($0.code) }.map(\.message) }
}

/// An exchange of one event, as short as can be.
struct ShortEvent {
    var header = #""id":"x","baseURI":"https://a.example/id/""#
    var members = #""kind":"talk","status":"scheduled""#
    var slots = #"{"id":"s","start":"2026-05-29T10:00","end":"2026-05-29T13:00"}"#
    var zone = "Europe/Rome"
    /// Other arrays of the exchange, each with a comma behind it.
    var others = ""

    var text: String {
        "{\(header),\(others)\"events\":[{\"id\":\"e\",\"name\":{\"it\":\"Titolo\"},\"timeZone\":\"\(zone)\",\(members),"
            + "\"slots\":[\(slots)]}]}"
    }

    func node() throws -> [String: Any] {
        try #require(Export(.jsonld, text).items().first { ($0["@id"] as? String)?.hasPrefix("event/") == true })
    }
}
