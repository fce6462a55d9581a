import ExchangeFormats

extension Fault {
    /// Whether a format cannot have the fault: an empty list leaves no trace in elements or cells.
    var isOfOtherFormats: Bool { code != .emptyValue }

    /// Why the published schema of a format does not find the fault; nil where it does.
    func reason(in format: Format) -> String? {
        // Both XML Schema and Data Packages compare ids.
        if code == .duplicateID { return nil }
        let reasons = format == .xml ? Self.notInXMLSchema : Self.notInTables
        return onlyRules ?? reasons[testDescription]
    }

    /// What XML Schema 1.0 cannot say of an element that depends on another.
    private static let together = "no element depends on another in XML Schema 1.0"
    private static let cells = "no column depends on another in Table Schema"
    private static let inExtras = "a list whose item has a blank is no cell, and lies in extras"
    private static let uri = "what a URI must not be cannot be told by a pattern that every tool knows"
    private static let languages = "xml:lang is of another namespace, whose schema would have to lie beside this one"
    private static let columns = "a language is the name of a column"

    /// The faults that validation and the JSON Schema find, and the XML Schema does not.
    static let notInXMLSchema: [String: String] = [
        "L101 /name/zxx ?": languages, "L101 /name/en-UK Open studios": languages,
        "G104 /places/0/longitude": together, "P102 /places/0/precision district": together,
        "P102 /places/1/precision withheld": together, "U101 /places/0/url https:///studio": uri,
        "U102 /places/0/url javascript:alert(1)": uri,
        "U102 /places/0/url https://pinco:segreto@open-studios.example/": uri,
        "M101 /artists/0/consentScope": together, "M101 /artists/0/consentDate": together,
        "M101 /events/1/timeZone": together, "T120 /events/1/slots/0/end 2026-05-29": together,
        "T119 /events/1/slots/0/count 4": together, "T119 /events/0/slots/0/repeat": together,
    ]

    /// The faults that validation and the JSON Schema find, and a Data Package does not show.
    static let notInTables: [String: String] = [
        "M101 /name": "a text has a column for each language, and none of them must have a cell",
        "L101 /name/zxx ?": columns, "L101 /name/en-UK Open studios": columns,
        "C103 /cities/0/creativeFields/0 Crafts and Folk Art": inExtras,
        "C103 /events/0/accessible/0 rampa d’ingresso": inExtras,
        "R102 /artists/0/places/0 laboratorio prova": inExtras,
        "U101 /places/0/sameAs https://open-studios.example/a b": inExtras,
        "G104 /places/0/longitude": cells, "P102 /places/0/precision district": cells,
        "P102 /places/1/precision withheld": cells, "U101 /places/0/url https:///studio": uri,
        "U102 /places/0/url javascript:alert(1)": uri,
        "U102 /places/0/url https://pinco:segreto@open-studios.example/": uri,
        "M101 /artists/0/consentScope": cells, "M101 /artists/0/consentDate": cells,
        "T106 /artists/0/consentDate 2026-2-1": "frictionless reads a day without its noughts",
        "M101 /events/1/timeZone": cells, "T120 /events/1/slots/0/end 2026-05-29": cells,
        "T119 /events/1/slots/0/count 4": cells, "T119 /events/0/slots/0/repeat": cells,
        "M101 /routes/0/stops/1": "no table says how many rows another has",
        "M101 /cooperations/0/cities/1": "a pattern of a cell says what its words are, not how many",
    ]
}
