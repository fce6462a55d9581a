/// A picture, a video, a recording or a document, and under which licence it may be shown.
public struct Media: CatalogueEntity {
    public var id: String?
    /// One of the kinds of media.
    public var kind: String?
    /// Its title.
    public var name = Text()
    /// Its caption.
    public var description = Text()
    /// What a person who cannot see it should be told.
    public var alt = Text()
    /// What it shows: `type/id`.
    public var about: [String] = []
    /// The ids of the artists who made it.
    public var creators: [String] = []
    /// The languages that are spoken in it (BCP 47).
    public var languages: [String] = []
    /// The languages of its subtitles (BCP 47).
    public var subtitles: [String] = []
    /// A day or an instant.
    public var published: String?
    /// An ISO 8601 duration: `PT14M30S`.
    public var duration: String?
    /// A media type (RFC 6838).
    public var mediaType: String?
    /// Words without their `#`.
    public var hashtags: [String] = []
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

extension Media {
    public static let schema = Schema("media", collection: "media", element: "mediaItem", bindings.map(\.field))

    // swift-format-ignore
    public static let bindings: [Binding<Media>] = [
        .string("id",        \.id,          { $0.id = $1 },          .identifier,         ics: .record, xml: .attribute("id")).required(),
        .string("kind",      \.kind,        { $0.kind = $1 },        .code(.mediaKinds),  ics: .record, xml: .element("kind")).required(),
        .text("name",        \.name,        { $0.name = $1 },                             ics: .record, xml: .element("name")),
        .text("description", \.description, { $0.description = $1 },                      ics: .record, xml: .element("description")),
        .text("alt",         \.alt,         { $0.alt = $1 },                              ics: .record, xml: .element("alt")),
        .list("about",       \.about,       { $0.about = $1 },       .typedReference,     ics: .record, xml: .element("about")),
        .list("creators",    \.creators,    { $0.creators = $1 },    .reference(.artist), ics: .record, xml: .reference("creator")),
        .list("languages",   \.languages,   { $0.languages = $1 },   .language,           ics: .record, xml: .element("language")),
        .list("subtitles",   \.subtitles,   { $0.subtitles = $1 },   .language,           ics: .record, xml: .element("subtitle")),
        .string("published", \.published,   { $0.published = $1 },   .dateOrInstant,      ics: .record, xml: .element("published")),
        .string("duration",  \.duration,    { $0.duration = $1 },    .duration,           ics: .record, xml: .element("duration")),
        .string("mediaType", \.mediaType,   { $0.mediaType = $1 },   .mediaType,          ics: .record, xml: .element("mediaType")),
        .list("hashtags",    \.hashtags,    { $0.hashtags = $1 },    .hashtag,            ics: .record, xml: .element("hashtag")),
    ] + .common(ics: .record, requiresURL: true)
}
