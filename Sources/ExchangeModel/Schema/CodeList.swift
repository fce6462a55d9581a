/// The codes that a field is meant to hold (model, section 6.3). The list is open: a code that it does not have is kept.
public struct CodeList: Hashable, Sendable {
    /// What the codes are, in the plural: `disciplines`.
    public let name: String
    /// In the order of the model.
    public let codes: [String]

    /// The codes of a text, with blanks between them.
    public init(_ name: String, _ codes: String) {
        self.name = name
        self.codes = codes.split(separator: " ").map(String.init)
    }

    // Two lists of the same name are the same list.
    public static func == (left: CodeList, right: CodeList) -> Bool { left.name == right.name }
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension CodeList {
    /// Fields of the UNESCO Creative Cities Network.
    public static let creativeFields = CodeList(
        "creative fields",
        "crafts-and-folk-art design film gastronomy literature media-arts music architecture")
    /// What an organisation is.
    public static let organisationKinds = CodeList(
        "kinds of organisation", "association municipality office gallery museum school company network other")
    /// What a programme is.
    public static let programmeKinds = CodeList(
        "kinds of programme", "open-studios forum biennale fair award festival exchange other")
    /// What a place is.
    public static let placeKinds = CodeList(
        "kinds of place", "studio workshop exhibition-space foundry quarry museum school outdoor venue other")
    /// How exactly a place may be told.
    public static let precisions = CodeList("precisions", "exact street district city withheld")
    /// Who may come in, and when.
    public static let accesses = CodeList("ways of access", "open by-appointment on-request closed")
    /// What surrounds a place.
    public static let settings = CodeList("settings", "centre outskirts sea mountain countryside quarry")
    /// What artists do, and what events are about.
    public static let disciplines = CodeList(
        "disciplines",
        """
        painting music theatre ceramics photography illustration sculpture mosaic video-art design marble-carving \
        stone-processing digital-fabrication drawing printmaking textile jewellery woodwork metalwork media-art \
        performance craft other
        """)
    /// What makes a place or an event accessible.
    public static let accessibilityFeatures = CodeList(
        "accessibility features",
        """
        step-free-entrance step-free-route lift accessible-toilet accessible-parking seating assistance-dog \
        hearing-loop quiet-space tactile-tour large-print sign-language live-captions audio-description relaxed
        """)
    /// What an artist is.
    public static let artistKinds = CodeList("kinds of artist", "person group")
    /// What a person may agree to have published.
    public static let consentScopes = CodeList("scopes of consent", "name image contact address transfer")
    /// What an event is.
    public static let eventKinds = CodeList(
        "kinds of event",
        """
        opening exhibition demonstration workshop tour talk performance concert screening fair ceremony residency \
        other
        """)
    /// Which part of a programme an event belongs to.
    public static let strands = CodeList("strands", "main collateral")
    /// Whether an event happens as it was announced.
    public static let statuses = CodeList(
        "statuses", "scheduled cancelled postponed rescheduled moved-online")
    /// Whether visitors should book.
    public static let bookings = CodeList("ways of booking", "none recommended required")
    /// How a route is travelled.
    public static let modes = CodeList("modes of travel", "walk bicycle bus car train boat")
    /// What a medium is.
    public static let mediaKinds = CodeList("kinds of media", "image video audio document")
    /// What a cooperation is for.
    public static let cooperationKinds = CodeList(
        "kinds of cooperation", "capacity-building best-practice co-creation residency exchange trade other")
    /// How far a cooperation has come.
    public static let cooperationStatuses = CodeList("states of a cooperation", "planned active completed")
    /// Roles in which artists and organisations take part.
    public static let roles = CodeList(
        "roles",
        """
        host demonstrator speaker performer curator moderator expert participant organiser partner sponsor funder \
        venue-owner
        """)
}
