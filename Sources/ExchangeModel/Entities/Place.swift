/// Where things happen: a studio, a workshop, an exhibition space, a square.
///
/// A studio names no artists: artists name their studios, so that one can be shared.
public struct Place: CatalogueEntity {
    public var id: String?
    /// What it is called, in each language that it is told in.
    public var name = Text()
    /// One of the kinds of place.
    public var kind: String?
    /// The id of the city it lies in.
    public var city: String?
    /// Street and number, in each language or script that they are written in.
    public var street = Text()
    /// The quarter or the village.
    public var district = Text()
    /// As the country writes it.
    public var postcode: String?
    /// Degrees north in WGS 84, seven decimals at most.
    public var latitude: Coordinate?
    /// Degrees east in WGS 84, seven decimals at most.
    public var longitude: Coordinate?
    /// How exactly the place may be told: it rules whether street and coordinates go out.
    public var precision: String?
    /// One of the ways of access.
    public var access: String?
    /// How to find it.
    public var directions = Text()
    /// Any of the settings.
    public var settings: [String] = []
    /// Any of the disciplines.
    public var disciplines: [String] = []
    /// Features that are present.
    public var accessible: [String] = []
    /// Features that are known to be absent; what neither list names is unknown.
    public var notAccessible: [String] = []
    /// What the lists of features cannot say.
    public var accessibilityNote = Text()
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

extension Place {
    public static let schema = Schema("place", collection: "places", bindings.map(\.field))

    // swift-format-ignore
    public static let bindings: [Binding<Place>] = [
        .string("id",              \.id,                { $0.id = $1 },                .identifier,                   ics: .record, xml: .attribute("id")).required(),
        .text("name",              \.name,              { $0.name = $1 },                                             ics: .record, xml: .element("name")).required(),
        .string("kind",            \.kind,              { $0.kind = $1 },              .code(.placeKinds),            ics: .record, xml: .element("kind")).required(),
        .string("city",            \.city,              { $0.city = $1 },              .reference(.city),             ics: .record, xml: .reference("city")).required(),
        .text("street",            \.street,            { $0.street = $1 },                                           ics: .record, xml: .element("street")),
        .text("district",          \.district,          { $0.district = $1 },                                         ics: .record, xml: .element("district")),
        .string("postcode",        \.postcode,          { $0.postcode = $1 },          .string,                       ics: .record, xml: .element("postcode")),
        .coordinate("latitude",    \.latitude,          { $0.latitude = $1 },          -90...90,                      ics: .record, xml: .element("latitude")),
        .coordinate("longitude",   \.longitude,         { $0.longitude = $1 },         -180...180,                    ics: .record, xml: .element("longitude")),
        .string("precision",       \.precision,         { $0.precision = $1 },         .code(.precisions),            ics: .record, xml: .element("precision")).required(),
        .string("access",          \.access,            { $0.access = $1 },            .code(.accesses),              ics: .record, xml: .element("access")).required(),
        .text("directions",        \.directions,        { $0.directions = $1 },                                       ics: .record, xml: .element("directions")),
        .list("settings",          \.settings,          { $0.settings = $1 },          .code(.settings),              ics: .record, xml: .element("setting")),
        .list("disciplines",       \.disciplines,       { $0.disciplines = $1 },       .code(.disciplines),           ics: .record, xml: .element("discipline")),
        .list("accessible",        \.accessible,        { $0.accessible = $1 },        .code(.accessibilityFeatures), ics: .record, xml: .element("accessible")),
        .list("notAccessible",     \.notAccessible,     { $0.notAccessible = $1 },     .code(.accessibilityFeatures), ics: .record, xml: .element("notAccessible")),
        .text("accessibilityNote", \.accessibilityNote, { $0.accessibilityNote = $1 },                                ics: .record, xml: .element("accessibilityNote")),
        .string("email",           \.email,             { $0.email = $1 },             .email,                        ics: .record, xml: .element("email")),
        .string("telephone",       \.telephone,         { $0.telephone = $1 },         .telephone,                    ics: .record, xml: .element("telephone")),
        .text("description",       \.description,       { $0.description = $1 },                                      ics: .record, xml: .element("description")),
    ] + .common(ics: .record)
}
