import ExchangeDiagnostics
import ExchangeRules
import Testing

@Suite struct RuleListTests {
    @Test("every rule has a file of its own")
    func files() throws {
        let files = try Fixture.files(in: "Sources/ExchangeRules/Rules")
        #expect(files.count == Rule.all.count)
    }

    @Test("every code that a rule may find has an example")
    func codes() {
        let raised = Set(Rule.all.flatMap(\.codes))
        let cases =
            ShapeRuleTests.cases + IdentityRuleTests.cases + TimeRuleTests.cases + RecurrenceRuleTests.cases
            + PlaceRuleTests.cases + LanguageAndLinkRuleTests.cases
        #expect(raised == Set(cases.compactMap(\.code) + SurroundingsTests.codes))
    }

    @Test("a few rules by themselves find what is theirs and no more")
    func few() throws {
        let text = Specimen.text(with: #""id": "studio", "kind": "Studio", "city": "cararra""#, in: "places")
        let input = Array(text.replacing("⚡", with: "").utf8)
        #expect(try Validation(input).findings.count == 3)
        let rules = Rule.all.filter { $0.codes.contains(.danglingReference) }
        let findings = try Validation(input, rules: rules).findings
        #expect(findings.map(\.code) == [.danglingReference])
        #expect(findings.first?.related.map(\.message) == ["carrara is here"])
    }
}
