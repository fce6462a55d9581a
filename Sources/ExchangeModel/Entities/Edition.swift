/// One time that a programme happens, from its first day to its last.
public struct Edition: CatalogueEntity {
    public var id: String?
    /// The id of the programme that happens.
    public var programme: String?
    /// What it is called, in each language that it is told in.
    public var name = Text()
    /// The id of the city that is host.
    public var city: String?
    /// Its first day.
    public var start: String?
    /// Its last day, included.
    public var end: String?
    /// One of the statuses; absent means `scheduled`.
    public var status: String?
    /// Who organises or supports it, and as what.
    public var organisations: [Participation] = []
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

extension Edition {
    public static let schema = Schema("edition", collection: "editions", bindings.map(\.field))

    // swift-format-ignore
    public static let bindings: [Binding<Edition>] = [
        .string("id",                    \.id,            { $0.id = $1 },            .identifier,            ics: .record, xml: .attribute("id")).required(),
        .string("programme",             \.programme,     { $0.programme = $1 },     .reference(.programme), ics: .record, xml: .reference("programme")).required(),
        .text("name",                    \.name,          { $0.name = $1 },                                  ics: .record, xml: .element("name")).required(),
        .string("city",                  \.city,          { $0.city = $1 },          .reference(.city),      ics: .record, xml: .reference("city")).required(),
        .string("start",                 \.start,         { $0.start = $1 },         .date,                  ics: .record, xml: .element("start")).required(),
        .string("end",                   \.end,           { $0.end = $1 },           .date,                  ics: .record, xml: .element("end")).required(),
        .string("status",                \.status,        { $0.status = $1 },        .code(.statuses),       ics: .record, xml: .element("status")),
        .participations("organisations", \.organisations, { $0.organisations = $1 }, .organisation,          ics: .record, xml: .reference("organisation")),
        .list("hashtags",                \.hashtags,      { $0.hashtags = $1 },      .hashtag,               ics: .record, xml: .element("hashtag")),
        .text("description",             \.description,   { $0.description = $1 },                           ics: .record, xml: .element("description")),
    ] + .common(ics: .record)
}
