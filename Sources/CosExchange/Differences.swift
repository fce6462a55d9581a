extension Comparison {
    /// A comparison of two catalogues.
    public init(of first: Catalogue, with second: Catalogue) throws {
        var sources = (CatalogueSource(first), CatalogueSource(second))
        try self.init(of: &sources.0, with: &sources.1)
    }
}

extension Catalogue {
    /// In which values another catalogue differs, record by record; the first twenty records that do are looked at.
    public func differences(from other: Catalogue) throws -> [Comparison.Difference] {
        try Comparison(of: other, with: self).differences
    }
}
