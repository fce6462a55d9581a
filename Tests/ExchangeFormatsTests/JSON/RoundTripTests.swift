import ExchangeFormats
import ExchangeSyntax
import Foundation
import Testing

@Suite struct RoundTripTests {
    @Test("the canonical document says what the sample says, and is canonical")
    func canonical() throws {
        let sample = try Fixture.sample()
        let first = Conversion(sample)
        let second = Conversion(first.output)
        #expect(first.fault == nil)
        #expect(first.output == second.output)
        let said = try #require(try JSONSerialization.jsonObject(with: Data(first.output)) as? NSDictionary)
        let meant = try #require(try JSONSerialization.jsonObject(with: Data(sample)) as? NSDictionary)
        #expect(said == meant)
        #expect(first.text.contains("12345678901234567890"), "no digit of a foreign number is lost")
    }

    @Test("a record begins again at the window's edge, wherever the edge lies", arguments: [Format.json, .ndjson])
    func windows(_ format: Format) throws {
        let sample = try Fixture.sample()
        let whole = Conversion(sample, to: format)
        for window in Array(64...320) + [512, 1000, 4096, 9000, 65536] {
            let parted = Conversion(sample, to: format, window: window, piece: window % 7 * 10 + 1)
            #expect(parted.output == whole.output, "window of \(window)")
            #expect(parted.remarks == whole.remarks, "window of \(window)")
        }
    }

    @Test("what no field can hold is kept, and said")
    func extras() {
        let input =
            #"{"id":"a","events":[{"id":"e","capacity":"many","sp\u0061":[1.50, {"q":"\u00e8\/"}],"edition":null,"x-a":1}]}"#
        let conversion = Conversion(input)
        #expect(conversion.text.contains(#""capacity": "many""#))
        #expect(conversion.text.contains(#""spa": [1.50,{"q":"è/"}]"#))
        #expect(conversion.remarks.map(\.code) == [.wrongType, .unknownField, .emptyValue])
        #expect(
            conversion.remarks.map(\.location.path) == [
                "/events/0/capacity", "/events/0/spa", "/events/0/edition",
            ])
        #expect(Conversion(conversion.output).output == conversion.output)
    }

    @Test("members and arrays come out in canonical order, however they came in")
    func order() {
        let input =
            #"{"routes":[{"id":"r"}],"id":"a","events":[{"id":"e"},{"id":"f"}],"x-a":[1],"cities":[{"id":"c"}],"format":"cos-exchange"}"#
        let ordered =
            #"{"format":"cos-exchange","id":"a","x-a":[1],"cities":[{"id":"c"}],"events":[{"id":"e"},{"id":"f"}],"routes":[{"id":"r"}]}"#
        #expect(Conversion(input).output == Conversion(ordered).output)
    }

    @Test("a record may be as long as the limit, and no longer")
    func limit() {
        let record = #"{"id":"\#(String(repeating: "x", count: 200))"}"#
        let input = Array(#"{"events":[\#(record)]}"#.utf8)
        #expect(Conversion(input, window: 64, limits: Self.limits(256)).fault == nil)
        #expect(Conversion(input, window: 64, limits: Self.limits(128)).fault?.code == .limitExceeded)
    }

    private static func limits(_ record: Int) -> Limits {
        var limits = Limits()
        limits.record = record
        return limits
    }
}
