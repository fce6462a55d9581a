/// The codes that a field is meant to hold (model, section 6.3). The list is open: a code that it does not have is kept.
public struct CodeList: Hashable, Sendable {
    /// What the codes are, in the plural: `disciplines`.
    public let name: String
    public let codes: [String]

    public init(_ name: String, _ codes: String) {
        self.name = name
        self.codes = codes.split(separator: " ").map(String.init)
    }

    // Two lists of the same name are the same list.
    public static func == (left: CodeList, right: CodeList) -> Bool { left.name == right.name }
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension CodeList {
    public static let creativeFields = CodeList(
        "creative fields",
        "crafts-and-folk-art design film gastronomy literature media-arts music architecture")
    public static let organisationKinds = CodeList(
        "kinds of organisation", "association municipality office gallery museum school company network other")
    public static let programmeKinds = CodeList(
        "kinds of programme", "open-studios forum biennale fair award festival exchange other")
    public static let placeKinds = CodeList(
        "kinds of place", "studio workshop exhibition-space foundry quarry museum school outdoor venue other")
    public static let precisions = CodeList("precisions", "exact street district city withheld")
    public static let accesses = CodeList("ways of access", "open by-appointment on-request closed")
    public static let settings = CodeList("settings", "centre outskirts sea mountain countryside quarry")
    public static let disciplines = CodeList(
        "disciplines",
        """
        painting music theatre ceramics photography illustration sculpture mosaic video-art design marble-carving \
        stone-processing digital-fabrication drawing printmaking textile jewellery woodwork metalwork media-art \
        performance craft other
        """)
    public static let accessibilityFeatures = CodeList(
        "accessibility features",
        """
        step-free-entrance step-free-route lift accessible-toilet accessible-parking seating assistance-dog \
        hearing-loop quiet-space tactile-tour large-print sign-language live-captions audio-description relaxed
        """)
    public static let artistKinds = CodeList("kinds of artist", "person group")
    public static let consentScopes = CodeList("scopes of consent", "name image contact address transfer")
    public static let eventKinds = CodeList(
        "kinds of event",
        """
        opening exhibition demonstration workshop tour talk performance concert screening fair ceremony residency \
        other
        """)
    public static let strands = CodeList("strands", "main collateral")
    public static let statuses = CodeList(
        "statuses", "scheduled cancelled postponed rescheduled moved-online")
    public static let bookings = CodeList("ways of booking", "none recommended required")
    public static let modes = CodeList("modes of travel", "walk bicycle bus car train boat")
    public static let mediaKinds = CodeList("kinds of media", "image video audio document")
    public static let cooperationKinds = CodeList(
        "kinds of cooperation", "capacity-building best-practice co-creation residency exchange trade other")
    public static let cooperationStatuses = CodeList("states of a cooperation", "planned active completed")
    /// Roles in which artists and organisations take part.
    public static let roles = CodeList(
        "roles",
        """
        host demonstrator speaker performer curator moderator expert participant organiser partner sponsor funder \
        venue-owner
        """)
}
