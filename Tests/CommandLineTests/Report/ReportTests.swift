import ExchangeDiagnostics
import Foundation
import Testing

@testable import cos_exchange

@Suite("The report")
struct ReportTests {
    private static let text = """
        {
          "events": [
            {"id": "ev-017", "studio": "st-0012", "title": "فلان", "end": 12}
          ]
        }

        """

    private static func diagnostic(
        _ code: Code = .wrongType, _ name: String? = "Visita al buio", offset: Int = 47
    ) -> Diagnostic {
        Diagnostic(
            code, message: "the studio \"st-0012\" is not in this programme",
            subject: .init(kind: "event", id: "ev-017", name: name),
            at: .init(position: Position(offset: offset), path: "/events/16/studio"),
            related: [.init("“Laboratorio Corsi” is here", at: .init(position: Position(offset: 21), path: ""))],
            suggestions: ["st-012"])
    }

    /// The report about one input, or several, of the same text and the same findings.
    private func report(
        _ style: ReportStyle, _ diagnostics: [Diagnostic], about names: [String] = ["p.json"], text: String = Self.text,
        limit: Int = 100, least: Severity = .note, isTerse: Bool = false, records: Int? = 87
    ) throws -> String {
        let folder = try TemporaryFolder()
        var result = ""
        let report = Report(style, limit: limit, least: least, isTerse: isTerse) { result += $0 }
        for name in names {
            let input = try Input(.file(folder.write(text, to: name)))
            diagnostics.forEach(report.add)
            try report.endInput(input, format: .json, records: records)
        }
        try report.end()
        return result.replacing(folder.path + "/", with: "")
    }

