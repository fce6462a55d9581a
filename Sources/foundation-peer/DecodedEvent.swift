struct DecodedParticipation: Decodable {
    let ref, role: String
}

struct DecodedEvent: Decodable, FilledRecord {
    let id, edition: String
    let name: DecodedText
    let description: DecodedText?
    let kind, strand, status: String
    let places, online: [String]?
    let artists, organisations: [DecodedParticipation]?
    let disciplines, languages, accessible, hashtags: [String]?
    let timeZone: String
    let isFree: Bool
    let booking: String
    let capacity, revision: Int?
    let url, updated: String
    let slots: [DecodedSlot]
    let ticketDesk: TicketDesk?

    /// What the programme says of some events beyond the fields that there are.
    struct TicketDesk: Decodable {
        let counter: String
        let open: [Double]

        var json: String {
            let hours = open.map { $0 == $0.rounded() ? "\(Int($0))" : "\($0)" }
            return "{\"counter\":\"\(counter)\",\"open\":[\(hours.joined(separator: ","))],\"wire\":null}"
        }
    }

    func fill(_ filler: inout RecordFiller) {
        filler.string("id", id)
        filler.string("edition", edition)
        filler.text("name", name)
        filler.text("description", description)
        filler.string("kind", kind)
        filler.string("strand", strand)
        filler.string("status", status)
        filler.list("places", places)
        filler.list("online", online)
        filler.participations("artists", artists)
        filler.participations("organisations", organisations)
        filler.list("disciplines", disciplines)
        filler.list("languages", languages)
        filler.list("accessible", accessible)
        filler.list("hashtags", hashtags)
        filler.string("timeZone", timeZone)
        filler.number("isFree", isFree)
        filler.string("booking", booking)
        filler.number("capacity", capacity)
        filler.number("revision", revision)
        filler.string("url", url)
        filler.string("updated", updated)
        filler.children("slots", slots)
        filler.extra("ticketDesk", ticketDesk?.json)
    }
}

struct DecodedSlot: Decodable, FilledRecord {
    let id, start, end: String
    let `repeat`: String?
    let until: String?
    let count: Int?
    let except: [String]?
    let overrides: [DecodedOverride]?
    let note: DecodedText?

    func fill(_ filler: inout RecordFiller) {
        filler.string("id", id)
        filler.string("start", start)
        filler.string("end", end)
        filler.string("repeat", `repeat`)
        filler.string("until", until)
        filler.number("count", count)
        filler.list("except", except)
        filler.children("overrides", overrides)
        filler.text("note", note)
    }
}

struct DecodedOverride: Decodable, FilledRecord {
    let on: String
    let status, start, end: String?
    let note: DecodedText?

    func fill(_ filler: inout RecordFiller) {
        filler.string("on", on)
        filler.string("status", status)
        filler.string("start", start)
        filler.string("end", end)
        filler.text("note", note)
    }
}
