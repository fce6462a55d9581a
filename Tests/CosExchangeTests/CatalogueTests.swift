import CosExchange
import Testing

@Suite struct CatalogueTests {
    @Test("an exchange made of entities is the exchange they were made of", arguments: Fixture.names)
    func entities(_ name: String) throws {
        let octets = try Fixture.octets(name)
        #expect(try Fixture.catalogue(name).written(as: .json).octets == octets)
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

        let calendar = try catalogue.written(as: .ics)
        #expect(calendar.text.contains("SUMMARY;LANGUAGE=it:Apertura degli studi\r\n"))
        #expect(calendar.text.contains("UID:apertura~am~id@data.open-studios.example\r\n"))
        #expect(calendar.findings.isEmpty)
        for form in Form.all {
            let copy = try catalogue.written(as: form.format, options: form.options)
            #expect(try Catalogue(reading: copy.input, as: form.format) == catalogue, "\(form)")
        }
    }

    @Test("an entity is found, replaced, added and taken away by its id")
    func byID() {
        var city = City()
        (city.id, city.country) = ("carrara", "IT")
        var cities = [city]
        cities[id: "carrara"]?.memberSince = 2017
        #expect(cities[id: "carrara"]?.memberSince == 2017)
        city.id = "aswan"
        cities[id: "aswan"] = city
        #expect(cities.map(\.id) == ["carrara", "aswan"])
        cities[id: "carrara"] = nil
        cities[id: "dakar"] = nil
        #expect(cities.map(\.id) == ["aswan"])
        #expect(cities[id: "carrara"] == nil)
    }

    @Test("what differs is told by record and way, first as it was, then as it is")
    func differences() throws {
        let before = try Fixture.catalogue("sample")
        var after = before
        after.events[id: "apertura"]?.name["en"] = "Open studios"
        after.places.removeLast()
        let found = try after.differences(from: before)
        #expect(found.map(\.path) == ["", "/name/en"])
        #expect(found.map(\.subject.kind) == ["place", "event"])
        #expect(found[0].second == nil)
        #expect(found[1].first == "Studios open")
        #expect(found[1].second == "Open studios")
        #expect(try Comparison(of: before, with: before).isSame)
        #expect(try !Comparison(of: before, with: after).isSame)
    }
}
