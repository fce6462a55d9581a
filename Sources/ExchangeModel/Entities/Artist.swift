/// A person who makes things, or a group of them, with what they agreed to have published.
public struct Artist: CatalogueEntity {
    public var id: String?
    /// The name to be published, in each script that it is written in.
    public var name = Text()
    /// One of the kinds of artist.
    public var kind: String?
    /// How the name is filed.
    public var sortName: String?
    /// The artists that make up the group.
    public var members: [String] = []
    /// The id of the city of practice.
    public var city: String?
    /// The ids of the studios.
    public var places: [String] = []
    /// Any of the disciplines.
    public var disciplines: [String] = []
    /// The languages that a visitor may use (BCP 47).
    public var languages: [String] = []
    /// A biography in plain text.
    public var description = Text()
    /// An address that may be published.
    public var email: String?
    /// A number in the international form of E.164: `+39…`.
    public var telephone: String?
    /// What the person agreed to have published.
    public var consentScope: [String] = []
    /// When the person agreed.
    public var consentDate: String?
    /// Until when that holds; the record is withheld from export afterwards.
    public var consentUntil: String?
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

extension Artist {
    public static let schema = Schema("artist", collection: "artists", bindings.map(\.field))

    // swift-format-ignore
    public static let bindings: [Binding<Artist>] = [
        .string("id",           \.id,           { $0.id = $1 },           .identifier,           ics: .record, xml: .attribute("id")).required(),
        .text("name",           \.name,         { $0.name = $1 },                                ics: .record, xml: .element("name")).required(),
        .string("kind",         \.kind,         { $0.kind = $1 },         .code(.artistKinds),   ics: .record, xml: .element("kind")).required(),
        .string("sortName",     \.sortName,     { $0.sortName = $1 },     .string,               ics: .record, xml: .element("sortName")),
        .list("members",        \.members,      { $0.members = $1 },      .reference(.artist),   ics: .record, xml: .reference("member")),
        .string("city",         \.city,         { $0.city = $1 },         .reference(.city),     ics: .record, xml: .reference("city")),
        .list("places",         \.places,       { $0.places = $1 },       .reference(.place),    ics: .record, xml: .reference("place")),
        .list("disciplines",    \.disciplines,  { $0.disciplines = $1 },  .code(.disciplines),   ics: .record, xml: .element("discipline")),
        .list("languages",      \.languages,    { $0.languages = $1 },    .language,             ics: .record, xml: .element("language")),
        .text("description",    \.description,  { $0.description = $1 },                         ics: .record, xml: .element("description")),
        .string("email",        \.email,        { $0.email = $1 },        .email,                ics: .record, xml: .element("email")),
        .string("telephone",    \.telephone,    { $0.telephone = $1 },    .telephone,            ics: .record, xml: .element("telephone")),
        .list("consentScope",   \.consentScope, { $0.consentScope = $1 }, .code(.consentScopes), ics: .record, xml: .element("consentScope")),
        .string("consentDate",  \.consentDate,  { $0.consentDate = $1 },  .date,                 ics: .record, xml: .element("consentDate")),
        .string("consentUntil", \.consentUntil, { $0.consentUntil = $1 }, .date,                 ics: .record, xml: .element("consentUntil")),
    ] + .common(ics: .record)
}
