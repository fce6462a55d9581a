import CosExchange
import Testing

@Suite("The article on validating before publishing") struct ValidateBeforePublishingTests {
    @Test("finds what is wrong, and decides")
    func validate() throws {
        var catalogue = try Fixture.catalogue("sample")
        catalogue.events[id: "apertura"]?.places = ["laboratorio-prva"]
        let octets = try catalogue.written(as: .json).octets

        // listing
        let input = FormatInput(octets)
        let findings = try input.findings(as: .json)
        let mayGoOut = !findings.contains { $0.severity == .error }
        // end of listing
        #expect(!mayGoOut)

        // listing
        let report = findings.map { finding in
            let place = "\(finding.location.position.line):\(finding.location.position.column)"
            let record = finding.subject.map { "\($0.kind) \($0.id ?? "")" } ?? "exchange"
            let help = finding.suggestions.first.map { "; did you mean \($0)?" } ?? ""
            return "\(place) \(finding.code.slug): \(record): \(finding.message)\(help)"
        }
        // end of listing
        #expect(report.count == 1)
        let line = try #require(report.first)
        #expect(line.contains(#"dangling-reference: event apertura: no place has the id "laboratorio-prva""#))
        #expect(line.hasSuffix("; did you mean laboratorio-prova?"))
    }

    @Test("checks a catalogue, and one rule alone")
    func rules() throws {
        var catalogue = try Fixture.catalogue("sample")
        catalogue.events[0].timeZone = "Europe/Atlantis"

        // listing
        let findings = try catalogue.findings()
        let zones = try catalogue.findings(rules: Rule.all.filter { $0.codes.contains(.unknownTimeZone) })
        // end of listing
        #expect(findings.contains { $0.code == .unknownTimeZone })
        #expect(zones.map(\.code) == [.unknownTimeZone])
    }

    @Test("tells findings one by one")
    func stream() throws {
        let input = FormatInput(try Fixture.octets("carrara-2020"))

        // listing
        var source = try FormatSource(reading: input, as: .json)
        var counts: [Severity: Int] = [:]
        try source.validate { finding in counts[finding.severity, default: 0] += 1 }
        // end of listing
        #expect(counts[.error] == nil)
    }
}
