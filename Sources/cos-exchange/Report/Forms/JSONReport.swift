import ExchangeDiagnostics
import ExchangeFormats

/// The report as programs read it. It says only what is known: a member that could not be filled is not there.
struct JSONReport: ReportForm {
    func ending(of run: ReportedRun) -> String {
        JSON.object([
            ("tool", Self.tool), ("profile", .string(run.terms.profile.rawValue)),
            ("input", .array(run.inputs.map(Self.source))),
            ("summary", Self.summary(of: run.total)),
            ("diagnostics", .array(run.inputs.flatMap(\.findings).map(\.json))),
            ("skipped", .array(Self.skipped(in: run))),
            ("systemErrors", .array(run.systemErrors.map(JSON.string))),
        ]).text
    }

    static let tool = JSON.object([("name", .string(Version.tool)), ("version", .string(Version.number))])

    private static func source(_ input: ReportedInput) -> JSON {
        var members: [(String, JSON)] = [("file", .string(input.name))]
        if let format = input.format { members.append(("format", .string(format.rawValue))) }
        if let records = input.tally.records { members.append(("records", .integer(records))) }
        return .object(members)
    }

    static func summary(of tally: Tally) -> JSON {
        let severities = Severity.allCases.reversed().map { ($0.rawValue, JSON.integer(tally.count($0))) }
        let codes = Code.allCases.compactMap { code in
            tally.byCode[code].map { (code.rawValue, JSON.integer($0)) }
        }
        var members: [(String, JSON)] = [
            ("total", .integer(tally.total)), ("bySeverity", .object(severities)), ("byCode", .object(codes)),
        ]
        if let records = tally.records { members.append(("records", .integer(records))) }
        if tally.isRecordCountExact { members.append(("recordsWithFindings", .integer(tally.recordsWithFindings))) }
        return .object(members)
    }

    /// What was counted but not told.
    private static func skipped(in run: ReportedRun) -> [JSON] {
        let told = run.inputs.flatMap(\.findings).reduce(into: [Code: Int]()) {
            $0[$1.diagnostic.code, default: 0] += 1
        }
        return Code.allCases.compactMap { code in
            let hidden = run.total.count(code) - (told[code] ?? 0)
            return hidden > 0 ? .object([("code", .string(code.rawValue)), ("count", .integer(hidden))]) : nil
        }
    }
}

/// The same, a finding a line as soon as its input has been read, and a line at the end that sums up.
struct JSONLinesReport: ReportForm {
    func text(of input: ReportedInput, isTerse: Bool) -> String { input.findings.map(\.json.line).joined() }

    func ending(of run: ReportedRun) -> String {
        JSON.object([
            ("tool", JSONReport.tool), ("profile", .string(run.terms.profile.rawValue)),
            ("summary", JSONReport.summary(of: run.total)),
            ("systemErrors", .array(run.systemErrors.map(JSON.string))),
        ]).line
    }
}

extension Finding {
    /// A finding as the reports for programs tell it.
    var json: JSON {
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
        members.append(("location", .object(Self.location(diagnostic.location, at: address, end: end))))
        let related = diagnostic.related.map { related in
            JSON.object(
                Self.location(related.location, at: related.location.path, end: nil) + [
                    ("message", .string(related.message))
                ])
        }
        members.append(("related", .array(related)))
        members.append(("suggestions", .array(diagnostic.suggestions.map(JSON.string))))
        members.append(("fingerprint", .string(fingerprint.text)))
        return .object(members)
    }

    private static func location(
        _ location: Diagnostic.Location, at address: String, end: Position?
    ) -> [(name: String, value: JSON)] {
        var members: [(name: String, value: JSON)] = [
            ("file", .string(location.file)), ("byteOffset", .integer(location.position.offset)),
        ]
        if let end { members.append(("byteLength", .integer(end.offset - location.position.offset))) }
        members += [("line", .integer(location.position.line)), ("column", .integer(location.position.column))]
        if let end { members += [("endLine", .integer(end.line)), ("endColumn", .integer(end.column))] }
        return members + [("path", .string(address))]
    }
}
