/// Something that happens again and again: open studios, a forum, a biennale, a fair, an award.
public struct Programme: CatalogueEntity {
    public var id: String?
    /// What it is called, in each language that it is told in.
    public var name = Text()
    /// One of the kinds of programme.
    public var kind: String?
    /// The year it first happened.
    public var since: Int?
    /// Who organises or supports it, and as what.
    public var organisations: [Participation] = []
    /// The ids of the cities that run it.
    public var cities: [String] = []
    /// Words without their `#`.
    public var hashtags: [String] = []
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

extension Programme {
    public static let schema = Schema("programme", collection: "programmes", bindings.map(\.field))

    // swift-format-ignore
    public static let bindings: [Binding<Programme>] = [
        .string("id",                    \.id,            { $0.id = $1 },            .identifier,            ics: .record, xml: .attribute("id")).required(),
        .text("name",                    \.name,          { $0.name = $1 },                                  ics: .record, xml: .element("name")).required(),
        .string("kind",                  \.kind,          { $0.kind = $1 },          .code(.programmeKinds), ics: .record, xml: .element("kind")).required(),
        .integer("since",                \.since,         { $0.since = $1 },         1000...9999,            ics: .record, xml: .element("since")),
        .participations("organisations", \.organisations, { $0.organisations = $1 }, .organisation,          ics: .record, xml: .reference("organisation")),
        .list("cities",                  \.cities,        { $0.cities = $1 },        .reference(.city),      ics: .record, xml: .reference("city")),
        .list("hashtags",                \.hashtags,      { $0.hashtags = $1 },      .hashtag,               ics: .record, xml: .element("hashtag")),
        .text("description",             \.description,   { $0.description = $1 },                           ics: .record, xml: .element("description")),
    ] + .common(ics: .record)
}
