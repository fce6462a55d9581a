/// An entity that stands by itself in an exchange, with what all eleven types have in common.
public protocol CatalogueEntity: Entity {
    /// Its name among the records of its type: a token that is never reused.
    var id: String? { get set }
    /// What other catalogues call the same thing: URIs of GeoNames, Wikidata, ULAN, ISNI.
    var sameAs: [String] { get set }
    /// A page about it; for media the file or stream itself.
    var url: String? { get set }
    /// An SPDX identifier, a `LicenseRef-…`, or the URI of a licence.
    var licence: String? { get set }
    /// Who holds the rights.
    var rightsHolder: String? { get set }
    /// How whoever made it wants to be named.
    var credit: Text { get set }
    /// The URI of the record that this one was copied from.
    var source: String? { get set }
    /// The instant of its last change, in UTC.
    var updated: String? { get set }
}

extension Array {
    /// The fields that all eleven types have in common, declared once.
    static func common<Subject: CatalogueEntity>(
        ics: ICSPlace, url: ICSPlace? = nil, updated: ICSPlace? = nil, requiresURL: Bool = false
    ) -> [Binding<Subject>] where Element == Binding<Subject> {
        let page = Binding<Subject>.string(
            "url", \.url, { $0.url = $1 }, .uri, ics: url ?? ics, xml: .element("url"))
        // swift-format-ignore
        return [
            .list("sameAs",         \.sameAs,       { $0.sameAs = $1 },       .uri,     ics: ics,            xml: .element("sameAs")),
            requiresURL ? page.required() : page,
            .string("licence",      \.licence,      { $0.licence = $1 },      .string,  ics: ics,            xml: .element("licence")),
            .string("rightsHolder", \.rightsHolder, { $0.rightsHolder = $1 }, .string,  ics: ics,            xml: .element("rightsHolder")),
            .text("credit",         \.credit,       { $0.credit = $1 },                 ics: ics,            xml: .element("credit")),
            .string("source",       \.source,       { $0.source = $1 },       .uri,     ics: ics,            xml: .element("source")),
            .string("updated",      \.updated,      { $0.updated = $1 },      .instant, ics: updated ?? ics, xml: .element("updated")),
        ]
    }
}
