import CosExchange
import Foundation
import Testing

@Suite struct CatalogueTests {
    static let fixtures = ["carrara-2026", "carrara-2020", "aswan-2026", "dakar-2026", "guangzhou-2026", "sample"]

    private static func octets(_ name: String) throws -> [UInt8] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return Array(try Data(contentsOf: root.appending(path: "Fixtures/\(name)/exchange.json")))
    }

    private func json(_ source: inout some ExchangeSource & ~Copyable) throws -> [UInt8] {
        var octets: [UInt8] = []
        var writer = JSONWriter()
        try source.write(into: &writer, sink: { octets += $0.octets }, report: { Issue.record("\($0)") })
        return octets
    }

    @Test("an exchange made of entities is the exchange they were made of", arguments: fixtures)
    func entities(_ name: String) throws {
        let octets = try Self.octets(name)
        var source = JSONSource(ByteInput(octets))
        var copy = CatalogueSource(try Catalogue(reading: &source))
        #expect(try json(&copy) == octets)
    }

    @Test("an exchange can be made by hand and written in every format")
    func byHand() throws {
        var catalogue = Catalogue()
        catalogue.exchange.id = "prova"
        catalogue.exchange.languages = ["it"]
        catalogue.exchange.baseURI = "https://data.open-studios.example/id/"
        catalogue.exchange.generated = "2026-05-04T09:00:00Z"
        var event = Event()
        event.id = "apertura"
        event.name["it"] = "Apertura degli studi"
        event.timeZone = "Europe/Rome"
        var slot = Slot()
        (slot.id, slot.start, slot.end) = ("am", "2026-05-29T10:00", "2026-05-29T13:00")
        event.slots = [slot]
        catalogue.events = [event]

        var source = CatalogueSource(catalogue)
        var calendar: [UInt8] = []
        try CalendarExport().write(&source, sink: { calendar += $0.octets }, report: { Issue.record("\($0)") })
        let text = String(decoding: calendar, as: UTF8.self)
        #expect(text.contains("SUMMARY;LANGUAGE=it:Apertura degli studi\r\n"))
        #expect(text.contains("UID:apertura~am~id@data.open-studios.example\r\n"))
        var again = JSONSource(ByteInput(try json(&source)))
        #expect(try Catalogue(reading: &again) == catalogue)
    }
}
