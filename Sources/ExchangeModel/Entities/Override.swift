/// What is otherwise on one day of a repeated slot.
public struct Override: Entity {
    /// The day whose occurrence is replaced.
    public var on: String?
    /// One of the statuses; absent if it is that of the event.
    public var status: String?
    /// When it begins on that day; absent if it is as usual.
    public var start: String?
    /// When it ends on that day; absent if it takes as long as usual.
    public var end: String?
    /// The ids of the places where it happens on that day; none if they are as usual.
    public var places: [String] = []
    /// A remark for visitors.
    public var note = Text()
    public var extras: [Extra] = []

    /// With nothing filled in.
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
