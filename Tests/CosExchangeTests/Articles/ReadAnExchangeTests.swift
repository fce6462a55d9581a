import CosExchange
import Testing

@Suite("The article on reading an exchange") struct ReadAnExchangeTests {
    @Test("reads, finds what is wrong, and looks names up")
    func read() throws {
        let folder = try TemporaryFolder()
        let broken = try Fixture.catalogue("sample").written(as: .json).text
            .replacing(#""booking": "recommended""#, with: #""booking": 1"#)
        let path = try folder.write(Array(broken.utf8), to: "exchange.json")

        // listing
        let input = try FormatInput(path: path)
        let format = Format(ending: path) ?? .json
        var findings: [Diagnostic] = []
        let catalogue = try Catalogue(reading: input, as: format) { findings.append($0) }
        // end of listing
        #expect(catalogue.events.count == 3)

        // listing
        try input.locate(&findings, as: format)
        let lines = findings.map { finding in
            "line \(finding.location.position.line): \(finding.message)"
        }
        // end of listing
        #expect(lines.count == 1)
        #expect(lines.first?.hasPrefix("line 253: ") == true, "\(lines)")

        // listing
        let opening = catalogue.events[id: "apertura"]
        let title = opening?.name.text(in: "ar-EG", default: "it")
        let studios = catalogue.places.filter { opening?.places.contains($0.id ?? "") == true }
        // end of listing
        #expect(title == "افتتاح الاستوديوهات")
        #expect(studios.map(\.id) == ["laboratorio-prova", "studio-del-monte"])

        // listing
        let unknown = opening?.extras.map(\.name)
        // end of listing
        #expect(unknown == ["booking", "x-partner-colour"])
    }

    @Test("reads what lies in memory")
    func octets() throws {
        let octets = try Fixture.octets("dakar-2026")
        // listing
        let catalogue = try Catalogue(reading: octets, as: .json)
        // end of listing
        #expect(catalogue.cities.count == 2)
    }
}
