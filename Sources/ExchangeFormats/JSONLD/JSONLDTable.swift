import ExchangeModel

/// Which fields of a record go under which terms of schema.org (model, section 8, last column).
///
/// A term takes the values of its fields one behind the other. What is in no row, and is not written by a function of
/// its own, is lost, and reported.
final class JSONLDTable: Sendable {
    struct Row: Sendable {
        let term: StaticString
        let fields: [Int]
    }

    let rows: [Row]
    /// What is said of the record as a work: its licence, its holder of rights.
    let work: [Row]
    /// Whether the record is a work itself; otherwise one that is about it bears those rows.
    let isWork: Bool
    /// The fields that nothing says.
    let untold: [Int]

    private init(_ type: RecordType, _ rows: [(StaticString, String)], special: String) {
        let schema = type.schema
        func indices(_ names: String) -> [Int] { names.split(separator: " ").map { schema.position(of: String($0)) } }
        isWork = type == .exchange || type == .media
        let page: [(StaticString, String)] = type == .media ? [] : [("url", "url")]
        self.rows = (rows + page + [("sameAs", "sameAs")]).map { Row(term: $0.0, fields: indices($0.1)) }
        let license: StaticString = type == .exchange ? "sdLicense" : "license"
        let works: [(StaticString, String)] = [
            (license, "licence"), ("copyrightHolder", "rightsHolder"), ("creditText", "credit"),
            ("isBasedOn", "source"), ("dateModified", "updated"),
        ]
        work = works.map { Row(term: $0.0, fields: indices($0.1)) }
        let told = Set((self.rows + work).flatMap(\.fields) + indices("id " + special))
        untold = schema.fields.indices.filter { !told.contains($0) }
    }

    /// The table of a type.
    static func of(_ schema: Schema) -> JSONLDTable? { RecordType(rawValue: schema.name).flatMap { tables[$0] } }

    private static let tables: [RecordType: JSONLDTable] = Dictionary(
        uniqueKeysWithValues: RecordType.allCases.map { ($0, make($0)) })

    private static func make(_ type: RecordType) -> JSONLDTable {
        let named: [(StaticString, String)] = [("name", "name")]
        switch type {
        case .exchange:
            return JSONLDTable(
                type,
                named + [
                    ("description", "description"), ("schemaVersion", "schemaVersion"),
                    ("sdDatePublished", "generated"), ("inLanguage", "languages"), ("publisher", "publisher"),
                ], special: "baseURI generator")
        case .city:
            return JSONLDTable(
                type, named + [("description", "description"), ("keywords", "creativeFields")],
                special: "country subdivision")
        case .organisation:
            return JSONLDTable(
                type,
                named + [
                    ("description", "description"), ("additionalType", "kind"), ("location", "city"),
                    ("email", "email"), ("telephone", "telephone"),
                ], special: "")
        case .programme:
            return JSONLDTable(
                type,
                named + [
                    ("description", "description"), ("additionalType", "kind"), ("location", "cities"),
                    ("keywords", "hashtags"),
                ], special: "since organisations")
        case .edition:
            return JSONLDTable(
                type,
                named + [
                    ("description", "description"), ("superEvent", "programme"), ("location", "city"),
                    ("startDate", "start"), ("endDate", "end"), ("keywords", "hashtags"),
                ], special: "status organisations")
        case .place:
            return JSONLDTable(
                type,
                named + [
                    ("description", "description directions"), ("additionalType", "kind"),
                    ("keywords", "settings disciplines"), ("telephone", "telephone"),
                ],
                special:
                    "city street district postcode latitude longitude access accessible notAccessible accessibilityNote"
            )
        case .artist:
            return JSONLDTable(
                type,
                named + [
                    ("description", "description"), ("alternateName", "sortName"), ("knowsAbout", "disciplines"),
                    ("knowsLanguage", "languages"), ("email", "email"), ("telephone", "telephone"),
                ], special: "kind members city places")
        case .event:
            return JSONLDTable(
                type,
                named + [
                    ("description", "description accessibilityNote"), ("additionalType", "kind"),
                    ("superEvent", "edition partOf"), ("keywords", "strand accessible hashtags"),
                    ("inLanguage", "languages"), ("isAccessibleForFree", "isFree"),
                    ("maximumAttendeeCapacity", "capacity"),
                ],
                special:
                    "status previousStart places online artists organisations disciplines timeZone bookingURL "
                    + "admissionNote slots")
        case .route:
            return JSONLDTable(type, named + [("description", "description")], special: "stops")
        case .media:
            return JSONLDTable(
                type,
                named + [
                    ("description", "description"), ("accessibilitySummary", "alt"), ("about", "about"),
                    ("creator", "creators"), ("inLanguage", "languages"), ("datePublished", "published"),
                    ("duration", "duration"), ("encodingFormat", "mediaType"), ("keywords", "hashtags"),
                ], special: "kind url subtitles")
        case .cooperation:
            return JSONLDTable(
                type,
                named + [
                    ("description", "description"), ("additionalType", "kind"), ("areaServed", "cities"),
                    ("keywords", "creativeFields"), ("foundingDate", "start"), ("dissolutionDate", "end"),
                ], special: "organisations")
        }
    }
}
