extension FormatSource {
    /// An exchange in an input, to be read record by record.
    ///
    /// Formats that tell instants read them by the clocks of a database.
    public init(
        reading input: FormatInput, as format: Format, limits: Limits = Limits(), zones: ZoneDatabase = ZoneDatabase()
    ) throws(FormatError) {
        guard format.isReadable else { throw .notReadable(format) }
        guard let source = FormatSource(format, input, limits: limits, zones: zones) else { throw .notPackage(format) }
        self = source
    }

    /// An exchange in memory, to be read record by record.
    public init(
        reading octets: [UInt8], as format: Format, limits: Limits = Limits(), zones: ZoneDatabase = ZoneDatabase()
    ) throws(FormatError) {
        try self.init(reading: FormatInput(octets), as: format, limits: limits, zones: zones)
    }
}

extension ExchangeSource where Self: ~Copyable {
    /// The header of the exchange; nothing else is kept.
    public mutating func header(report: (Diagnostic) -> Void = { _ in }) throws -> Exchange {
        var exchange = Exchange()
        try read(.header, report: report) { exchange = Exchange($0) }
        return exchange
    }

    /// Hands over the entities of one type, one by one in their order; the others are gone past.
    ///
    /// No more than one is in memory. What `body` throws ends the reading at once, and is thrown to the caller.
    public mutating func forEach<Subject: CatalogueEntity>(
        _ type: Subject.Type, report: (Diagnostic) -> Void = { _ in }, _ body: (Subject) throws -> Void
    ) throws {
        guard let type = RecordType(rawValue: Subject.schema.name) else { return }
        try read(Selection.none.with(type), report: report) { try body(Subject($0)) }
    }

    /// The first entity of a type for which a test is true, or nil; reading ends with it.
    public mutating func first<Subject: CatalogueEntity>(
        _ type: Subject.Type, where isWanted: (Subject) throws -> Bool
    ) throws -> Subject? {
        var found: Subject?
        do {
            try forEach(type) { entity in
                guard try isWanted(entity) else { return }
                found = entity
                throw EndOfReading()
            }
        } catch is EndOfReading {}
        return found
    }
}

/// Thrown to a source by who has read enough.
private struct EndOfReading: Error {}

extension Record {
    /// Lets `body` change the entity that the record speaks of, if it is one of a type, and take it out by answering
    /// false; answers whether the record stays. Records of other types stay as they are.
    ///
    /// For the filter of a writer, so that an exchange is changed on its way from one file to another.
    public mutating func edit<Subject: CatalogueEntity>(
        _ type: Subject.Type, _ body: (inout Subject) throws -> Bool
    ) rethrows -> Bool {
        guard schema === Subject.schema else { return true }
        var entity = Subject(self)
        guard try body(&entity) else { return false }
        begin(Subject.schema)
        entity.write(to: &self)
        return true
    }
}
