import Testing

@testable import cos_exchange

@Suite("The name of a temporary file")
struct TemporaryNameTests {
    @Test("says whose it is, and is known again")
    func isKnownAgain() throws {
        let name = TemporaryName(for: "c.ics", process: 4_711, counter: 2)
        #expect(name.text == ".c.ics.4711-2.cos-exchange-tmp")
        #expect(TemporaryName(name.text) == name)
    }

    @Test("finds room for a name as long as names may be")
    func findsRoom() {
        let name = TemporaryName(for: String(repeating: "é", count: 127), process: 4_194_304, counter: 100)
        #expect(name.text.utf8.count <= 255)
        #expect(TemporaryName(name.text) == name)
    }

    @Test(
        "is not seen in anybody else's name",
        arguments: [
            "c.ics", ".c.ics.4711-2.tmp", ".cos-exchange-tmp", ".c.ics.cos-exchange-tmp", ".c.0-0.cos-exchange-tmp",
            ".c.-1-0.cos-exchange-tmp", ".c.x-0.cos-exchange-tmp", "c.ics.4711-2.cos-exchange-tmp",
            ".c.4711.cos-exchange-tmp",
        ])
    func isOurs(_ name: String) {
        #expect(TemporaryName(name) == nil)
    }
}
