import ExchangeDiagnostics
import Foundation
import Testing

@testable import cos_exchange

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("The forms of a report")
struct ReportFormTests {
    /// What somebody might call a record to break out of a page, a log or a table.
    private static let hostile = [
        "\"><img src=x onerror=alert(1)>", "::error::x", "a\n::error file=x::y", "\u{202E}gnp.exe", "]]></failure>",
        "=HYPERLINK(\"http://x.example\")", "%0A::warning::z", "</script><script>", "\u{1B}[2Jx", "‏فلان الفلاني",
    ]

    private func report(_ style: ReportStyle, names: [String], verdict: Verdict = Verdict()) throws -> String {
        let folder = try TemporaryFolder()
        let input = try Input(.file(folder.write("{\"name\": \"x\"}\n", to: "p.json")))
        var result = ""
        let report = Report(
            to: [Report.Outlet(style.form()) { result += $0 }], terms: ReportTerms(verdict: verdict))
        for name in names {
            report.add(
                Diagnostic(
                    .danglingReference, message: "no place has the id \(name)",
                    subject: .init(kind: "event", id: name, name: name),
                    at: .init(position: Position(offset: 9), path: "/events/0/places/0"),
                    related: [
                        .init("\(name) is here", at: .init(file: "a b.json", position: Position(offset: 1), path: ""))
                    ],
                    suggestions: [name]))
        }
        try report.endInput(input, format: .json, records: 3)
        try report.end(systemErrors: ["'x' cannot be read"])
        return result.replacing(folder.path + "/", with: "")
    }

    @Test("have names in them that do nothing", arguments: ReportStyle.allCases)
    func areInert(_ style: ReportStyle) throws {
        let text = try report(style, names: Self.hostile)
        let harmful = text.unicodeScalars.filter {
            Escaped.isHarmful($0) && !"\n\r\u{FEFF}\u{2068}\u{2069}".unicodeScalars.contains($0)
        }
        #expect(harmful.isEmpty)
        #expect(text.unicodeScalars.filter { $0 == "\u{FEFF}" }.count == (style == .csv ? 1 : 0))
        if style == .html || style == .junit {
            #expect(!text.contains("<img"))
            #expect(!text.contains("<script"))
            #expect(!text.contains("]]>"))
        }
    }

    @Test("tell every finding to a log of GitHub on a line that no name can begin")
    func isALogOfGitHub() throws {
        let lines = try report(.github, names: Self.hostile).split(separator: "\n")
        let commands = lines.filter { $0.hasPrefix("::") }
        #expect(commands.count == Self.hostile.count)
        #expect(
            commands.allSatisfy { $0.hasPrefix("::error file=p.json,line=1,col=10,endLine=1,endColumn=12,title=R102") })
        #expect(lines.count == Self.hostile.count + 1)
        #expect(lines.last == "cos-exchange: p.json: 10 errors in 10 of 3 records")
    }

    @Test("are read by an XML parser as a case for each rule, and one failure")
    func isJUnit() throws {
        let tree = JUnitTree()
        #expect(tree.read(try report(.junit, names: Self.hostile)))
        #expect(tree.counts["testsuite"] == 2)
        #expect(tree.counts["testcase"] == Code.allCases.filter { !$0.isLoss }.count + 1)
        #expect(tree.counts["failure"] == 1)
        #expect(tree.counts["error"] == 1)
        #expect(tree.attributes["testsuites"]?["failures"] == "1")
        #expect(tree.failure.contains("\"><img src=x onerror=alert(1)>"))
    }

    @Test("fail no case where the verdict lets it pass")
    func passesWhatTheVerdictLetsPass() throws {
        let tree = JUnitTree()
        #expect(tree.read(try report(.junit, names: ["x"], verdict: Verdict(threshold: nil))))
        #expect(tree.counts["failure"] == nil)
        #expect(tree.counts["system-out"] == 1)
    }

    @Test("are a table with as many cells in every row, none of them a formula")
    func isATable() throws {
        let text = try report(.csv, names: Self.hostile)
        #expect(text.hasPrefix("\u{FEFF}severity,code,rule,"))
        let rows = text.unicodeScalars.split(separator: "\r\n".unicodeScalars.first ?? "\r").map { String($0) }
        #expect(rows.filter { $0.contains("R102") }.count == Self.hostile.count)
        #expect(!text.contains(",=HYPERLINK"))
        #expect(text.contains("\"'=HYPERLINK(\"\"http://x.example\"\")\""))
    }

    @Test("are a line of JSON for each finding, and one that sums up")
    func isJSONLines() throws {
        let lines = try report(.jsonl, names: Self.hostile).split(separator: "\n")
        #expect(lines.count == Self.hostile.count + 1)
        let values = try lines.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
        #expect(values.dropLast().allSatisfy { $0?["code"] as? String == "R102" })
        let location = values.first??["location"] as? [String: Any]
        #expect(location?["byteOffset"] as? Int == 9)
        #expect(location?["byteLength"] as? Int == 3)
        #expect(location?["endColumn"] as? Int == 13)
    }

    @Test("are SARIF with relative names of files, and fingerprints")
    func isSARIF() throws {
        let text = try report(.sarif, names: Self.hostile)
        let log = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        let run = (log?["runs"] as? [[String: Any]])?.first
        let results = try #require(run?["results"] as? [[String: Any]])
        #expect(results.count == Self.hostile.count)
        #expect(text.contains(#""uri": "file://p.json""#), "a file that is named from the root")
        #expect(text.contains(#""uri": "a%20b.json""#), "and one that is not")
        #expect(run?["columnKind"] as? String == "unicodeCodePoints")
        let prints = results.compactMap { ($0["partialFingerprints"] as? [String: String])?["cosExchange/v1"] }
        #expect(Set(prints).count == Self.hostile.count)
    }

    @Test("spell a path as a URI does")
    func spellsPaths() {
        #expect(URIPath("a b/c%d#e?f:é.json").text == "a%20b/c%25d%23e%3Ff%3A%C3%A9.json")
    }

    @Test("are a page with the verdict first, in each language", arguments: InterfaceLanguage.allCases)
    func isAPage(_ language: InterfaceLanguage) throws {
        let folder = try TemporaryFolder()
        let input = try Input(.file(folder.write("{}\n", to: "p.json")))
        var page = ""
        let report = Report(to: [Report.Outlet(HTMLReport(language: language)) { page += $0 }])
        try report.endInput(input, format: .json, records: 1)
        try report.end()
        #expect(page.contains("<html lang=\"\(language.rawValue)\" dir=\"\(language == .arabic ? "rtl" : "ltr")\">"))
        #expect(page.contains("<p class=\"verdict fit\">\(language[.fitToPublish])</p>"))
        #expect(!page.contains("src=") && !page.contains("href=\"http") && !page.contains("<script"))
    }
}

/// What a report for test services holds, read by a parser that is not ours.
private final class JUnitTree: NSObject, XMLParserDelegate {
    private(set) var counts: [String: Int] = [:]
    private(set) var attributes: [String: [String: String]] = [:]
    private(set) var failure = ""
    private var isInFailure = false

    func read(_ text: String) -> Bool {
        let parser = XMLParser(data: Data(text.utf8))
        parser.delegate = self
        return parser.parse()
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        counts[name, default: 0] += 1
        if self.attributes[name] == nil { self.attributes[name] = attributes }
        isInFailure = name == "failure"
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        isInFailure = false
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        if isInFailure { failure += text }
    }
}
