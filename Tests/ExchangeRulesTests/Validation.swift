import ExchangeDiagnostics
import ExchangeFormats
import ExchangeModel
import ExchangeRules
import ExchangeSyntax
import Testing

/// What the rules say of an exchange in JSON.
struct Validation {
    private(set) var findings: [Diagnostic] = []

    init(_ input: [UInt8], rules: [Rule] = Rule.all) throws {
        var source = JSONSource(ByteInput(input))
        var validator = Validator(rules: rules)
        var findings: [Diagnostic] = []
        try source.read(.all, report: { _ in }) { record in validator.check(record) { findings.append($0) } }
        validator.finish { findings.append($0) }
        self.findings = findings
    }

    init(_ input: String) throws { try self.init(Array(input.utf8)) }

    var errors: [Diagnostic] { findings.filter { $0.severity == .error } }

    func count(of code: Code) -> Int { findings.count { $0.code == code } }
}

/// An exchange with a record of every type, in which nothing is wrong.
enum Specimen {
    private static let collections = [
        "cities", "organisations", "programmes", "editions", "places", "artists", "events", "routes", "media",
        "cooperations",
    ]

    // swift-format-ignore
    private static let members: [String: String] = [
        "header": #""format": "cos-exchange", "schemaVersion": "1.0", "id": "prova", "name": {"it": "Prova"}, "baseURI": "https://data.open-studios.example/id/", "generated": "2026-05-04T09:00:00Z", "languages": ["it", "en"], "publisher": "ente", "licence": "CC0-1.0""#,
        "cities": #""id": "ID", "name": {"it": "Carrara"}, "country": "IT", "timeZone": "Europe/Rome""#,
        "organisations": #""id": "ID", "name": {"it": "Ente"}"#,
        "programmes": #""id": "ID", "name": {"it": "Studi"}, "kind": "open-studios""#,
        "editions": #""id": "ID", "programme": "programma", "name": {"it": "2026"}, "city": "carrara", "start": "2026-05-07", "end": "2026-06-14""#,
        "places": #""id": "ID", "name": {"it": "Studio"}, "kind": "studio", "city": "carrara", "precision": "exact", "access": "open""#,
        "artists": #""id": "ID", "name": {"ar": "فلان الفلاني"}, "kind": "person", "consentScope": ["name", "contact"], "consentDate": "2026-02-01""#,
        "events": #""id": "ID", "name": {"it": "Visita"}, "kind": "tour", "status": "scheduled", "timeZone": "Europe/Rome""#,
        "routes": #""id": "ID", "name": {"it": "Percorso"}, "stops": [{"place": "studio"}, {"place": "studio"}]"#,
        "media": #""id": "ID", "kind": "video", "url": "https://media.open-studios.example/v""#,
        "cooperations": #""id": "ID", "name": {"it": "Insieme"}, "cities": ["carrara", "https://data.aswan.example/id/city/aswan"]"#,
    ]

    private static let ids = [
        "cities": "carrara", "organisations": "ente", "programmes": "programma", "editions": "2026", "places": "studio",
        "artists": "pinco", "events": "visita", "routes": "percorso", "media": "video", "cooperations": "insieme",
    ]

    /// The exchange with one more record of a collection, `nuovo`, whose members are those that a record needs and the
    /// given ones; for `header`, with other members of the header. `without` names one that is left out.
    static func text(with members: String = "", in collection: String = "header", without name: String? = nil) -> String
    {
        func object(_ type: String, _ id: String, _ more: String, without name: String?) -> String {
            let needed = Self.split((Self.members[type] ?? "").replacing("\"ID\"", with: "\"\(id)\""))
            let given = Self.split(more.replacing("⚡", with: ""))
            let kept = needed.filter { need in need.0 != name && !given.contains { $0.0 == need.0 } }
            return (kept.map { "\"\($0.0)\": \($0.1)" } + (more.isEmpty ? [] : [more])).joined(separator: ", ")
        }
        let isHeader = collection == "header"
        var text = "{" + object("header", "", isHeader ? members : "", without: isHeader ? name : nil)
        for other in Self.collections {
            text += ",\n\"\(other)\": [\n{\(object(other, Self.ids[other] ?? "", "", without: nil))}"
            if other == collection {
                let mark = members.contains("⚡") ? "" : "⚡"
                text += ",\n\(mark){\(object(other, "nuovo", members, without: name))}"
            }
            text += "]"
        }
        if isHeader, !members.contains("⚡") { text = "⚡" + text }
        return text + "}\n"
    }

    /// The members of an object without its braces.
    private static func split(_ text: String) -> [(String, String)] {
        var members: [(String, String)] = []
        var (depth, isInString, part) = (0, false, "")
        for character in text + "," {
            if character == "\"", part.last != "\\" { isInString.toggle() }
            if !isInString, "[{".contains(character) { depth += 1 }
            if !isInString, "]}".contains(character) { depth -= 1 }
            if character == ",", depth == 0, !isInString {
                let sides = part.split(separator: ":", maxSplits: 1)
                if sides.count == 2 {
                    let name = sides[0].filter { $0 != "\"" && !$0.isWhitespace }
                    members.append((name, String(sides[1].drop { $0 == " " })))
                }
                part = ""
            } else {
                part.append(character)
            }
        }
        return members
    }
}

/// One thing that is wrong with a record, or nothing: the ⚡ stands where it should be found.
struct Case: CustomTestStringConvertible, Sendable {
    let code: Code?
    let collection: String
    let path: String
    let members: String
    let without: String?
    let severity: Severity?
    let words: String?
    let suggestions: [String]

    init(
        _ code: Code, _ collection: String, _ path: String, _ members: String, without: String? = nil,
        _ severity: Severity? = nil, says words: String? = nil, means suggestions: [String] = []
    ) {
        (self.code, self.collection, self.path, self.members) = (code, collection, path, members)
        (self.without, self.severity, self.words, self.suggestions) = (without, severity, words, suggestions)
    }

    /// Members with which nothing is wrong.
    init(good collection: String, _ members: String, without: String? = nil) {
        (code, self.collection, path, self.members, self.without) = (nil, collection, "", members, without)
        (severity, words, suggestions) = (nil, nil, [])
    }

    var testDescription: String {
        "\(code.map { "\($0)" } ?? "good"): \(members)\(without.map { " without \($0)" } ?? "")"
    }
}
