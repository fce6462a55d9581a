/// What is otherwise on one day of a repeated slot.
public struct Override: Entity {
    /// The day whose occurrence is replaced.
    public var on: String?
    public var status: String?
    public var start: String?
    public var end: String?
    public var places: [String] = []
    public var note = Text()
    public var extras: [Extra] = []

    public init() {}
}

extension Override {
    public static let schema = Schema("override", collection: "overrides", bindings.map(\.field))

    // swift-format-ignore
    public static let bindings: [Binding<Override>] = [
        .string("on",     \.on,     { $0.on = $1 },     .date,              ics: .residue, xml: .element("on")).required(),
        .string("status", \.status, { $0.status = $1 }, .code(.statuses),   ics: .residue, xml: .element("status")),
        .string("start",  \.start,  { $0.start = $1 },  .moment,            ics: .residue, xml: .element("start")),
        .string("end",    \.end,    { $0.end = $1 },    .moment,            ics: .residue, xml: .element("end")),
        .list("places",   \.places, { $0.places = $1 }, .reference(.place), ics: .residue, xml: .reference("place")),
        .text("note",     \.note,   { $0.note = $1 },                       ics: .residue, xml: .element("note")),
    ]
}
