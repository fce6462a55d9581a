/// A body that publishes, organises or supports: an association, an office, a museum.
public struct Organisation: CatalogueEntity {
    public var id: String?
    /// What it is called, in each language that it is told in.
    public var name = Text()
    /// One of the kinds of organisation.
    public var kind: String?
    /// The id of the city it lies in.
    public var city: String?
    /// An address that may be published.
    public var email: String?
    /// A number in the international form of E.164: `+39…`.
    public var telephone: String?
    /// A few sentences for visitors, in plain text.
    public var description = Text()
    public var sameAs: [String] = []
    public var url: String?
    public var licence: String?
    public var rightsHolder: String?
    public var credit = Text()
    public var source: String?
    public var updated: String?
    public var extras: [Extra] = []

    /// With nothing filled in.
    public init() {}
}

extension Organisation {
    public static let schema = Schema("organisation", collection: "organisations", bindings.map(\.field))

    // swift-format-ignore
    public static let bindings: [Binding<Organisation>] = [
        .string("id",        \.id,          { $0.id = $1 },          .identifier,               ics: .record, xml: .attribute("id")).required(),
        .text("name",        \.name,        { $0.name = $1 },                                   ics: .record, xml: .element("name")).required(),
        .string("kind",      \.kind,        { $0.kind = $1 },        .code(.organisationKinds), ics: .record, xml: .element("kind")),
        .string("city",      \.city,        { $0.city = $1 },        .reference(.city),         ics: .record, xml: .reference("city")),
        .string("email",     \.email,       { $0.email = $1 },       .email,                    ics: .record, xml: .element("email")),
        .string("telephone", \.telephone,   { $0.telephone = $1 },   .telephone,                ics: .record, xml: .element("telephone")),
        .text("description", \.description, { $0.description = $1 },                            ics: .record, xml: .element("description")),
    ] + .common(ics: .record)
}
