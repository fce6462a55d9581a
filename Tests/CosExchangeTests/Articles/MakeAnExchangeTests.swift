import CosExchange
import Testing

@Suite("The article on making an exchange in code") struct MakeAnExchangeTests {
    @Test("makes a programme that nothing is wrong with")
    func make() throws {
        // listing
        var catalogue = Catalogue()
        catalogue.exchange.schema = "urn:cos-exchange:schema:1.0"
        catalogue.exchange.format = "cos-exchange"
        catalogue.exchange.schemaVersion = "1.0"
        catalogue.exchange.id = "studi-di-prova-2027"
        catalogue.exchange.name = ["it": "Studi di prova", "en": "Sample studios"]
        catalogue.exchange.baseURI = "https://data.studi-di-prova.example/id/"
        catalogue.exchange.generated = "2026-11-21T09:00:00Z"
        catalogue.exchange.languages = ["it", "en"]
        catalogue.exchange.publisher = "associazione-esempio"
        catalogue.exchange.licence = "CC-BY-4.0"
        // end of listing

        // listing
        var city = City()
        city.id = "carrara"
        city.name = ["it": "Carrara"]
        city.country = "IT"
        city.timeZone = "Europe/Rome"
        catalogue.cities = [city]

        var publisher = Organisation()
        publisher.id = "associazione-esempio"
        publisher.name = ["it": "Associazione Esempio"]
        catalogue.organisations = [publisher]
        // end of listing

        // listing
        var studio = Place()
        studio.id = "laboratorio-prova"
        studio.name = ["it": "Laboratorio di Prova", "en": "Sample workshop"]
        studio.kind = "workshop"
        studio.city = "carrara"
        studio.latitude = Coordinate("44.08")
        studio.longitude = Coordinate("10.1")
        studio.precision = "district"
        studio.access = "open"
        catalogue.places = [studio]

        var artist = Artist()
        artist.id = "pinco-pallino"
        artist.name = ["it": "Pinco Pallino"]
        artist.kind = "person"
        artist.places = ["laboratorio-prova"]
        artist.consentScope = ["name", "transfer"]
        artist.consentDate = "2026-11-01"
        catalogue.artists = [artist]
        // end of listing

        // listing
        var slot = Slot()
        slot.id = "am"
        slot.start = "2027-05-28T10:00"
        slot.end = "2027-05-28T13:00"
        slot.repetition = "FREQ=WEEKLY;BYDAY=FR,SA,SU"
        slot.until = "2027-06-13"

        var opening = Event()
        opening.id = "apertura"
        opening.name = ["it": "Apertura degli studi", "en": "Studios open"]
        opening.kind = "opening"
        opening.status = "scheduled"
        opening.places = ["laboratorio-prova"]
        opening.artists = [Participation(ref: "pinco-pallino", role: "host")]
        opening.timeZone = "Europe/Rome"
        opening.slots = [slot]
        catalogue.events = [opening]
        // end of listing

        // listing
        let findings = try catalogue.findings()
        let json = try catalogue.written(as: .json).octets
        // end of listing
        #expect(findings.isEmpty, "\(findings)")
        #expect(try Catalogue(reading: json, as: .json) == catalogue)
    }
}
