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
        _ code: Code = .wrongType, _ name: String? = "Visita al buio", offset: Int = 47, line: Int = 3, column: Int = 32
    ) -> Diagnostic {
        Diagnostic(
            code, message: "the studio \"st-0012\" is not in this programme",
            subject: .init(kind: "event", id: "ev-017", name: name),
            at: .init(
                file: "p.json", position: Position(offset: offset, line: line, column: column),
                path: "/events/16/studio"),
            related: [
                .init(
                    "“Laboratorio Corsi” is here",
                    at: .init(file: "p.json", position: Position(line: 58, column: 13), path: ""))
            ],
            suggestions: ["st-012"])
    }

    private func report(_ style: ReportStyle, limit: Int = 100, _ fill: (Report) throws -> Void) rethrows -> String {
        var text = ""
        let report = Report(style, limit: limit) { text += $0 }
        try fill(report)
        try? report.end()
        return text
    }

    private func input() throws -> (TemporaryFolder, Input) {
        let folder = try TemporaryFolder()
        return (folder, try Input(.file(folder.write(Self.text.replacing("فلان", with: "Buio"), to: "p.json"))))
    }

    @Test("shows people whose record, what, where, and the line itself")
    func isTextForPeople() throws {
        let (folder, input) = try input()
        let text = try report(.text) { report in
            try report.add(Self.diagnostic()) { Finding($0, in: input) }
            try report.endInput("p.json", format: .json, records: 87)
        }
        _ = folder
        #expect(
            text == """
                error[M103] wrong-type: event “Visita al buio” (ev-017) – the studio "st-0012" is not in this programme
                 --> p.json:3:32  /events/16/studio
                  |
                3 |     {"id": "ev-017", "studio": "st-0012", "title": "Buio", "end": 12}
                  |                                ^^^^^^^^^
                  ::: p.json:58:13  “Laboratorio Corsi” is here
                  = did you mean "st-012"?

                p.json: 1 error in 1 of 87 records

                """)
    }

    @Test("isolates what runs from right to left, and gives the column instead of a caret")
    func isolatesRightToLeft() throws {
        let folder = try TemporaryFolder()
        let input = try Input(.file(folder.write(Self.text, to: "p.json")))
        let text = TextFrame(finding: Finding(Self.diagnostic(), in: input)).text
        #expect(text.contains("3 | \u{2068}    {\"id\""))
        #expect(text.contains("  = column 32: \u{2068}\"st-0012\"\u{2069}\n"))
        #expect(!text.contains("^"))
    }

    @Test("is one line a finding for editors")
    func isShortForEditors() {
        let text = TextFrame(finding: Finding(Self.diagnostic())).short
        #expect(
            text
                == "p.json:3:32: error: M103 event ev-017: the studio \"st-0012\" is not in this programme (did you mean \"st-012\"?)\n"
        )
    }

    @Test("can do nothing to a terminal or to a log", arguments: ReportStyle.allCases)
    func isInert(_ style: ReportStyle) {
        let evil = "\u{1B}]8;;x\u{7}\u{202E}\r\n::error::\u{9B}2J\u{2028}"
        let text = report(style) { report in
            let location = Diagnostic.Location(file: evil, position: Position(), path: evil)
            try? report.add(
                Diagnostic(
                    .wrongType, message: evil, subject: .init(kind: evil, id: evil, name: evil), at: location,
                    related: [.init(evil, at: location)], suggestions: [evil]))
            try? report.endInput(evil, format: .json)
        }
        for scalar in text.unicodeScalars where scalar != "\n" {
            if Escaped.isHarmful(scalar) { Issue.record("U+\(String(scalar.value, radix: 16))") }
        }
        #expect(!text.split(separator: "\n").contains { $0.hasPrefix("::") })
    }

    @Test("is a document for programs, with what is known and nothing else")
    func isJSONForPrograms() throws {
        let text = report(.json) { report in
            try? report.add(Self.diagnostic())
            try? report.add(Self.diagnostic(.unknownField, nil))
            try? report.endInput("p.json", format: .json, records: 87)
        }
        let document = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(Set(document.keys) == ["tool", "input", "summary", "diagnostics", "skipped", "systemErrors"])
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
        #expect((first["location"] as? [String: Any])?["byteOffset"] as? Int == 47)
        #expect((first["subject"] as? [String: String]) == ["kind": "event", "id": "ev-017", "name": "Visita al buio"])
        #expect((first["fingerprint"] as? String)?.count == 16)
        #expect((diagnostics.last?["subject"] as? [String: String]) == ["kind": "event", "id": "ev-017"])
    }

    @Test("tells a few findings of one code, and counts them all", arguments: ReportStyle.allCases)
    func isCapped(_ style: ReportStyle) throws {
        var looked = 0
        var total = Tally()
        let text = report(style, limit: 3) { report in
            for _ in 0..<10 {
                try? report.add(Self.diagnostic()) { diagnostic in
                    looked += 1
                    return Finding(diagnostic)
                }
            }
            try? report.endInput("p.json", format: .json)
            total = report.total
        }
        #expect(looked == 3)
        #expect(total.count(.error) == 10)
        switch style {
        case .text, .short: #expect(text.contains("… and 7 more of M103 wrong-type\n"))
        case .json:
            let document = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
            let skipped = try #require(document["skipped"] as? [[String: Any]])
            #expect(skipped.first?["count"] as? Int == 7)
        }
    }

    @Test("sums up several inputs")
    func sumsUp() {
        let text = report(.short) { report in
            try? report.add(Self.diagnostic())
            try? report.endInput("a.json", format: .json, records: 2)
            try? report.endInput("b.json", format: .json, records: 1)
        }
        #expect(
            text.hasSuffix(
                """
                a.json: 1 error in 1 of 2 records
                b.json: no findings in 1 record
                2 files: 1 error in 1 of 3 records

                """))
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
