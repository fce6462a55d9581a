/// A city that takes part: its country, its clock, its working languages.
public struct City: CatalogueEntity {
    public var id: String?
    /// What it is called, in each language that it is told in.
    public var name = Text()
    /// ISO 3166-1 alpha-2.
    public var country: String?
    /// ISO 3166-2.
    public var subdivision: String?
    /// A name of the tz database.
    public var timeZone: String?
    /// The languages that its offices work in (BCP 47).
    public var languages: [String] = []
    /// Fields of the UNESCO Creative Cities Network.
    public var creativeFields: [String] = []
    /// The year it joined the network.
    public var memberSince: Int?
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

extension City {
    public static let schema = Schema("city", collection: "cities", bindings.map(\.field))

    // swift-format-ignore
    public static let bindings: [Binding<City>] = [
        .string("id",           \.id,             { $0.id = $1 },             .identifier,            ics: .record, xml: .attribute("id")).required(),
        .text("name",           \.name,           { $0.name = $1 },                                   ics: .record, xml: .element("name")).required(),
        .string("country",      \.country,        { $0.country = $1 },        .country,               ics: .record, xml: .element("country")).required(),
        .string("subdivision",  \.subdivision,    { $0.subdivision = $1 },    .subdivision,           ics: .record, xml: .element("subdivision")),
        .string("timeZone",     \.timeZone,       { $0.timeZone = $1 },       .timeZone,              ics: .record, xml: .element("timeZone")).required(),
        .list("languages",      \.languages,      { $0.languages = $1 },      .language,              ics: .record, xml: .element("language")),
        .list("creativeFields", \.creativeFields, { $0.creativeFields = $1 }, .code(.creativeFields), ics: .record, xml: .element("creativeField")),
        .integer("memberSince", \.memberSince,    { $0.memberSince = $1 },    1900...9999,            ics: .record, xml: .element("memberSince")),
        .text("description",    \.description,    { $0.description = $1 },                            ics: .record, xml: .element("description")),
    ] + .common(ics: .record)
}
