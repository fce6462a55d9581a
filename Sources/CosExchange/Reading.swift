extension Catalogue {
    /// Reads an exchange to its end.
    ///
    /// What is wrong with the data goes to `report`, in the order in which it is met, and reading goes on; a thrown
    /// `Diagnostic` means that the rest cannot be had. Both know offsets: `FormatInput.locate` finds lines and columns.
    public init(
        reading input: FormatInput, as format: Format, limits: Limits = Limits(), zones: ZoneDatabase = ZoneDatabase(),
        report: (Diagnostic) -> Void = { _ in }
    ) throws {
        var source = try FormatSource(reading: input, as: format, limits: limits, zones: zones)
        try self.init(reading: &source, report: report)
    }

    /// Reads an exchange in memory to its end.
    ///
    /// What is wrong with the data goes to `report`, in the order in which it is met, and reading goes on; a thrown
    /// `Diagnostic` means that the rest cannot be had. Both know offsets: `FormatInput.locate` finds lines and columns.
    public init(
        reading octets: [UInt8], as format: Format, limits: Limits = Limits(), zones: ZoneDatabase = ZoneDatabase(),
        report: (Diagnostic) -> Void = { _ in }
    ) throws {
        try self.init(reading: FormatInput(octets), as: format, limits: limits, zones: zones, report: report)
    }
}

extension Array where Element: CatalogueEntity {
    /// The entity of an id, the first if there are several.
    ///
    /// What is stored takes its place, or that behind the last; nil takes it away.
    public subscript(id id: String) -> Element? {
        get { first { $0.id == id } }
        set {
            switch (firstIndex { $0.id == id }, newValue) {
            case (let index?, let entity?): self[index] = entity
            case (let index?, nil): remove(at: index)
            case (nil, let entity?): append(entity)
            case (nil, nil): break
            }
        }
    }
}
