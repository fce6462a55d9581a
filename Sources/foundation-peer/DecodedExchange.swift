import ExchangeDiagnostics
import ExchangeFormats
import ExchangeModel

/// The invented programme as structs that the compiler writes the decoding of: all that it holds, and nothing else.
struct DecodedExchange: Decodable {
    let schema, format, schemaVersion, id: String
    let name: DecodedText
    let baseURI, generated: String
    let languages: [String]
    let publisher, url, licence: String
    let cities: [DecodedCity]
    let organisations: [DecodedOrganisation]
    let programmes: [DecodedProgramme]
    let editions: [DecodedEdition]
    let places: [DecodedPlace]
    let artists: [DecodedArtist]
    let events: [DecodedEvent]
    let media: [DecodedMedium]

    private enum CodingKeys: String, CodingKey {
        case schema = "$schema"
        case format, schemaVersion, id, name, baseURI, generated, languages, publisher, url, licence
        case cities, organisations, programmes, editions, places, artists, events, media
    }
}

/// A text in several languages.
typealias DecodedText = [String: String]

extension DecodedExchange: FilledRecord {
    func fill(_ filler: inout RecordFiller) {
        filler.string("$schema", schema)
        filler.string("format", format)
        filler.string("schemaVersion", schemaVersion)
        filler.string("id", id)
        filler.text("name", name)
        filler.string("baseURI", baseURI)
        filler.string("generated", generated)
        filler.list("languages", languages)
        filler.string("publisher", publisher)
        filler.string("url", url)
        filler.string("licence", licence)
    }
}

extension DecodedExchange: ExchangeSource {
    mutating func read(
        _ selection: Selection, report: (Diagnostic) -> Void, _ body: (inout Record) throws -> Void
    ) throws {
        var filler = RecordFiller()
        func hand(_ records: [some FilledRecord], _ type: RecordType) throws {
            guard selection.wants(type) else { return }
            for (index, record) in records.enumerated() {
                filler.begin(type.schema, index)
                record.fill(&filler)
                try body(&filler.record)
            }
        }
        try hand([self], .exchange)
        try hand(cities, .city)
        try hand(organisations, .organisation)
        try hand(programmes, .programme)
        try hand(editions, .edition)
        try hand(places, .place)
        try hand(artists, .artist)
        try hand(events, .event)
        try hand(media, .media)
    }

    /// Nothing is found by who does not look.
    var counter: DiagnosticCounter { DiagnosticCounter() }
}
