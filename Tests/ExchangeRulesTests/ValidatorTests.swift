import Testing

@Suite struct ValidatorTests {
    @Test("nothing is wrong with the sample")
    func sample() throws {
        let findings = try Validation(Fixture.octets("sample/exchange.json")).findings
        #expect(findings.isEmpty, "\(findings)")
    }

    @Test("nothing is wrong with the exchange that the cases change")
    func base() throws {
        #expect(try Validation(Specimen.text().replacing("⚡", with: "")).findings.isEmpty)
    }
}
