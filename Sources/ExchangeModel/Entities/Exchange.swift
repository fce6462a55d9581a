/// The header of an exchange: who publishes it, when, in which languages and under which licence.
public struct Exchange: CatalogueEntity {
    /// The URN of the schema that the exchange keeps to.
    public var schema: String?
    /// Always `cos-exchange`.
    public var format: String?
    /// `major.minor` of the schema.
    public var schemaVersion: String?
    public var id: String?
    /// What it is called, in each language that it is told in.
    public var name = Text()
    /// What the global names of all records begin with: an absolute IRI that ends in `/` or `#`.
    public var baseURI: String?
    /// When the exchange was made: an instant in UTC, and the only clock in the file.
    public var generated: String?
    /// What made the exchange.
    public var generator: String?
    /// The release of the tz database that times were checked with: `2025b`.
    public var tzdb: String?
    /// The languages that it is told in (BCP 47), the default one first.
    public var languages: [String] = []
    /// The organisation that answers for the exchange.
    public var publisher: String?
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

extension Exchange {
    public static let schema = Schema("exchange", collection: "", bindings.map(\.field))

    // swift-format-ignore
    public static let bindings: [Binding<Exchange>] = [
        .string("$schema",       \.schema,        { $0.schema = $1 },        .uri,                      ics: .record,                        xml: .element("schema")),
        .string("format",        \.format,        { $0.format = $1 },        .token,                    ics: .record,                        xml: .element("format")).required(),
        .string("schemaVersion", \.schemaVersion, { $0.schemaVersion = $1 }, .version,                  ics: .record,                        xml: .element("schemaVersion")).required(),
        .string("id",            \.id,            { $0.id = $1 },            .identifier,               ics: .derived(.calendarUID),         xml: .attribute("id")).required(),
        .text("name",            \.name,          { $0.name = $1 },                                     ics: .derived(.calendarName),        xml: .element("name")).required(),
        .string("baseURI",       \.baseURI,       { $0.baseURI = $1 },       .uri,                      ics: .record,                        xml: .element("baseURI")).required(),
        .string("generated",     \.generated,     { $0.generated = $1 },     .instant,                  ics: .derived(.lastModified),        xml: .element("generated")).required(),
        .string("generator",     \.generator,     { $0.generator = $1 },     .string,                   ics: .record,                        xml: .element("generator")),
        .string("tzdb",          \.tzdb,          { $0.tzdb = $1 },          .string,                   ics: .record,                        xml: .element("tzdb")),
        .list("languages",       \.languages,     { $0.languages = $1 },     .language,                 ics: .record,                        xml: .element("language")).required(),
        .string("publisher",     \.publisher,     { $0.publisher = $1 },     .reference(.organisation), ics: .record,                        xml: .reference("publisher")).required(),
        .text("description",     \.description,   { $0.description = $1 },                              ics: .derived(.calendarDescription), xml: .element("description")),
    ] + .common(ics: .record, url: .derived(.url))
}
