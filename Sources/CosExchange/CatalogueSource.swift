/// A catalogue that is read as any exchange is: what there is to write it in every format.
public struct CatalogueSource: ExchangeSource {
    private let catalogue: Catalogue
    /// Entities hold nothing that could be remarked upon.
    public let counter = DiagnosticCounter()

    /// The records of a catalogue, as they are now.
    public init(_ catalogue: Catalogue) { self.catalogue = catalogue }

    /// Hands over the selected records, whole; positions are nought, for there is no input.
    public mutating func read(
        _ selection: Selection, report: (Diagnostic) -> Void, _ body: (inout Record) throws -> Void
    ) throws {
        var record = Record(Exchange.schema)
        for type in RecordType.allCases where selection.wants(type) {
            switch type {
            case .exchange: try hand([catalogue.exchange], &record, body)
            case .city: try hand(catalogue.cities, &record, body)
            case .organisation: try hand(catalogue.organisations, &record, body)
            case .programme: try hand(catalogue.programmes, &record, body)
            case .edition: try hand(catalogue.editions, &record, body)
            case .place: try hand(catalogue.places, &record, body)
            case .artist: try hand(catalogue.artists, &record, body)
            case .event: try hand(catalogue.events, &record, body)
            case .route: try hand(catalogue.routes, &record, body)
            case .media: try hand(catalogue.media, &record, body)
            case .cooperation: try hand(catalogue.cooperations, &record, body)
            }
        }
    }

    private func hand<Subject: Entity>(
        _ entities: [Subject], _ record: inout Record, _ body: (inout Record) throws -> Void
    ) throws {
        for (index, entity) in entities.enumerated() {
            record.begin(Subject.schema)
            record.index = index
            entity.write(to: &record)
            try body(&record)
        }
    }
}
