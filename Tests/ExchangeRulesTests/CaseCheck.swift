import ExchangeDiagnostics
import Testing

extension Case {
    /// The rules find what the case says, where it says, and nothing else.
    func check() throws {
        let text = Specimen.text(with: members, in: collection, without: without)
        let parts = text.split(separator: "⚡", maxSplits: 1, omittingEmptySubsequences: false)
        let findings = try Validation(text.replacing("⚡", with: "")).findings
        guard let code else {
            #expect(findings.isEmpty)
            return
        }
        try #require(findings.count == 1, "\(findings)")
        let finding = findings[0]
        #expect(finding.code == code)
        #expect(finding.severity == severity ?? code.severity)
        #expect(finding.location.position.offset == parts[0].utf8.count)
        #expect(finding.location.path == (collection == "header" ? "" : "/\(collection)/1") + path)
        #expect(finding.suggestions == suggestions)
        #expect(finding.subject?.id == (collection == "header" ? "prova" : "nuovo") || members.contains("\"id\""))
        if let words { #expect(finding.message.contains(words), "\(finding.message)") }
    }
}
