/// What two cities or more do together.
public struct Cooperation: CatalogueEntity {
    public var id: String?
    /// What it is called, in each language that it is told in.
    public var name = Text()
    /// One of the kinds of cooperation.
    public var kind: String?
    /// The ids of two cities or more.
    public var cities: [String] = []
    /// The ids of the programmes that it touches.
    public var programmes: [String] = []
    /// Who takes part in it or pays for it, and as what.
    public var organisations: [Participation] = []
    /// Fields of the UNESCO Creative Cities Network.
    public var creativeFields: [String] = []
    /// Its first day.
    public var start: String?
    /// Its last day.
    public var end: String?
    /// One of the states of a cooperation.
    public var status: String?
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

extension Cooperation {
    public static let schema = Schema("cooperation", collection: "cooperations", bindings.map(\.field))

    // swift-format-ignore
    public static let bindings: [Binding<Cooperation>] = [
        .string("id",                    \.id,             { $0.id = $1 },             .identifier,                 ics: .record, xml: .attribute("id")).required(),
        .text("name",                    \.name,           { $0.name = $1 },                                        ics: .record, xml: .element("name")).required(),
        .string("kind",                  \.kind,           { $0.kind = $1 },           .code(.cooperationKinds),    ics: .record, xml: .element("kind")),
        .list("cities",                  \.cities,         { $0.cities = $1 },         .reference(.city),           ics: .record, xml: .reference("city")).required(),
        .list("programmes",              \.programmes,     { $0.programmes = $1 },     .reference(.programme),      ics: .record, xml: .reference("programme")),
        .participations("organisations", \.organisations,  { $0.organisations = $1 },  .organisation,               ics: .record, xml: .reference("organisation")),
        .list("creativeFields",          \.creativeFields, { $0.creativeFields = $1 }, .code(.creativeFields),      ics: .record, xml: .element("creativeField")),
        .string("start",                 \.start,          { $0.start = $1 },          .date,                       ics: .record, xml: .element("start")),
        .string("end",                   \.end,            { $0.end = $1 },            .date,                       ics: .record, xml: .element("end")),
        .string("status",                \.status,         { $0.status = $1 },         .code(.cooperationStatuses), ics: .record, xml: .element("status")),
        .text("description",             \.description,    { $0.description = $1 },                                 ics: .record, xml: .element("description")),
    ] + .common(ics: .record)
}
