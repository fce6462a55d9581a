/// A place on a route; the same one may come again.
public struct Stop: Entity {
    /// The id of the place.
    public var place: String?
    /// A remark for visitors.
    public var note = Text()
    public var extras: [Extra] = []

    /// With nothing filled in.
    public init() {}
}

extension Stop {
    public static let schema = Schema("stop", collection: "stops", bindings.map(\.field))

    // swift-format-ignore
    public static let bindings: [Binding<Stop>] = [
        .string("place", \.place, { $0.place = $1 }, .reference(.place), ics: .record, xml: .reference("place")).required(),
        .text("note",    \.note,  { $0.note = $1 },                      ics: .record, xml: .element("note")),
    ]
}
