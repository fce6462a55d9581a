import ExchangeDiagnostics
import Testing

@Suite struct DiagnosticCounterTests {
    @Test("the first few of each code are told, and all are counted")
    func counting() {
        var counter = DiagnosticCounter(limit: 2)
        let told = (0..<4).map { _ in counter.admits(.unknownField) }
        let other = counter.admits(.emptyValue)
        #expect(told == [true, true, false, false])
        #expect(other)
        #expect(counter[.unknownField] == 4)
        #expect(counter.untold(.unknownField) == 2)
        #expect(counter.untold(.emptyValue) == 0)
        #expect(counter[.wrongType] == 0)
        #expect(counter.totals == [.unknownField: 4, .emptyValue: 1])
    }

    @Test("no two codes share a name, and every one has a sentence")
    func codes() {
        #expect(Set(Code.allCases.map(\.slug)).count == Code.allCases.count)
        #expect(Code.allCases.allSatisfy { !$0.sentence.isEmpty && !$0.sentence.hasSuffix(".") })
    }
}
