import ExchangeFormats
import ExchangeModel
import Foundation
import Testing

/// Every exchange in `Fixtures`, through every way there is.
@Suite struct FixtureTests {
    @Test("a fixture comes back from lines and from typed entities as it was", arguments: Fixture.exchanges)
    func ways(_ path: String) throws {
        let fixture = try Fixture.octets(path)
        let canonical = Conversion(fixture)
        #expect(canonical.fault == nil)
        #expect(Conversion(canonical.output).output == canonical.output)
        let lines = Conversion(fixture, to: .ndjson)
        #expect(Conversion(lines.output, from: .ndjson).output == canonical.output)
        let typed = Conversion(fixture) { record in
            record.retype()
            return true
        }
        #expect(typed.output == canonical.output)
        let parted = Conversion(fixture, window: 512, piece: 100)
        #expect(parted.output == canonical.output)
        let said = try JSONSerialization.jsonObject(with: Data(canonical.output)) as? NSDictionary
        #expect(try said == JSONSerialization.jsonObject(with: Data(fixture)) as? NSDictionary)
    }
}
