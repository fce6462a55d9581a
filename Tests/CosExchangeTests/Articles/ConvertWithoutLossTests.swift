import CosExchange
import Testing

@Suite("The article on converting without losing anything") struct ConvertWithoutLossTests {
    @Test("converts, and proves it", arguments: Form.all.map(\.format))
    func convert(_ format: Format) throws {
        let input = FormatInput(try Fixture.octets("carrara-2026"))

        // listing
        var source = try FormatSource(reading: input, as: .json)
        let written = try source.written(as: format)
        let losses = written.losses.map(\.message)
        // end of listing
        #expect(written.files.allSatisfy { !$0.octets.isEmpty })
        #expect(losses.allSatisfy { !$0.isEmpty })

        // listing
        var copy = try FormatSource(reading: written.input, as: format)
        let comparison = try Comparison(of: &source, with: &copy)
        for difference in comparison.differences {
            let record = "\(difference.subject.kind) \(difference.subject.id ?? "without an id")"
            let change = "\(difference.first ?? "nothing") became \(difference.second ?? "nothing")"
            print("\(record) \(difference.path): \(change)")
        }
        // end of listing
        #expect(comparison.isSame)
    }

    @Test("reports each loss of a lean calendar")
    func lean() throws {
        let input = FormatInput(try Fixture.octets("sample"))

        // listing
        var options = WritingOptions()
        options.calendar.isLean = true
        var source = try FormatSource(reading: input, as: .json)
        let lean = try source.written(as: .ics, options: options)
        let fields = lean.losses.filter { $0.code == .fieldNotRepresentable }.map(\.message)
        // end of listing
        #expect(fields.contains("place.id of 3 records is not in the lean calendar"))
    }

    @Test("says what a format for machines leaves out")
    func exports() throws {
        let catalogue = try Fixture.catalogue("sample")

        // listing
        let forSearchEngines = try catalogue.written(as: .jsonld, for: .everybody())
        let forMaps = try catalogue.written(as: .geojson, for: .everybody())
        let leftOut = (forSearchEngines.losses + forMaps.losses).map(\.message)
        // end of listing
        #expect(!forSearchEngines.losses.isEmpty)
        #expect(!forMaps.losses.isEmpty)
        #expect(leftOut.allSatisfy { !$0.isEmpty })
    }
}
