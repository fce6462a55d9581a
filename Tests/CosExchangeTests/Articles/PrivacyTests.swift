import CosExchange
import Testing

@Suite("The article on privacy") struct PrivacyTests {
    @Test("withholds from what goes out, and says how much")
    func audiences() throws {
        let catalogue = try Fixture.catalogue("carrara-2026")

        // listing
        let ours = try catalogue.written(as: .json)
        let published = try catalogue.written(as: .json, for: .everybody(on: LocalDate("2026-05-29")))
        let values = published.withheld.values
        // end of listing
        #expect(ours.withheld.values == 0)
        #expect(values > 0)
        #expect(published.octets.count < ours.octets.count)
    }

    @Test("gives a web page only what may be shown")
    func page() throws {
        var catalogue = try Fixture.catalogue("sample")
        catalogue.artists[id: "fulan-al-fulani"]?.email = "fulan@studio.example"

        // listing
        let published = try catalogue.written(as: .json, for: .everybody())
        let page = try Catalogue(reading: published.octets, as: .json)
        let address = page.artists[id: "fulan-al-fulani"]?.email
        // end of listing
        #expect(address == nil)
        #expect(page.artists.count == catalogue.artists.count)
    }

    @Test("looks at records one by one")
    func filter() throws {
        let octets = try Fixture.octets("carrara-2026")

        // listing
        var source = try FormatSource(reading: octets, as: .json)
        var filter = try PrivacyFilter(&source, today: LocalDate("2026-05-29"))
        var shown: [Artist] = []
        try source.read(Selection.none.with(.artist), report: { _ in }) { record in
            if filter.admit(&record) { shown.append(Artist(record)) }
        }
        let withheld = filter.tally
        // end of listing
        #expect(!shown.isEmpty)
        #expect(withheld.values > 0)
    }
}
