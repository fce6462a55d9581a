import ExchangeDiagnostics
import ExchangeFormats
import ExchangeModel
import Testing

/// One fault, and where it is: the ⚡ in the text stands before the octet that is to blame, and is taken out.
struct BrokenInput: CustomTestStringConvertible, Sendable {
    let code: Code
    let path: String
    let text: String

    init(_ code: Code, _ path: String, _ text: String) {
        self.code = code
        self.path = path
        self.text = text
    }

    var testDescription: String { "\(code): \(text.debugDescription)" }

    // swift-format-ignore
    static let documents = [
        BrokenInput(.jsonSyntax,       "",                   "⚡hello"),
        BrokenInput(.controlCharacter, "/id",                "{\"id\": \"a⚡\\u0001\"}"),
        BrokenInput(.controlCharacter, "/id",                "{\"id\": \"a⚡\\uFFFE\"}"),
        BrokenInput(.controlCharacter, "/id",                "{\"id\": \"a⚡\u{1FFFF}\"}"),
        BrokenInput(.duplicateKey,     "/events/0/name/IT",  "{\"events\": [{\"name\": {\"it\": \"è\", ⚡\"IT\": \"b\"}}]}"),
        BrokenInput(.jsonSyntax,       "/id",                "{\n \"id\" ⚡\"a\"}"),
        BrokenInput(.jsonSyntax,       "/name",              "{\"id\": \"a\" ⚡\"name\": {}}"),
        BrokenInput(.trailingComma,    "/events/0/id",       "{\"events\": [\n{\"id\": \"a\"⚡,}]}"),
        BrokenInput(.trailingComma,    "/events/0",          "{\"events\": [\n{\"id\": \"a\"}⚡,\n]}"),
        BrokenInput(.duplicateKey,     "/events/1/id",       "{\"events\": [{},\n{\"id\": \"a\",\n  ⚡\"id\": \"b\"}]}"),
        BrokenInput(.duplicateKey,     "/events/0/name/it",  "{\"events\": [{\"name\": {\"it\": \"è\", ⚡\"it\": \"b\"}}]}"),
        BrokenInput(.duplicateKey,     "/x/a/b",             "{\"x\": {\"a\": {\"b\": 1, ⚡\"b\": 2}}}"),
        BrokenInput(.duplicateKey,     "/x/a",               "{\"x\": {\"a\": 1, ⚡\"\\u0061\": 2}}"),
        BrokenInput(.duplicateKey,     "/events/0/capacity", "{\"events\": [{\"capacity\": \"x\", ⚡\"capacity\": 3}]}"),
        BrokenInput(.duplicateKey,     "/events",            "{\"events\": [{}], ⚡\"events\": []}"),
        BrokenInput(.duplicateKey,     "/id",                "{\"id\": \"a\", \"events\": [{}], \"x\": 1, ⚡\"id\": 2}"),
        BrokenInput(.duplicateKey,     "/id",                "{\"id\": null, ⚡\"id\": \"a\"}"),
        BrokenInput(.badEscape,        "/name/it",           "{\"name\": {\"it\": \"كرارا ⚡\\x\"}}"),
        BrokenInput(.badEscape,        "/name/it",           "{\"name\": {\"it\": \"lone ⚡\\uD83D half\"}}"),
        BrokenInput(.controlCharacter, "/id",                "{\"id\": \"a⚡\tb\"}"),
        BrokenInput(.badNumber,        "/events/0/capacity", "{\"events\": [{\"capacity\": ⚡012}]}"),
        BrokenInput(.badNumber,        "/x/1",               "{\"x\": [1, 2.⚡]}"),
        BrokenInput(.unexpectedEnd,    "/events/0/slots/1",  "{\"events\": [{\"slots\": [{\"id\": \"a\"},\n {⚡"),
        BrokenInput(.unexpectedEnd,    "/id",                "{\"id\": \"a⚡"),
        BrokenInput(.trailingContent,  "",                   "{}\n⚡{}"),
        BrokenInput(.jsonSyntax,       "/x",                 "{\"x\": ⚡True}"),
        BrokenInput(.unexpectedEnd,    "",                   "⚡"),
        BrokenInput(.unexpectedEnd,    "",                   "\n \t\r\n⚡"),
        BrokenInput(.wrongType,        "",                   " ⚡[1]"),
        BrokenInput(.wrongType,        "",                   "\n⚡\"text\""),
        BrokenInput(.wrongType,        "",                   "⚡-1.5"),
        BrokenInput(.wrongType,        "",                   "⚡null"),
        BrokenInput(.wrongType,        "/events/1",          "{\"events\": [{},\n ⚡[{}]]}"),
        BrokenInput(.wrongType,        "/places/0",          "{\"places\": [⚡\"a\"]}"),
        BrokenInput(.jsonSyntax,       "/places/0",          "{\"places\": [⚡nil]}"),
        BrokenInput(.jsonSyntax,       "/places/0",          "{\"places\": [{} ⚡{}]}"),
        BrokenInput(.jsonSyntax,       "/places/0",          "{\"places\": [{}⚡}}"),
        BrokenInput(.jsonSyntax,       "/places/0/x-a/0",    "{\"places\": [{\"x-a\": [1⚡}]]}"),
        BrokenInput(.duplicateKey,     "/a~1b~0c",           "{\"a/b~c\": 1,\n ⚡\"a\\/b~c\": 2}"),
        BrokenInput(.duplicateKey,     "/x/a\"b",            "{\"x\": {\"a\\\"b\": 1, ⚡\"a\\u0022b\": 2}}"),
        BrokenInput(.duplicateKey,     "/x/é",               "{\"x\": {\"é\": 1, ⚡\"é\": 2}}"),
        BrokenInput(.duplicateKey,     "/",                  "{\"\": 1, ⚡\"\": 2}"),
        BrokenInput(.duplicateKey,     "/routes/0/é",        "{\"routes\": [{\"é\": 1, ⚡\"e\u{301}\": 2}]}"),
        BrokenInput(.duplicateKey,     "/events/0/name/EN",  "{\"events\": [{\"name\": {\"en\": \"\", ⚡\"EN\": \"b\"}}]}"),
        BrokenInput(.duplicateKey,     "/events/0/artists/0/role", "{\"events\": [{\"artists\": [{\"ref\": \"a\", \"role\": \"\", ⚡\"role\": \"b\"}]}]}"),
        BrokenInput(.duplicateKey,     "/events/0/slots/0/id", "{\"events\": [{\"slots\": [{\"id\": \"a\",\n⚡\"id\": \"a\"}]}]}"),
        BrokenInput(.badEscape,        "/events/0/id",       "{\"events\": [{\"id\": \"⚡\\u12G4\"}]}"),
        BrokenInput(.controlCharacter, "",                   "{ ⚡\u{0}}"),
        BrokenInput(.trailingContent,  "",                   "{\"id\": \"a\"}⚡\u{0}"),
        BrokenInput(.unexpectedEnd,    "/events",            "{\"events\":⚡"),
        BrokenInput(.unexpectedEnd,    "/events/0/name/it",  "{\"events\": [{\"name\": {\"it\": \"è\\u00⚡"),
    ]

