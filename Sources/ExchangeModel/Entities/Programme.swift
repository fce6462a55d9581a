/// Something that happens again and again: open studios, a forum, a biennale, a fair, an award.
public struct Programme: CatalogueEntity {
    public var id: String?
    public var name = Text()
    public var kind: String?
    /// The year it first happened.
    public var since: Int?
    public var organisations: [Participation] = []
    public var cities: [String] = []
    public var hashtags: [String] = []
    public var description = Text()
    public var sameAs: [String] = []
    public var url: String?
    public var licence: String?
    public var rightsHolder: String?
    public var credit = Text()
    public var source: String?
    public var updated: String?
    public var extras: [Extra] = []

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
