import CosExchange
import Testing

/// What holds for every format that can be read and written, whichever there are.
@Suite("In every format") struct FormatTests {
    @Test("a catalogue that is written reads back the same", arguments: Fixture.names, Form.all)
    func roundTrip(_ name: String, _ form: Form) throws {
        let catalogue = try Fixture.catalogue(name)
        let written = try catalogue.written(as: form.format, options: form.options)
        let again = try Catalogue(reading: written.input, as: form.format)
        #expect(try again.differences(from: catalogue) == [])
        #expect(again == catalogue)
    }

    @Test("a source is converted, and what is read back differs in nothing", arguments: Form.all, Form.all)
    func conversion(_ origin: Form, _ goal: Form) throws {
        let first = try Fixture.catalogue("aswan-2026").written(as: origin.format, options: origin.options)
        var source = try FormatSource(reading: first.input, as: origin.format)
        let second = try source.written(as: goal.format, options: goal.options)
        var copy = try FormatSource(reading: second.input, as: goal.format)
        let comparison = try Comparison(of: &source, with: &copy)
        #expect(comparison.isSame, "\(comparison.differences)")
        #expect(comparison.records > 40)
    }

    @Test("entities of one type come one by one", arguments: Form.all)
    func streaming(_ form: Form) throws {
        let catalogue = try Fixture.catalogue("dakar-2026")
        var source = try FormatSource(
            reading: catalogue.written(as: form.format, options: form.options).input, as: form.format)
        var events: [Event] = []
        try source.forEach(Event.self) { events.append($0) }
        #expect(events == catalogue.events)
        var exchanges: [Exchange] = []
        try source.forEach(Exchange.self) { exchanges.append($0) }
        #expect(exchanges == [catalogue.exchange])
        #expect(try source.header() == catalogue.exchange)
    }

    @Test("what is wrong is found with its line", arguments: Form.all)
    func findings(_ form: Form) throws {
        var catalogue = try Fixture.catalogue("sample")
        catalogue.artists[0].city = "nowhere"
        let written = try catalogue.written(as: form.format, options: form.options)
        let findings = try written.input.findings(as: form.format)
        let finding = try #require(findings.first { $0.code == .danglingReference })
        #expect(finding.subject == .init(kind: "artist", id: catalogue.artists[0].id, name: finding.subject?.name))
        #expect(finding.location.position.line > 1)
        #expect(finding.location.position.column >= 1)
        #expect(finding.location.file.isEmpty == (written.files.count == 1))
        #expect(!finding.location.path.isEmpty)
    }

    @Test("what people have not agreed to does not go out", arguments: Format.allCases)
    func privacy(_ format: Format) throws {
        var catalogue = Catalogue()
        catalogue.exchange.generated = "2026-05-04T09:00:00Z"
        var artist = Artist()
        (artist.id, artist.kind, artist.email) = ("pinco-pallino", "person", "pinco@studio.example")
        artist.name = ["it": "Pinco Pallino"]
        (artist.consentScope, artist.consentDate) = (["name"], "2026-01-01")
        catalogue.artists = [artist]

        var options = WritingOptions()
        options.calendar.isLean = true
        let whole = try catalogue.written(as: format)
        #expect(whole.withheld == PrivacyFilter.Tally())
        let written = try catalogue.written(as: format, for: .everybody(), options: options)
        #expect(!written.files.contains { String(decoding: $0.octets, as: UTF8.self).contains("pinco@") })
        #expect(written.withheld.values == 1)
        #expect(written.withheld.records == 1)
    }

    @Test("consent that has ended on the day withholds the person", arguments: Form.all)
    func endedConsent(_ form: Form) throws {
        var catalogue = Catalogue()
        var artist = Artist()
        (artist.id, artist.kind, artist.consentScope) = ("pinco-pallino", "person", ["name"])
        (artist.consentDate, artist.consentUntil) = ("2026-01-01", "2026-06-30")
        catalogue.artists = [artist]
        for (day, count) in [("2026-06-01", 1), ("2026-07-01", 0)] {
            let written = try catalogue.written(
                as: form.format, for: .everybody(on: LocalDate(day)), options: form.options)
            #expect(try Catalogue(reading: written.input, as: form.format).artists.count == count, "\(day)")
        }
    }

    @Test("what cannot be done is refused before anything is done")
    func refusals() throws {
        for format in Format.allCases where !format.isReadable {
            #expect(throws: FormatError.notReadable(format)) { try Catalogue(reading: [], as: format) }
        }
        let package = FormatInput.package(InputPackage([]))
        #expect(throws: FormatError.notPackage(.json)) { try Catalogue(reading: package, as: .json) }
        #expect("\(FormatError.notPackage(.json))" == "JSON is one file, not a folder of tables")
    }

    @Test("a package for programs is described, one for spreadsheets is not")
    func descriptor() throws {
        var options = WritingOptions()
        options.table.layout = .package
        let catalogue = try Fixture.catalogue("sample")
        let described = try catalogue.written(as: .csv, options: options)
        #expect(described.files.first?.name == "exchange.csv")
        #expect(described.files.last?.name == "datapackage.json")
        let text = String(decoding: described.files.last?.octets ?? [], as: UTF8.self)
        for file in described.files.dropLast() { #expect(text.contains("\"\(file.name)\"")) }
        options.table.isForSpreadsheet = true
        let plain = try catalogue.written(as: .csv, options: options)
        #expect(plain.files.map(\.name) == described.files.dropLast().map(\.name))
    }
}