    // swift-format-ignore
    static let lines = [
        BrokenInput(.unexpectedEnd,     "",          "⚡"),
        BrokenInput(.unexpectedEnd,     "",          "⚡\n\r\n \t\n"),
        BrokenInput(.jsonSyntax,        "",          "{\"record\":\"exchange\"}\n⚡hello\n"),
        BrokenInput(.wrongType,         "",          "{\"record\":\"exchange\"}\n⚡[1]\n"),
        BrokenInput(.wrongType,         "",          "{\"record\":\"exchange\"}\n⚡null\n"),
        BrokenInput(.wrongType,         "/record",   "{\"record\":\"exchange\"}\n{\"record\": ⚡5}\n"),
        BrokenInput(.unknownRecordType, "/record",   "{\"record\":\"exchange\"}\n{\"record\":⚡\"evnt\"}\n"),
        BrokenInput(.unknownRecordType, "/record",   "{\"record\":⚡\"Exchange\"}"),
        BrokenInput(.unknownRecordType, "/record",   "{\"record\":⚡\"slot\"}"),
        BrokenInput(.unknownRecordType, "/record",   "{\"id\":\"a\", \"record\": ⚡\"\"}"),
        BrokenInput(.unknownRecordType, "",          "{\"record\":\"exchange\"}\n ⚡{\"id\":\"a\"}\n"),
        BrokenInput(.unknownRecordType, "",          "{\"record\":\"exchange\"}\n⚡{}\n"),
        BrokenInput(.misplacedHeader,   "",          "⚡{\"record\":\"event\"}\n{\"record\":\"city\"}\n"),
        BrokenInput(.misplacedHeader,   "",          "{\"record\":\"event\"}\n⚡{\"record\":\"exchange\"}\n"),
        BrokenInput(.misplacedHeader,   "",          "{\"record\":\"exchange\"}\n\n⚡{\"record\":\"exchange\"}\n"),
        BrokenInput(.unexpectedEnd,     "/id",       "{\"record\":\"exchange\",\"id\":\"a⚡\n\"}\n"),
        BrokenInput(.unexpectedEnd,     "/record",   "{\"record\":\"exchange\"⚡\n,\"id\":\"a\"}\n"),
        BrokenInput(.unexpectedEnd,     "/x-a/1",    "{\"record\":\"exchange\",\"x-a\":[1,⚡\n2]}\n"),
        BrokenInput(.unexpectedEnd,     "/x-a/0",    "{\"x-a\":[1⚡\n,2],\"record\":\"exchange\"}\n"),
        BrokenInput(.unexpectedEnd,     "/id",       "{\"record\":\"exchange\"}\n{\"record\":\"event\",\"id\":\"\\u00⚡\ne9\"}\n"),
        BrokenInput(.unexpectedEnd,     "/id",       "{\"record\":\"exchange\"}\n{\"record\":\"event\",\"id\":⚡"),
        BrokenInput(.trailingContent,   "",          "{\"record\":\"exchange\"} ⚡{\"record\":\"event\"}\n"),
        BrokenInput(.trailingContent,   "",          "{\"record\":\"exchange\"}\n{\"record\":\"event\"}⚡,\n"),
        BrokenInput(.duplicateKey,      "/record",   "{\"record\":\"exchange\",⚡\"record\":\"exchange\"}\n"),
        BrokenInput(.duplicateKey,      "/record",   "{\"id\":\"a\",\"record\":\"exchange\",⚡\"r\\u0065cord\":1}\n"),
        BrokenInput(.duplicateKey,      "/extras",   "{\"record\":\"exchange\",\"extras\":{\"a\":1},⚡\"extras\":{\"b\":1}}\n"),
        BrokenInput(.duplicateKey,      "/extras",   "{\"record\":\"exchange\",\"extras\":1,⚡\"extras\":{\"b\":1}}\n"),
        BrokenInput(.duplicateKey,      "/extras/a", "{\"record\":\"exchange\",\"a\":1,\"extras\":{⚡\"a\":1}}\n"),
        BrokenInput(.duplicateKey,      "/id",       "{\"record\":\"exchange\"}\r\n{\"record\":\"event\",\"extras\":{\"id\":\"a\"}, ⚡\"id\":\"a\"}\r\n"),
        BrokenInput(.duplicateKey,      "/events",   "{\"record\":\"exchange\",⚡\"events\":{\"a\":1}}\n{\"record\":\"event\"}\n"),
        BrokenInput(.wrongType,         "/events",   "{\"record\":\"exchange\",\"events\":⚡[1]}\n"),
        BrokenInput(.trailingComma,     "/id",       "{\"record\":\"exchange\"}\n{\"record\":\"event\",\"id\":\"a\"⚡,}\n"),
        BrokenInput(.badNumber,         "/capacity", "{\"record\":\"exchange\"}\n{\"record\":\"event\",\"capacity\":⚡012}\n"),
        BrokenInput(.controlCharacter,  "/id",       "{\"record\":\"exchange\",\"id\":\"a⚡\tb\"}\n"),
        BrokenInput(.controlCharacter,  "/record",   "{\"record\":\"exchange\"}\n{\"record\":\"city\"⚡\u{0}}"),
    ]
}

