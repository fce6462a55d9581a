import ExchangeFormats
import Foundation
import Testing

@Suite struct RoundTripTests {
    @Test("the canonical document says what the sample says, and is canonical")
    func canonical() throws {
        let first = Conversion(Conversion.sample)
        let second = Conversion(first.output)
        #expect(first.fault == nil)
        #expect(first.output == second.output)
        let said = try #require(try JSONSerialization.jsonObject(with: Data(first.output)) as? NSDictionary)
        let meant = try #require(try JSONSerialization.jsonObject(with: Data(Conversion.sample)) as? NSDictionary)
        #expect(said == meant)
        #expect(first.text.contains("12345678901234567890"), "no digit of a foreign number is lost")
    }

    @Test("a record begins again at the window's edge, wherever the edge lies", arguments: Format.allCases)
    func windows(_ format: Format) {
        let whole = Conversion(Conversion.sample, to: format)
        for window in Array(64...320) + [512, 1000, 4096, 9000, 65536] {
            let parted = Conversion(Conversion.sample, to: format, window: window, piece: window % 7 * 10 + 1)
            #expect(parted.output == whole.output, "window of \(window)")
            #expect(parted.remarks == whole.remarks, "window of \(window)")
        }
    }

    @Test("what no field can hold is kept, and said")
    func extras() {
        let input =
            #"{"id":"a","events":[{"id":"e","capacity":"many","x-\u0061":[1.50, {"q":"\u00e8\/"}],"edition":null}]}"#
        let conversion = Conversion(input)
        #expect(conversion.text.contains(#"{"id": "e", "capacity": "many", "x-a": [1.50,{"q":"è/"}]}"#))
        #expect(conversion.remarks.map(\.code) == [.wrongType, .unknownField, .emptyValue])
        #expect(conversion.remarks.map(\.location.path) == ["/events/0/capacity", "/events/0/x-\\u0061", "/events/0/edition"])
        #expect(Conversion(conversion.output).output == conversion.output)
    }

    @Test("a record may be as long as the limit, and no longer")
    func limit() {
        let record = #"{"id":"\#(String(repeating: "x", count: 200))"}"#
        let input = Array(#"{"events":[\#(record)]}"#.utf8)
        #expect(Conversion(input, window: 64, limit: 256).fault == nil)
        #expect(Conversion(input, window: 64, limit: 128).fault?.code == .limitExceeded)
    }
}