    @Test("shows people whose record, what, where, and the line itself")
    func isTextForPeople() throws {
        let text = try report(.text, [Self.diagnostic()], text: Self.text.replacing("فلان", with: "Buio"))
        #expect(
            text == """
                error[M103] wrong-type: event “Visita al buio” (ev-017) – the studio "st-0012" is not in this programme
                 --> p.json:3:32  /events/16/studio
                  |
                3 |     {"id": "ev-017", "studio": "st-0012", "title": "Buio", "end": 12}
                  |                                ^^^^^^^^^
                  ::: p.json:3:6  “Laboratorio Corsi” is here
                  = did you mean "st-012"?

                p.json: 1 error in 1 of 87 records

                """)
    }

    @Test("isolates what runs from right to left, and gives the column instead of a caret")
    func isolatesRightToLeft() throws {
        let text = try report(.text, [Self.diagnostic()])
        #expect(text.contains("3 | \u{2068}    {\"id\""))
        #expect(text.contains("  = column 32: \u{2068}\"st-0012\"\u{2069}\n"))
        #expect(!text.contains("^"))
    }

    @Test("is one line a finding for editors, in the order of the file")
    func isShortForEditors() throws {
        let text = try report(.short, [Self.diagnostic(), Self.diagnostic(.unknownField, offset: 2)])
        let message = "ev-017: the studio \"st-0012\" is not in this programme (did you mean \"st-012\"?)"
        #expect(
            text == """
                p.json:2:1: warning: M102 event \(message)
                p.json:3:32: error: M103 event \(message)
                p.json: 1 error, 1 warning in 1 of 87 records

                """)
    }

    @Test("can do nothing to a terminal or to a log", arguments: ReportStyle.allCases)
    func isInert(_ style: ReportStyle) throws {
        let evil = "\u{1B}]8;;x\u{7}\u{202E}\r\n::error::\u{9B}2J\u{2028}"
        let location = Diagnostic.Location(file: evil, position: Position(offset: 0), path: evil)
        let diagnostic = Diagnostic(
            .wrongType, message: evil, subject: .init(kind: evil, id: evil, name: evil), at: location,
            related: [.init(evil, at: location)], suggestions: [evil])
        let text = try report(style, [diagnostic], about: [evil], text: evil)
        // A table has a mark at its beginning, and rows that end as RFC 4180 wants it.
        let own = style == .csv ? "\u{FEFF}\r\n" : "\n"
        for scalar in text.unicodeScalars where !own.unicodeScalars.contains(scalar) {
            if Escaped.isHarmful(scalar) { Issue.record("U+\(String(scalar.value, radix: 16))") }
        }
        let commands = text.split(separator: "\n").filter { $0.hasPrefix("::") }
        #expect(commands.count == (style == .github ? 1 : 0))
        #expect(commands.allSatisfy { $0.hasPrefix("::error file=\\u{1B}") })
    }

    @Test("is a document for programs, with what is known and nothing else")
    func isJSONForPrograms() throws {
        let text = try report(.json, [Self.diagnostic(), Self.diagnostic(.unknownField, nil)])
        let document = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(
            Set(document.keys) == ["tool", "profile", "input", "summary", "diagnostics", "skipped", "systemErrors"])
        let tool = try #require(document["tool"] as? [String: String])
        #expect(tool == ["name": "cos-exchange", "version": "0.1.0"])
        let summary = try #require(document["summary"] as? [String: Any])
        #expect(summary["bySeverity"] as? [String: Int] == ["error": 1, "warning": 1, "note": 0])
        #expect(summary["byCode"] as? [String: Int] == ["M102": 1, "M103": 1])
        #expect(summary["recordsWithFindings"] as? Int == 1)
        let diagnostics = try #require(document["diagnostics"] as? [[String: Any]])
        #expect(diagnostics.count == 2)
        let first = try #require(diagnostics.first)
        #expect(first["code"] as? String == "M103")
        #expect(first["slug"] as? String == "wrong-type")
        let location = try #require(first["location"] as? [String: Any])
        #expect(location["file"] as? String == "p.json")
        #expect(location["byteOffset"] as? Int == 47)
        #expect(location["line"] as? Int == 3)
        #expect(location["column"] as? Int == 32)
        let subjects = diagnostics.map { $0["subject"] as? [String: String] }
        #expect(subjects.first == ["kind": "event", "id": "ev-017", "name": "Visita al buio"])
        #expect(subjects.last == ["kind": "event", "id": "ev-017"])
        #expect((first["fingerprint"] as? String)?.count == 16)
    }

    @Test("tells a few findings of one code, and counts them all", arguments: ReportStyle.allCases)
    func isCapped(_ style: ReportStyle) throws {
        let text = try report(style, (0..<10).map { _ in Self.diagnostic() }, limit: 3)
        switch style {
        case .jsonl: #expect(text.split(separator: "\n").count == 4)
        case .csv: #expect(text.components(separatedBy: "\r\n").count == 5)
        case .github: #expect(text.components(separatedBy: "::error ").count == 4)
        case .sarif: #expect(text.components(separatedBy: "\"ruleId\"").count == 4)
        case .junit: #expect(text.contains("… and 7 more\n"))
        case .html: #expect(text.contains("<p>+ 7 more</p>"))
        case .text, .short:
            #expect(text.split(separator: "is not in this programme").count == 4)
            #expect(text.contains("… and 7 more of M103 wrong-type\np.json: 10 errors in 1 of 87 records\n"))
        case .json:
            let document = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
            let skipped = try #require(document["skipped"] as? [[String: Any]])
            #expect(skipped.first?["count"] as? Int == 7)
            #expect((document["diagnostics"] as? [Any])?.count == 3)
        }
    }

    @Test("tells nothing beneath what is wanted, and nothing of nothing when it is terse")
    func isTerse() throws {
        let warning = [Self.diagnostic(.unknownField)]
        let untold = try report(.text, warning, least: .error, isTerse: true)
        let told = try report(.text, warning, least: .warning, isTerse: true)
        let clean = try report(.text, [], records: 1)
        #expect(untold == "")
        #expect(told.hasPrefix("warning[M102]"))
        #expect(clean == "p.json: no findings in 1 record\n")
    }

    @Test("sums up several inputs")
    func sumsUp() throws {
        let text = try report(.short, [Self.diagnostic()], about: ["a.json", "b.json"], records: 2)
        #expect(text.hasSuffix("\nb.json: 1 error in 1 of 2 records\n2 files: 2 errors in 2 of 4 records\n"))
    }

    @Test(
        "answers 1 from the severity on that was asked for",
        arguments: [
            (Severity.error, nil, ExitCode.success), (.warning, nil, .findings), (.note, nil, .findings),
            (nil, nil, .success),
            (.error, 0, .findings), (.error, 1, .success), (nil, 0, .findings),
        ] as [(Severity?, Int?, ExitCode)])
    func judges(_ threshold: Severity?, _ limit: Int?, _ code: ExitCode) {
        var tally = Tally()
        tally.add(Self.diagnostic(.unknownField))
        #expect(Verdict(threshold: threshold, warningLimit: limit).exitCode(for: tally) == code)
        #expect(Verdict(threshold: .note, warningLimit: 0).exitCode(for: Tally()) == .success)
    }
}