@Suite struct BrokenInputTests {
    @Test("every fault of a document is found where it is", arguments: BrokenInput.documents)
    func documents(_ input: BrokenInput) throws { try check(input, .json) }

    @Test("every fault of lines is found where it is", arguments: BrokenInput.lines)
    func lines(_ input: BrokenInput) throws { try check(input, .ndjson) }

    private func check(_ input: BrokenInput, _ format: Format) throws {
        let parts = input.text.unicodeScalars.split(separator: "⚡", maxSplits: 1, omittingEmptySubsequences: false)
        let before = String(parts[0])
        let octets = Array((before + String(parts[1])).utf8)
        let fault = try #require(Conversion(octets, from: format).fault)
        #expect(Conversion(octets, from: format, window: 64, piece: 3).fault == fault)
        let lines = before.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(fault.code == input.code)
        #expect(fault.location.position.offset == before.utf8.count)
        #expect(fault.location.position.line == lines.count)
        #expect(fault.location.position.column == (lines.last?.count ?? 0) + 1)
        #expect(fault.location.path == input.path)
    }

    @Test("octets that are no UTF-8 are found behind an escape and across the window's edge")
    func notUTF8() throws {
        let before = Array("{\"id\": \"a\\n".utf8)
        for broken: [UInt8] in [[0xFF], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80]] {
            let input = before + broken + Array("\"}".utf8)
            let fault = try #require(Conversion(input, window: 64, piece: 3).fault)
            #expect(fault.code == .invalidUTF8)
            #expect(fault.location.position.offset == before.count)
        }
    }

    @Test("both places of a name that comes twice are told", arguments: [Format.json, .ndjson])
    func twice(_ format: Format) throws {
        let opening = format == .json ? "{\"events\":[{" : "{\"record\":\"exchange\"}\n{\"record\":\"event\","
        let (start, closing) = (opening.unicodeScalars.count + 1, format == .json ? "}]}" : "}")
        let path = format == .json ? "/events/0" : ""
        let line = format == .json ? 1 : 2
        let column = format == .json ? start : start - 22
        for (members, first, way) in [
            ("\"id\":null,\"id\":\"a\"", 0, "/id"),
            ("\"x\":1,\"id\":[\"id\"],\"id\":\"a\"", 6, "/id"),
            ("\"x\":{\"n\":1,\"y\":[\"n\"],\"n\":2}", 5, "/x/n"),
            ("\"name\":{\"it\":\"è\",\"IT\":\"b\"}", 8, "/name/it"),
            ("\"s\\u006Cots\":[{\"id\":1}],\"slots\":[]", 0, "/slots"),
        ] {
            let fault = try #require(Conversion(opening + members + closing, from: format).fault)
            #expect(fault.code == .duplicateKey)
            let other = try #require(fault.related.first)
            #expect(other.location.path == path + way)
            #expect(other.location.position.line == line)
            #expect(other.location.position.column == column + first)
        }
    }

    @Test("both headers are told, and the record before the only one")
    func headers() throws {
        let second = try #require(
            Conversion("{\"record\":\"exchange\"}\n{\"record\":\"exchange\"}", from: .ndjson).fault)
        #expect(second.related.map(\.location.position.line) == [1])
        let late = try #require(
            Conversion("\n{\"record\":\"city\"}\n{\"record\":\"city\"}\n{\"record\":\"exchange\"}", from: .ndjson).fault
        )
        #expect(late.location.position.line == 4)
        #expect(late.related.map(\.location.position.line) == [2])
    }

    @Test("a type that is misspelled is told with the types there are, and the nearest")
    func unknownType() throws {
        let fault = try #require(Conversion("{\"record\":\"exchnage\"}", from: .ndjson).fault)
        #expect(fault.suggestions == ["exchange"])
        #expect(fault.message.contains("\"exchnage\""))
        for type in RecordType.allCases { #expect(fault.message.contains(type.rawValue)) }
    }
}
