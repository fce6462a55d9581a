/// A place on a route; the same one may come again.
public struct Stop: Entity {
    public var place: String?
    public var note = Text()
    public var extras: [Extra] = []

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
