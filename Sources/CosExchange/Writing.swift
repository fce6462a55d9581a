extension ExchangeSource where Self: ~Copyable {
    /// The exchange in a format, in memory, with a report on what is lost.
    ///
    /// Formats that show clocks use those of a database. `filter` is that of `write`.
    public mutating func written(
        as format: Format, for audience: Audience = .ourselves, options: WritingOptions = WritingOptions(),
        zones: ZoneDatabase = ZoneDatabase(), filter: (inout Record) throws -> Bool = { _ in true }
    ) throws -> WrittenExchange {
        var written = WrittenExchange(format: format)
        var findings: [Diagnostic] = []
        written.withheld = try write(
            as: format, for: audience, options: options, zones: zones,
            file: { written.files.append(WrittenExchange.File(name: $0)) },
            sink: { octets in
                if written.files.isEmpty { written.files.append(WrittenExchange.File(name: format.usualName)) }
                let run = UnsafeRawBufferPointer(start: octets.start, count: octets.count)
                written.files[written.files.count - 1].octets += run
            }, report: { findings.append($0) }, filter: filter)
        written.findings = findings
        return written
    }

    /// Writes the exchange in a format, piece by piece, and answers how much was withheld for privacy.
    ///
    /// `sink` takes the octets before they become many, and must copy what it keeps. A package is several files: `file`
    /// is told the name of each before its octets come, `datapackage.json` last. What was found wrong while the source was
    /// read, and what the format cannot say, goes to `report`.
    ///
    /// `filter` may change a record that is let out, and answers whether it is written at all (see `Record.edit`). It may
    /// see a record more than once, and must do the same each time.
    @discardableResult
    public mutating func write(
        as format: Format, for audience: Audience = .ourselves, options: WritingOptions = WritingOptions(),
        zones: ZoneDatabase = ZoneDatabase(), file: (String) throws -> Void = { _ in }, sink: (Bytes) throws -> Void,
        report: (Diagnostic) -> Void = { _ in }, filter: (inout Record) throws -> Bool = { _ in true }
    ) throws -> PrivacyFilter.Tally {
        guard case .everybody(let day) = audience else {
            try write(format, options, zones, file, sink, report) { record, _ in try filter(&record) }
            return PrivacyFilter.Tally()
        }
        var privacy = try PrivacyFilter(&self, today: day, dropsConsent: format == .ics || !format.isReadable)
        try write(format, options, zones, file, sink, report) { record, isWritten in
            guard privacy.admit(&record, isCounted: isWritten) else { return false }
            return try filter(&record)
        }
        return privacy.tally
    }

    private mutating func write(
        _ format: Format, _ options: WritingOptions, _ zones: ZoneDatabase, _ file: (String) throws -> Void,
        _ sink: (Bytes) throws -> Void, _ report: (Diagnostic) -> Void,
        _ filter: (inout Record, _ isWritten: Bool) throws -> Bool
    ) throws {
        let writer = FormatWriter(format, options, zones: zones)
        try writer.write(&self, file: file, sink: sink, report: report, filter: filter)
    }
}

extension Catalogue {
    /// The catalogue in a format, in memory, with a report on what is lost.
    ///
    /// Formats that show clocks use those of a database.
    public func written(
        as format: Format, for audience: Audience = .ourselves, options: WritingOptions = WritingOptions(),
        zones: ZoneDatabase = ZoneDatabase()
    ) throws -> WrittenExchange {
        var source = CatalogueSource(self)
        return try source.written(as: format, for: audience, options: options, zones: zones)
    }
}

extension Format {
    /// What a file of the format is called where nobody has named it.
    fileprivate var usualName: String { "exchange.\(endings.first ?? rawValue)" }
}
