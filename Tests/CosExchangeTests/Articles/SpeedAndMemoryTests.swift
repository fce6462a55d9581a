import CosExchange
import Testing

@Suite("The article on speed and memory") struct SpeedAndMemoryTests {
    @Test("asks for one field alone")
    func select() throws {
        let octets = try Fixture.octets("carrara-2026")

        // listing
        var source = try FormatSource(reading: octets, as: .json)
        let kind = Event.schema.index(of: "kind") ?? 0
        var workshops = 0
        try source.read(Selection.none.with(.event, ["kind"]), report: { _ in }) { record in
            if let value = record.first(kind), record[value.text].equals("workshop") { workshops += 1 }
        }
        // end of listing
        let catalogue = try Fixture.catalogue("carrara-2026")
        #expect(workshops == catalogue.events.filter { $0.kind == "workshop" }.count)
        #expect(workshops > 0)
    }
}
