/// A way that leads past places, stop by stop.
public struct Route: CatalogueEntity {
    public var id: String?
    /// The id of the edition that it belongs to.
    public var edition: String?
    /// What it is called, in each language that it is told in.
    public var name = Text()
    /// A few sentences for visitors, in plain text.
    public var description = Text()
    /// Any of the modes of travel.
    public var modes: [String] = []
    /// How long it is.
    public var lengthMetres: Int?
    /// How long it takes.
    public var durationMinutes: Int?
    public var sameAs: [String] = []
    public var url: String?
    public var licence: String?
    public var rightsHolder: String?
    public var credit = Text()
    public var source: String?
    public var updated: String?
    /// The places that it leads past, in their order.
    public var stops: [Stop] = []
    public var extras: [Extra] = []

    /// With nothing filled in.
    public init() {}
}

extension Route {
    public static let schema = Schema("route", collection: "routes", bindings.map(\.field))

    // swift-format-ignore
    public static let bindings: [Binding<Route>] = [
        .string("id",               \.id,              { $0.id = $1 },              .identifier,          ics: .record, xml: .attribute("id")).required(),
        .string("edition",          \.edition,         { $0.edition = $1 },         .reference(.edition), ics: .record, xml: .reference("edition")),
        .text("name",               \.name,            { $0.name = $1 },                                  ics: .record, xml: .element("name")).required(),
        .text("description",        \.description,     { $0.description = $1 },                           ics: .record, xml: .element("description")),
        .list("modes",              \.modes,           { $0.modes = $1 },           .code(.modes),        ics: .record, xml: .element("mode")),
        .integer("lengthMetres",    \.lengthMetres,    { $0.lengthMetres = $1 },    0...999_999_999,      ics: .record, xml: .element("lengthMetres")),
        .integer("durationMinutes", \.durationMinutes, { $0.durationMinutes = $1 }, 0...999_999_999,      ics: .record, xml: .element("durationMinutes")),
    ] + .common(ics: .record) + [
        .children("stops",          \.stops,           { $0.stops = $1 },                                 ics: .record, xml: .element("stop")).required(),
    ]
}
