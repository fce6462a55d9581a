import ExchangeDiagnostics
import ExchangeFormats
import ExchangeSyntax
import Testing

/// Every limit lets pass what is exactly as large, and refuses what is larger by one.
@Suite(.serialized) struct LimitTests {
    private static let formats = [Format.json, .ndjson]

    /// An exchange with one event of some members.
    private func input(_ members: String, _ format: Format) -> [UInt8] {
        switch format {
        case .json: Array(#"{"id":"a","events":[{\#(members)}]}"#.utf8)
        default: Array(#"{"record":"exchange","id":"a"}"#.utf8) + Array("\n{\"record\":\"event\",\(members)}\n".utf8)
        }
    }

    private func expect(_ fault: Diagnostic?, _ isRefused: Bool, _ limit: Int, code: Code = .limitExceeded) {
        #expect(fault?.code == (isRefused ? code : nil))
        if let fault { #expect(fault.message.contains(String(limit))) }
    }

    @Test("octets of a record", arguments: formats, [1000, 1 << 20])
    func record(_ format: Format, _ limit: Int) {
        var limits = Limits()
        limits.record = limit
        let overhead = format == .json ? 2 : 18 + 1
        // One string alone would be too long.
        let long = String(repeating: "x", count: limit / 5)
        for (excess, window) in [(0, 64), (1, 64), (0, 1 << 21), (1, 1 << 21), (limit / 2, 64)] {
            var members = ""
            while members.utf8.count + limit / 4 < limit + excess - overhead {
                members += "\"x-\(members.utf8.count)\":\"\(long)\","
            }
            let rest = limit + excess - overhead - members.utf8.count - 7
            members += "\"x-\":\"\(String(repeating: "x", count: rest))\""
            let fault = Conversion(input(members, format), from: format, window: window, limits: limits).fault
            expect(fault, excess > 0, limit)
            if excess > 0 { #expect(fault?.location.position.offset == (format == .json ? 20 : 31)) }
        }
    }

    @Test("octets of the header", arguments: formats)
    func header(_ format: Format) {
        var limits = Limits()
        limits.record = 1000
        for excess in [0, 1] {
            let half = (1000 + excess - (format == .json ? 14 : 37)) / 2
            let rest = (1000 + excess - (format == .json ? 14 : 37)) - half
            let members = [half, rest].enumerated().map { "\"x\($0)\":\"\(String(repeating: "y", count: $1))\"" }
            let text =
                format == .json
                ? "{\(members.joined(separator: ", \n"))}"
                : "{\"record\":\"exchange\",\(members.joined(separator: ","))}"
            expect(Conversion(Array(text.utf8), from: format, limits: limits).fault, excess > 0, 1000)
        }
    }

    @Test("blanks between records are no part of them", arguments: [64, 100_000])
    func blanks(_ window: Int) {
        var limits = Limits()
        limits.record = 100
        let blanks = String(repeating: " \n", count: 5000)
        let text = ["", "{", "\"id\"", "\"a\"", ",", "\"events\"", "[", "{}", ",", "{}", "]", "}", ""].joined(
            separator: blanks)
        #expect(Conversion(Array(text.utf8), window: window, limits: limits).fault?.code == .limitExceeded)
        let outer = ["", "{", "\"id\":\"a\"", ",\"events\":[", "{}", ",{}", "]", "}", ""].joined(separator: blanks)
        #expect(Conversion(Array(outer.utf8), window: window, limits: limits).fault == nil)
        let lines = ["", "{\"record\":\"exchange\"}", "{\"record\":\"city\"}", ""].joined(separator: blanks)
        #expect(Conversion(Array(lines.utf8), from: .ndjson, window: window, limits: limits).fault == nil)
    }

    @Test("octets of a string after decoding, be it a value, a name or a tag", arguments: formats, [300, 256 << 10])
    func string(_ format: Format, _ limit: Int) {
        var limits = Limits()
        limits.string = limit
        for excess in [0, 1] {
            let plain = String(repeating: "x", count: limit + excess - 4)
            for text in limit > 1000
                ? [plain + "\\u00e9é"] : [plain + "xxxx", plain + "\\u0041\\n\\\"x", plain + "\\u00e9é"]
            {
                for members in [
                    "\"id\":\"\(text)\"", "\"\(text)\":1", "\"x-a\":{\"\(text)\":\"\(text)\"}",
                    "\"name\":{\"\(text)\":\"a\"}",
                    "\"places\":[\"\(text)\"]", "\"x-a\":\"\(text)\"", "\"artists\":[{\"ref\":\"\(text)\"}]",
                ] {
                    expect(Conversion(input(members, format), from: format, limits: limits).fault, excess > 0, limit)
                }
            }
        }
    }

    @Test("languages of a text", arguments: formats)
    func languages(_ format: Format) {
        for count in [64, 65] {
            let versions = (0..<count).map { "\"x-\($0)\":\"\($0 % 9 == 0 ? "" : "a")\"" }.joined(separator: ",")
            expect(Conversion(input("\"name\":{\(versions)}", format), from: format).fault, count > 64, 64)
        }
    }

    @Test("members that the schema does not know", arguments: formats)
    func extras(_ format: Format) {
        for count in [1000, 1001] {
            let extras = (0..<count).map { "\"x\($0)\":\($0)" }.joined(separator: ",")
            expect(Conversion(input(extras, format), from: format).fault, count > 1000, 1000)
            expect(Conversion(input("\"slots\":[{\(extras)}]", format), from: format).fault, count > 1000, 1000)
            let header = format == .json ? "{\(extras)}" : "{\"record\":\"exchange\",\(extras)}"
            expect(Conversion(header, from: format).fault, count > 1000, 1000)
            guard format == .ndjson else { continue }
            expect(
                Conversion("{\"record\":\"exchange\",\"extras\":{\(extras)}}", from: format).fault, count > 1000, 1000)
        }
    }

    @Test("depth, counted from the document, in whichever format", arguments: formats)
    func depth(_ format: Format) {
        for (members, outer) in [
            ("\"x\":⚡", 3), ("\"slots\":[{\"x\":⚡}]", 5), ("\"slots\":[{\"overrides\":[{\"x\":⚡}]}]", 7),
        ] {
            for depth in [61, 64, 65, 100_000] {
                let nested = String(repeating: "[", count: depth - outer) + String(repeating: "]", count: depth - outer)
                let objects =
                    String(repeating: "{\"a\":", count: depth - outer) + "1"
                    + String(repeating: "}", count: depth - outer)
                for value in [nested, objects] {
                    let text = input(members.replacing("⚡", with: value), format)
                    expect(Conversion(text, from: format).fault, depth > 64, 64, code: .tooDeep)
                }
            }
        }
    }
}
