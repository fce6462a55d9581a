import ExchangeModel
import ExchangeSyntax

/// How the values of a scalar are spelled, for schemas: what each of them calls it, and says of it.
struct ScalarForm {
    /// What a schema calls it: `localDateTime`.
    let name: String
    let title: String
    let description: String
    /// What a value as a whole matches; nil where anything does.
    let pattern: String?
    /// In characters.
    let length: ClosedRange<Int>
    let example: String
    /// The codes that are known, where any other word is kept too.
    let codes: [String]

    private init(
        _ name: String, _ title: String, _ description: String, _ pattern: String?, _ length: ClosedRange<Int>,
        _ example: String, codes: [String] = []
    ) {
        (self.name, self.title, self.description) = (name, title, description)
        (self.pattern, self.length, self.example, self.codes) = (pattern, length, example, codes)
    }

    /// The longest string that readers take unless somebody sets another limit. They count octets, and schemas
    /// characters: no string that is longer here is short enough there.
    static let longest = Limits().string

    /// How a scalar is spelled; nil for numbers and flags, which every schema language knows.
    init?(_ scalar: Scalar) {
        let any = 1...Self.longest
        switch scalar {
        case .integer, .decimal, .flag: return nil
        case .string:
            self.init("string", "String", "Any text without a language.", nil, any, "54033")
        case .identifier:
            self.init(
                "identifier", "Identifier",
                "Small letters, digits, and between them full stops, hyphens and low lines.",
                Pattern.token, 1...64, "laboratorio-prova")
        case .token:
            self.init(
                "token", "Token", "A word of small letters and digits, and between them signs.", Pattern.token, 1...64,
                "cos-exchange")
        case .code(let list):
            self.init(
                list.name.camelCased, list.name.capitalisedFirst,
                "A word of an open list: one that the list does not have is legal, and kept.", Pattern.token, 1...64,
                list.codes.first ?? "other", codes: list.codes)
        case .reference(let type):
            self.init(
                "\(type.rawValue)Reference", "Reference to \(type.rawValue.withArticleBefore)",
                "The id of a record in the same exchange, or the absolute URI of one that is held elsewhere.",
                "(\(Pattern.token)|\(Pattern.uri))", any, Self.id(of: type))
        case .typedReference:
            let types = RecordType.allCases.dropFirst().map(\.rawValue)
            self.init(
                "typedReference", "Reference to any record", "Type and id, or the absolute URI of a record elsewhere.",
                "(\(Pattern.typedToken(types))|\(Pattern.uri))", any, "artist/pinco-pallino")
        case .uri:
            self.init(
                "uri", "URI", "An absolute URI (RFC 3986) or IRI (RFC 3987).", Pattern.uri, 3...Self.longest,
                "https://data.open-studios.example/id/")
        case .email:
            self.init(
                "email", "E-mail address", "As name@host.example.", Pattern.email, 5...254, "info@open-studios.example")
        case .telephone:
            self.init(
                "telephone", "Telephone number", "In the international form: + and the number of the country first.",
                Pattern.telephone, 3...64, "+390585000000")
        case .language:
            self.init("language", "Language tag", "BCP 47 (RFC 5646).", Pattern.language, 2...255, "it")
        case .country:
            self.init("country", "Country", "Two letters of ISO 3166-1.", Pattern.country, 2...2, "IT")
        case .subdivision:
            self.init(
                "subdivision", "Subdivision of a country", "A code of ISO 3166-2.", Pattern.subdivision, 4...6, "IT-MS")
        case .timeZone:
            self.init(
                "timeZone", "Time zone", "A name of the tz database.", Pattern.timeZone, 1...64, "Europe/Rome")
        case .hashtag:
            self.init("hashtag", "Hashtag", "A word without its #.", Pattern.hashtag, any, "OltreLaProva")
        case .mediaType:
            self.init("mediaType", "Media type", "As in RFC 6838.", Pattern.mediaType, 3...255, "image/jpeg")
        case .version: self.init("version", "Version", "Major and minor.", Pattern.version, 3...16, "1.0")
        case .date: self.init("date", "Day", "YYYY-MM-DD.", Pattern.date, 10...10, "2026-05-29")
        case .localDateTime:
            self.init(
                "localDateTime", "Local time", "What the clock on the wall shows: YYYY-MM-DDTHH:MM[:SS].",
                Pattern.localDateTime, 16...19, "2026-05-29T10:00")
        case .moment:
            self.init(
                "moment", "Local time or day", "A local time, or a day where whole days are meant.", Pattern.moment,
                10...19, "2026-05-29T10:00")
        case .instant:
            self.init(
                "instant", "Instant", "A point of time in UTC: YYYY-MM-DDTHH:MM:SSZ.", Pattern.instant, 17...20,
                "2026-05-04T09:00:00Z")
        case .dateOrInstant:
            self.init(
                "dateOrInstant", "Day or instant", "A day, or a point of time in UTC.", Pattern.dateOrInstant, 10...20,
                "2026-05-07")
        case .duration:
            self.init("duration", "Duration", "As in ISO 8601.", Pattern.duration, 3...64, "PT14M30S")
        case .recurrence:
            self.init(
                "recurrence", "Recurrence rule",
                "RFC 5545 section 3.3.10 without UNTIL and COUNT, once a day at most.", Pattern.recurrence, 10...4096,
                "FREQ=WEEKLY;BYDAY=FR,SA,SU")
        }
    }

    /// The id of a record of a type in examples.
    static func id(of type: RecordType) -> String {
        switch type {
        case .exchange: "sample-open-studios-2026"
        case .city: "carrara"
        case .organisation: "associazione-esempio"
        case .programme: "open-studios"
        case .edition: "2026"
        case .place: "laboratorio-prova"
        case .artist: "pinco-pallino"
        case .event: "apertura"
        case .route: "centro-monti"
        case .media: "video-01"
        case .cooperation: "carrara-aswan"
        }
    }
}

extension String {
    /// `kindsOfPlace` of `kinds of place`.
    var camelCased: String {
        let words = split { $0 == " " || $0 == "-" }
        return words.prefix(1).joined() + words.dropFirst().map { String($0).capitalisedFirst }.joined()
    }

    /// With its first letter as a capital.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }

    /// `an artist` of `artist`.
    var withArticleBefore: String { (first.map { "aeio".contains($0) } == true ? "an " : "a ") + self }
}
