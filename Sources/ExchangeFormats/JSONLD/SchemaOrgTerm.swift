import ExchangeBytes
import ExchangeModel

/// Which terms of schema.org say the codes of the model.
enum SchemaOrgTerm {
    /// The type of a record: that of its kind, or that of all such records.
    static func type(of record: borrowing Record) -> StaticString {
        guard let type = RecordType(rawValue: record.schema.name) else { return "Thing" }
        let kind = record.schema.index(of: "kind").flatMap { record.first($0) }.map { record[$0.text].text } ?? ""
        switch type {
        case .exchange: return "Dataset"
        case .city: return "City"
        case .organisation: return organisation(kind)
        case .programme: return "EventSeries"
        case .edition: return "Festival"
        case .place: return place(kind)
        case .artist: return kind == "group" ? "PerformingGroup" : "Person"
        case .event: return event(kind)
        case .route: return "TouristTrip"
        case .media: return media(kind)
        case .cooperation: return "Project"
        }
    }

    private static func organisation(_ kind: String) -> StaticString {
        switch kind {
        case "municipality": "GovernmentOrganization"
        case "gallery": "ArtGallery"
        case "school": "EducationalOrganization"
        case "company": "Corporation"
        default: "Organization"
        }
    }

    private static func place(_ kind: String) -> StaticString {
        switch kind {
        case "exhibition-space": "ArtGallery"
        case "museum": "Museum"
        case "school": "School"
        case "venue": "EventVenue"
        default: "Place"
        }
    }

    private static func event(_ kind: String) -> StaticString {
        switch kind {
        case "opening": "VisualArtsEvent"
        case "exhibition": "ExhibitionEvent"
        case "demonstration", "workshop", "talk": "EducationEvent"
        case "concert": "MusicEvent"
        case "screening": "ScreeningEvent"
        case "ceremony": "SocialEvent"
        default: "Event"
        }
    }

    private static func media(_ kind: String) -> StaticString {
        switch kind {
        case "image": "ImageObject"
        case "video": "VideoObject"
        case "audio": "AudioObject"
        case "document": "DigitalDocument"
        default: "MediaObject"
        }
    }

    /// The member of EventStatusType; nil for a code that the model does not know.
    static func status(_ code: Bytes) -> StaticString? {
        switch code.text {
        case "scheduled": "EventScheduled"
        case "cancelled": "EventCancelled"
        case "postponed": "EventPostponed"
        case "rescheduled": "EventRescheduled"
        case "moved-online": "EventMovedOnline"
        default: nil
        }
    }

    /// How those who take part in events are called, and whether that says the whole of their role.
    static func role(_ code: Bytes, ofArtist isArtist: Bool) -> (term: StaticString, isWhole: Bool) {
        switch code.text {
        case "": isArtist ? ("performer", true) : ("contributor", true)
        case "performer": ("performer", true)
        case "host", "demonstrator", "speaker": ("performer", false)
        case "organiser": ("organizer", true)
        case "sponsor": ("sponsor", true)
        case "partner": ("sponsor", false)
        case "funder": ("funder", true)
        default: ("contributor", false)
        }
    }

    /// The same for a cooperation, which is a project.
    static func projectRole(_ code: Bytes) -> (term: StaticString, isWhole: Bool) {
        switch code.text {
        case "": ("member", true)
        case "sponsor": ("sponsor", true)
        case "funder": ("funder", true)
        default: ("member", false)
        }
    }
}
