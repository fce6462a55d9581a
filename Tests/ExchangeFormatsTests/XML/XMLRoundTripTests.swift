import ExchangeDiagnostics
import ExchangeFormats
import Testing

/// From JSON to XML and back nothing is lost, nor the other way round.
@Suite struct XMLRoundTripTests {
    @Test("a fixture comes back from XML as it was", arguments: Fixture.exchanges)
    func fixtures(_ path: String) throws {
        let fixture = try Fixture.octets(path)
        let xml = XMLConversion(fixture, from: .json, to: .xml)
        #expect(xml.fault == nil)
        let back = XMLConversion(xml.output)
        #expect(back.fault == nil)
        #expect(back.text == Conversion(fixture).text)
        let again = XMLConversion(back.output, from: .json, to: .xml)
        #expect(again.output == xml.output)
        #expect(XMLConversion(xml.output, to: .xml).output == xml.output)
    }

    @Test("every generated exchange comes back from XML as it was")
    func generated() {
        GeneratedCases.check("xml", oneIn: 5) { document in
            let direct = Conversion(document.octets)
            let xml = XMLConversion(document.octets, from: .json, to: .xml)
            if let fault = xml.fault { return "\(fault)" }
            var random = SeededRandom(seed: document.seed)
            let back = XMLConversion(
                xml.output, piece: random.pick([1, 7, 100, 1 << 14]), read: random.pick([1, 50, 1 << 14]))
            if let fault = back.fault { return "\(fault)\n\(xml.text)" }
            if back.output != direct.output { return xml.text + "\n" + back.text }
            let again = XMLConversion(back.output, from: .json, to: .xml)
            return again.output == xml.output ? nil : again.text
        }
    }
}
