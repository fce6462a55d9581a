import ExchangeFormats
import ExchangeModel
import ExchangeSyntax
import Testing

/// Laws that hold for every exchange in tables.
@Suite struct CSVRoundTripTests {
    @Test("a fixture comes back from tables as it was, and they from it", arguments: Fixture.exchanges)
    func fixtures(_ path: String) throws {
        let canonical = Conversion(try Fixture.octets(path)).output
        for options in CSVOptions.ways {
            let tables = CSVFiles(canonical, options)
            #expect(tables.fault == nil)
            let back = tables.json()
            #expect(back.fault == nil)
            #expect(back.text == String(decoding: canonical, as: UTF8.self))
            #expect(tables.json(window: 64, piece: 7).output == canonical)
            var source = tables.source()
            #expect(CSVFiles(&source, options) == tables)
        }
    }

    @Test("a generated exchange comes back from tables as it was", arguments: CSVOptions.ways.indices)
    func generated(_ way: Int) {
        let options = CSVOptions.ways[way]
        GeneratedCases.check("csv \(way)") { document in
            let canonical = Conversion(document.octets).output
            let tables = CSVFiles(canonical, options)
            if let fault = tables.fault { return "\(fault)" }
            let back = tables.json()
            if let fault = back.fault { return "\(fault) \(fault.location)\n\(tables.text)" }
            if back.output != canonical { return "\(tables.text)\n\(back.text)" }
            var source = tables.source(window: 64 + Int(document.seed % 500), piece: 50)
            let again = CSVFiles(&source, options)
            return again == tables ? nil : "\(again.fault as Any) \(again.text)\nbefore\n\(tables.text)"
        }
    }
}
