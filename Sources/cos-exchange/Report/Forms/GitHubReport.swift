import ExchangeDiagnostics

/// The findings as annotations in the log of a GitHub Actions job, the gravest first, since the page shows only some.
struct GitHubReport: ReportForm {
    func ending(of run: ReportedRun) -> String {
        let findings = run.inputs.flatMap(\.findings)
        let lines = Severity.allCases.reversed().flatMap { severity in
            findings.filter { $0.diagnostic.severity == severity }.map(Self.line)
        }
        // A name of a file must not begin a line: the runner would obey it.
        let summaries = run.inputs.map { "\(Version.tool): \(Self.data($0.summary))\n" }
        return (lines + summaries).joined()
    }

    private static func line(_ finding: Finding) -> String {
        let diagnostic = finding.diagnostic
        let position = diagnostic.location.position
        var properties = [
            ("file", Escaped.text(diagnostic.location.file, limit: 1_000)), ("line", String(position.line)),
            ("col", String(position.column)),
        ]
        if let end = finding.end {
            properties += [("endLine", String(end.line)), ("endColumn", String(max(1, end.column - 1)))]
        }
        properties.append(("title", "\(diagnostic.code.rawValue) \(diagnostic.code.slug)"))
        let words = properties.map { "\($0.0)=\(property($0.1))" }.joined(separator: ",")
        let subject = diagnostic.subjectWords.map { "\($0) – " } ?? ""
        let meant = diagnostic.meant.map { " (did you mean \($0)?)" } ?? ""
        let message = subject + Escaped.text(diagnostic.message, limit: 400) + meant
        return "::\(command(diagnostic.severity)) \(words)::\(data(message))\n"
    }

    private static func command(_ severity: Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .note: "notice"
        }
    }

    /// What stands behind the second pair of colons.
    private static func data(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "%": result += "%25"
            case "\r": result += "%0D"
            case "\n": result += "%0A"
            default: result.unicodeScalars.append(scalar)
            }
        }
    }

    /// What stands behind an equals sign.
    private static func property(_ text: String) -> String {
        data(text).unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case ":": result += "%3A"
            case ",": result += "%2C"
            default: result.unicodeScalars.append(scalar)
            }
        }
    }
}
