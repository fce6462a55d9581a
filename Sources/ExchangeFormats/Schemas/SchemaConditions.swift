import ExchangeModel

/// What a schema says beyond the kinds of fields: the rules of the model, section 6, that a grammar can tell.
///
/// Rules themselves lie a floor away and see more; what they find and a grammar can tell is here once more, and a test
/// plants the same faults before both.
enum SchemaConditions {
    /// What narrows one field.
    struct Narrowing {
        /// What the whole of a value matches, in the place of what its scalar says.
        var pattern: String?
        /// How many values there are at least.
        var least = 1
    }

    /// What narrows a field of a schema beyond its kind.
    static func narrowing(_ field: Field, of schema: Schema) -> Narrowing {
        switch "\(schema.name).\(field.name)" {
        case "exchange.format": Narrowing(pattern: "cos-exchange")
        case "exchange.schemaVersion": Narrowing(pattern: #"1\.(0|[1-9][0-9]*)"#)
        case "exchange.baseURI": Narrowing(pattern: Pattern.baseURI)
        case "cooperation.cities", "route.stops": Narrowing(least: 2)
        default: Narrowing()
        }
    }

    /// What JSON Schema says of a record's fields together.
    static func keywords(of schema: Schema) -> JSONTree {
        switch schema.name {
        case "place": place
        case "artist": artist
        case "event": event
        case "slot": slot
        case "override": ["allOf": .array(sameForm)]
        default: [:]
        }
    }

    /// The fields that an example shows beside those that every record has.
    static func shown(in schema: Schema) -> [String] {
        switch schema.name {
        case "place": ["latitude", "longitude"]
        case "artist": ["consentScope", "consentDate"]
        case "event": ["timeZone", "slots"]
        case "slot": ["repeat", "until"]
        case "override": ["status"]
        default: []
        }
    }

    // MARK: Records

    /// Coordinates come in pairs, and a place tells no more than its precision allows.
    private static let place: JSONTree = [
        "dependentRequired": ["latitude": ["longitude"], "longitude": ["latitude"]],
        "allOf": [
            [
                "if": given("precision", ["enum": ["district", "city", "withheld"]]),
                "then": without(["street"]),
            ],
            ["if": given("precision", ["const": "withheld"]), "then": without(["latitude", "longitude"])],
        ],
    ]

    /// A person has agreed to something, and on some day. Whether that covers what is told is a matter of publication.
    private static let artist: JSONTree = [
        "dependentRequired": ["consentScope": ["consentDate"]],
        "if": given("kind", ["const": "person"]),
        "then": ["required": ["consentScope"]],
    ]

    /// Times of day are those of a zone.
    private static let event: JSONTree = [
        "if": given(
            "slots", ["type": "array", "contains": ["anyOf": [given("start", timeOfDay), given("end", timeOfDay)]]]),
        "then": ["required": ["timeZone"]],
    ]

    /// A repetition ends once, and only where there is one.
    private static let slot: JSONTree = [
        "dependentRequired": ["until": ["repeat"], "count": ["repeat"]],
        "not": ["required": ["until", "count"]],
        "allOf": .array(sameForm),
    ]

    /// Start and end are both days, or both times of day.
    private static let sameForm: [JSONTree] = [
        ["if": given("start", timeOfDay), "then": ["properties": ["end": ["pattern": "T"]]]],
        ["if": given("start", wholeDay), "then": ["properties": ["end": ["not": timeOfDay]]]],
    ]

    private static let timeOfDay: JSONTree = ["type": "string", "pattern": "T"]
    private static let wholeDay: JSONTree = ["type": "string", "pattern": "^[^T]*$"]

    /// That there is a member, and that it is like this.
    private static func given(_ name: String, _ schema: JSONTree) -> JSONTree {
        .object([.init("required", [.string(name)]), .init("properties", .object([.init(name, schema)]))])
    }

    /// That there is no member of these names.
    private static func without(_ names: [String]) -> JSONTree {
        ["properties": .object(names.map { .init($0, false) })]
    }
}
