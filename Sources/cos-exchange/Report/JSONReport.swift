import ExchangeDiagnostics
import ExchangeFormats

/// The report as programs read it. It says only what is known: a member that could not be filled is not there.
struct JSONReport {
    struct Source {
        let name: String
        let format: Format?
        let records: Int?
    }

    let inputs: [Source]
    let tally: Tally
    let findings: [Finding]
    let systemErrors: [String]

    var json: JSON {
        .object([
            ("tool", .object([("name", .string(Version.tool)), ("version", .string(Version.number))])),
            ("input", .array(inputs.map(Self.source))),
            ("summary", summary),
            ("diagnostics", .array(findings.map(Self.finding))),
            ("skipped", .array(skipped)),
            ("systemErrors", .array(systemErrors.map(JSON.string))),
        ])
    }

    private static func source(_ source: Source) -> JSON {
        var members: [(String, JSON)] = [("file", .string(source.name))]
        if let format = source.format { members.append(("format", .string(format.rawValue))) }
        if let records = source.records { members.append(("records", .integer(records))) }
        return .object(members)
    }

    private var summary: JSON {
        var members: [(String, JSON)] = [
            ("total", .integer(tally.total)),
            ("bySeverity", .object(Severity.allCases.reversed().map { ($0.rawValue, .integer(tally.count($0))) })),
            (
                "byCode",
                .object(
                    Code.allCases.compactMap { code in
                        tally.byCode[code].map { (code.rawValue, .integer($0)) }
                    })
            ),
        ]
        if let records = tally.records { members.append(("records", .integer(records))) }
        if tally.isRecordCountExact { members.append(("recordsWithFindings", .integer(tally.recordsWithFindings))) }
        return .object(members)
    }

    /// What was counted but not told.
    private var skipped: [JSON] {
        let told = findings.reduce(into: [Code: Int]()) { $0[$1.diagnostic.code, default: 0] += 1 }
        return Code.allCases.compactMap { code in
            let hidden = (tally.byCode[code] ?? 0) - (told[code] ?? 0)
            return hidden > 0 ? .object([("code", .string(code.rawValue)), ("count", .integer(hidden))]) : nil
        }
    }

    private static func finding(_ finding: Finding) -> JSON {
        let diagnostic = finding.diagnostic
        var members: [(String, JSON)] = [
            ("code", .string(diagnostic.code.rawValue)), ("slug", .string(diagnostic.code.slug)),
            ("severity", .string(diagnostic.severity.rawValue)), ("message", .string(diagnostic.message)),
        ]
        if let subject = diagnostic.subject {
            var parts: [(String, JSON)] = [("kind", .string(subject.kind))]
            if let id = subject.id { parts.append(("id", .string(id))) }
            if let name = subject.name { parts.append(("name", .string(name))) }
            members.append(("subject", .object(parts)))
        }
        members.append(("location", .object(location(diagnostic.location, at: finding.address))))
        members.append(
            (
                "related",
                .array(
                    diagnostic.related.map { related in
                        .object(
                            location(related.location, at: related.location.path) + [
                                ("message", .string(related.message))
                            ])
                    })
            ))
        members.append(("suggestions", .array(diagnostic.suggestions.map(JSON.string))))
        members.append(("fingerprint", .string(finding.fingerprint.text)))
        return .object(members)
    }

    private static func location(
        _ location: Diagnostic.Location, at address: String
    ) -> [(name: String, value: JSON)] {
        [
            ("file", .string(location.file)), ("byteOffset", .integer(location.position.offset)),
            ("line", .integer(location.position.line)), ("column", .integer(location.position.column)),
            ("path", .string(address)),
        ]
    }
}
