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
            if canonical.count < 60_000 { #expect(tables.json(window: 64, piece: 700).output == canonical) }
            var source = tables.source()
            #expect(CSVFiles(&source, options) == tables)
        }
    }

    @Test("the window's edge may lie anywhere")
    func windows() throws {
        let canonical = Conversion(try Fixture.sample()).output
        for options in CSVOptions.ways.prefix(2) {
            let tables = CSVFiles(canonical, options)
            for window in stride(from: 64, through: 160, by: 3) {
                let reading = tables.json(window: window, piece: 61)
                if reading.output != canonical { Issue.record("\(window): \(reading.fault as Any)") }
            }
        }
    }

    @Test("a generated exchange comes back from a package as it was")
    func packages() {
        check("csv package") { $0 % 4 == 3 ? CSVOptions.ways[4] : CSVOptions.ways[0] }
    }

    @Test("a generated exchange comes back from one file as it was")
    func stacked() { check("stacked csv") { _ in CSVOptions.ways[1] } }

    @Test("a generated exchange comes back from files for spreadsheets as it was")
    func spreadsheets() {
        check("csv for spreadsheets") { $0 % 2 == 0 ? CSVOptions.ways[2] : CSVOptions.ways[3] }
    }

    private func check(_ name: String, _ way: (UInt64) -> CSVOptions) {
        GeneratedCases.check(name, oneIn: 5) { document in
            let options = way(document.seed)
            let canonical = Conversion(document.octets).output
            let tables = CSVFiles(canonical, options)
            if let fault = tables.fault { return "\(fault)" }
            let back = tables.json(window: 64 + Int(document.seed % 500), piece: 50)
            if let fault = back.fault { return "\(fault) \(fault.location)\n\(tables.text)" }
            if back.output != canonical { return "\(tables.text)\n\(back.text)" }
            guard document.seed % 4 == 0 else { return nil }
            var source = tables.source(window: 4 << 10)
            let again = CSVFiles(&source, options)
            return again == tables ? nil : "\(again.fault as Any) \(again.text)\nbefore\n\(tables.text)"
        }
    }
}
