import ExchangeFormats

/// Prints the schema of a format, for whoever makes or checks exchanges with other programs.
struct SchemaCommand: Verb {
    private static let lang = Option(
        "lang", nil, .text("tag"), help: "A language for which tables have columns, such as 'it'.", isRepeating: true)

    private static let output = Option(
        "output", "o", .path("file"), help: "Where to write it; '-' is standard output.", fallback: "-")

    /// The schemas that can be had.
    private enum Kind: String, CaseIterable { case json, xsd, csv }

    static let command = Command(
        name: "schema", abstract: "Print the schema of a format: json, xsd or csv.",
        examples: [
            Command.Example("cos-exchange schema json -o exchange.schema.json", "JSON Schema (2020-12)."),
            Command.Example("cos-exchange schema xsd", "XML Schema (XSD 1.0)."),
            Command.Example("cos-exchange schema csv --lang it --lang en", "Data Package descriptor of all tables."),
        ],
        discussion:
            "The schemas say what a grammar can say; 'cos-exchange validate' finds more, such as references that lead "
            + "nowhere and times that no clock shows.",
        positionals: [Command.Positional(name: "kind", help: "Which schema: json, xsd or csv.")],
        groups: [Command.Group("", [lang, output]), .common])

    private let kind: Kind
    private let languages: [String]
    private let outputPath: String?

    init(_ arguments: Arguments) throws {
        guard let name = arguments.positionals.first else {
            throw UsageError("Please say which schema: json, xsd or csv.")
        }
        guard let kind = Kind(rawValue: name) else {
            throw UsageError("There is no schema '\(Escaped.text(name))': json, xsd and csv can be had.")
        }
        self.kind = kind
        languages = arguments.all(Self.lang)
        if kind != .csv, arguments.has(Self.lang) {
            throw UsageError("'--lang' is for tables, and '\(name)' has none", about: Self.lang)
        }
        if let tag = languages.first(where: { !Languages.isTag($0) }) {
            throw UsageError.invalid(
                tag, for: Self.lang, because: "Please provide a language tag (BCP 47), such as 'it'.")
        }
        outputPath = arguments[Self.output]
    }

    func run() throws -> ExitCode {
        let output = try Output(outputPath)
        switch kind {
        case .json: try output.write(JSONSchemaWriter().text)
        case .xsd: try output.write(XMLSchemaWriter().text)
        case .csv: try output.write(DataPackageDescriptor.all(languages: languages).text)
        }
        try output.commit()
        return .success
    }
}
