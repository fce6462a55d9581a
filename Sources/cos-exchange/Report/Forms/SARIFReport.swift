import ExchangeDiagnostics

/// The report as code scanning services read it: OASIS SARIF 2.1.0.
///
/// A file is named relative to where the tool ran unless the user named it from the root; columns are counted in Unicode
/// scalars.
struct SARIFReport: ReportForm {
    func ending(of run: ReportedRun) -> String {
        let findings = run.inputs.flatMap(\.findings)
        let codes = Code.allCases.filter { code in findings.contains { $0.diagnostic.code == code } }
        let driver = JSON.object([
            ("name", .string(Version.tool)), ("version", .string(Version.number)),
            ("semanticVersion", .string(Version.number)),
            ("rules", .array(codes.map { Self.rule($0, in: run.terms.profile) })),
        ])
        let invocation = JSON.object([
            ("executionSuccessful", .boolean(run.systemErrors.isEmpty)),
            (
                "toolExecutionNotifications",
                .array(run.systemErrors.map { .object([("level", .string("error")), ("message", Self.text($0))]) })
            ),
        ])
        let root = JSON.object([("description", Self.text("The folder in which the tool was run."))])
        let body = JSON.object([
            ("tool", .object([("driver", driver)])), ("invocations", .array([invocation])),
            ("originalUriBaseIds", .object([(Self.root, root)])), ("columnKind", .string("unicodeCodePoints")),
            ("artifacts", .array(run.inputs.map(Self.artifact))),
            ("results", .array(findings.map { Self.result($0, codes) })),
            ("properties", .object([("profile", .string(run.terms.profile.rawValue))])),
        ])
        return JSON.object([
            ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")), ("version", .string("2.1.0")),
            ("runs", .array([body])),
        ]).text
    }

    /// The name under which paths are relative to the working folder.
    private static let root = "ROOT"

    private static func text(_ text: String) -> JSON { .object([("text", .string(text))]) }

    private static func rule(_ code: Code, in profile: Profile) -> JSON {
        let severity = profile == .draft ? code.draftSeverity : code.severity
        return .object([
            ("id", .string(code.rawValue)), ("name", .string(code.slug)), ("shortDescription", text(code.sentence)),
            ("help", text("\(code.rawValue) \(code.slug): \(code.sentence)")),
            ("defaultConfiguration", .object([("level", .string(severity.rawValue))])),
        ])
    }

    private static func artifact(_ input: ReportedInput) -> JSON {
        var members: [(String, JSON)] = [("location", artifactLocation(input.name))]
        if let format = input.format { members.append(("mimeType", .string(format.mediaType))) }
        return .object(members)
    }

    private static func artifactLocation(_ file: String) -> JSON {
        let path = URIPath(file).text
        return file.hasPrefix("/")
            ? .object([("uri", .string("file://" + path))])
            : .object([("uri", .string(path)), ("uriBaseId", .string(root))])
    }

    private static func result(_ finding: Finding, _ codes: [Code]) -> JSON {
        let diagnostic = finding.diagnostic
        var message = diagnostic.subjectWords.map { "\($0) – " } ?? ""
        message += diagnostic.message
        if let meant = diagnostic.meant { message += "; did you mean \(meant)?" }
        var members: [(String, JSON)] = [("ruleId", .string(diagnostic.code.rawValue))]
        if let index = codes.firstIndex(of: diagnostic.code) { members.append(("ruleIndex", .integer(index))) }
        members += [
            ("level", .string(diagnostic.severity.rawValue)), ("message", text(message)),
            ("locations", .array([location(diagnostic.location, end: finding.end, of: diagnostic, finding.address)])),
            ("partialFingerprints", .object([("cosExchange/v1", .string(finding.fingerprint.text))])),
        ]
        if !diagnostic.related.isEmpty {
            let related = diagnostic.related.enumerated().map { index, related in
                let place = physicalLocation(related.location, end: nil)
                return JSON.object([
                    ("id", .integer(index + 1)), ("physicalLocation", place), ("message", text(related.message)),
                ])
            }
            members.append(("relatedLocations", .array(related)))
        }
        return .object(members)
    }

    private static func location(
        _ location: Diagnostic.Location, end: Position?, of diagnostic: Diagnostic, _ address: String
    ) -> JSON {
        var logical: [JSON] = []
        if let subject = diagnostic.subject {
            let name = subject.id ?? subject.name ?? subject.kind
            logical.append(
                .object([
                    ("name", .string(name)), ("fullyQualifiedName", .string("\(subject.kind)/\(name)")),
                    ("kind", .string("resource")),
                ]))
        }
        if !address.isEmpty {
            logical.append(.object([("fullyQualifiedName", .string(address)), ("kind", .string("element"))]))
        }
        return .object([
            ("physicalLocation", physicalLocation(location, end: end)), ("logicalLocations", .array(logical)),
        ])
    }

    private static func physicalLocation(_ location: Diagnostic.Location, end: Position?) -> JSON {
        let position = location.position
        var region: [(String, JSON)] = [
            ("startLine", .integer(max(1, position.line))), ("startColumn", .integer(max(1, position.column))),
        ]
        if let end { region += [("endLine", .integer(end.line)), ("endColumn", .integer(end.column))] }
        region.append(("byteOffset", .integer(position.offset)))
        if let end { region.append(("byteLength", .integer(end.offset - position.offset))) }
        return .object([("artifactLocation", artifactLocation(location.file)), ("region", .object(region))])
    }
}

/// A path as it stands in a URI (RFC 3986 section 3.3).
struct URIPath {
    let text: String

    init(_ path: String) {
        var text = ""
        for octet in path.utf8 {
            switch octet {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"), UInt8(ascii: "/"):
                text.unicodeScalars.append(Unicode.Scalar(octet))
            default:
                let digits = String(octet, radix: 16, uppercase: true)
                text += "%" + (digits.count < 2 ? "0" : "") + digits
            }
        }
        self.text = text
    }
}
