import ExchangeFormats
import ExchangeModel
import ExchangeSyntax
import Testing

@Suite("A comparison of two exchanges")
struct ComparisonTests {
    private static func comparison(_ first: String, _ second: String) throws -> Comparison {
        var one = JSONSource(ByteInput(first))
        var other = JSONSource(ByteInput(second))
        return try Comparison(of: &one, with: &other)
    }

    @Test("finds none between an exchange and itself in another order")
    func same() throws {
        let first = #"{"id": "x", "places": [{"id": "p"}], "events": [{"id": "e"}, {"id": "f"}]}"#
        let second = #"{"events": [{"id": "e"}, {"id": "f"}], "places": [{"id": "p"}], "id": "x"}"#
        let comparison = try Self.comparison(first, second)
        #expect(comparison.isSame)
        #expect(comparison.records == 4)
        #expect(comparison.differences.isEmpty)
    }

    @Test("names the record, the field and both values")
    func different() throws {
        let first = #"{"events": [{"id": "e", "slots": [{"id": "s", "start": "2026-05-01T10:00"}], "x-a": 1}]}"#
        let second =
            #"{"events": [{"id": "e", "name": {"it": "E"}, "slots": [{"id": "s", "start": "2026-05-02T10:00"}]}]}"#
        let differences = try Self.comparison(first, second).differences
        #expect(differences.map(\.path) == ["/slots/0/start", "/x-a", "/name/it"])
        #expect(differences.map(\.first) == ["2026-05-01T10:00", "1", nil])
        #expect(differences.map(\.second) == ["2026-05-02T10:00", nil, "E"])
        #expect(differences.allSatisfy { $0.subject.kind == "event" && $0.subject.id == "e" })
    }

    @Test(
        "tells an order that is not the same",
        arguments: [
            (#"{"it": "a", "en": "b"}"#, #"{"en": "b", "it": "a"}"#)
        ])
    func order(_ first: String, _ second: String) throws {
        let comparison = try Self.comparison(#"{"name": \#(first)}"#, #"{"name": \#(second)}"#)
        #expect(!comparison.isSame)
        #expect(comparison.differences.map(\.path) == ["/name/it"])
    }

    @Test("tells records that only one of the two has")
    func missing() throws {
        let two = #"{"places": [{"id": "p"}, {"id": "q"}]}"#
        let one = #"{"places": [{"id": "p"}]}"#
        let lost = try Self.comparison(two, one)
        #expect(lost.differentRecords == 1)
        #expect(lost.differences.map(\.subject.id) == ["q"])
        #expect(lost.differences.map(\.second) == [nil])
        let added = try Self.comparison(one, two)
        #expect(added.differentRecords == 1)
        #expect(added.differences.map(\.first) == [nil])
    }

    @Test("looks closely at the first few of many, and counts the rest")
    func many() throws {
        func places(_ name: String) -> String {
            let records = (0..<500).map { #"{"id": "p\#($0)", "postcode": "\#(name)"}"# }
            return #"{"places": [\#(records.joined(separator: ","))]}"#
        }
        let comparison = try Self.comparison(places("1"), places("2"))
        #expect(comparison.differentRecords == 500)
        #expect(comparison.differences.count == 20)
    }
}
