import CosExchange
import Testing

@Suite("The README on the library") struct ReadmeTests {
    @Test("reads, changes, checks and writes")
    func library() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(Fixture.octets("sample"), to: "exchange.json")

        // listing
        let input = try FormatInput(path: path)
        var catalogue = try Catalogue(reading: input, as: .json)
        catalogue.events[id: "apertura"]?.name["en"] = "Studios open their doors"

        let findings = try catalogue.findings()
        if !findings.contains(where: { $0.severity == .error }) {
            let calendar = try catalogue.written(as: .ics, for: .everybody())
            print(calendar.octets.count, calendar.withheld.values, calendar.losses)
        }
        // end of listing
        #expect(findings.isEmpty)
        let calendar = try catalogue.written(as: .ics, for: .everybody())
        #expect(calendar.octets.count > 10_000)
    }

    @Test("streams")
    func stream() throws {
        let input = FormatInput(try Fixture.octets("sample"))
        // listing
        var source = try FormatSource(reading: input, as: .json)
        try source.forEach(Event.self) { event in
            print(event.name.text(in: "en") ?? "", event.occurrences().first?.start.text ?? "no day yet")
        }
        // end of listing
        let first = try source.first(Event.self) { _ in true }
        #expect(first?.occurrences().first?.start.text == "2026-05-29T10:00")
    }
}
