import ExchangeDiagnostics
import ExchangeFormats
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

    var testDescription: String { "\(code): \(text)" }

    // swift-format-ignore
    static let all = [
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
    ]
}

@Suite struct BrokenInputTests {
    @Test("every fault is found where it is", arguments: BrokenInput.all)
    func faults(_ input: BrokenInput) throws {
        let parts = input.text.split(separator: "⚡", maxSplits: 1, omittingEmptySubsequences: false)
        let before = String(parts[0])
        let fault = try #require(Conversion(before + parts[1]).fault)
        let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(fault.code == input.code)
        #expect(fault.location.position.offset == before.utf8.count)
        #expect(fault.location.position.line == lines.count)
        #expect(fault.location.position.column == (lines.last?.unicodeScalars.count ?? 0) + 1)
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

    @Test("depth is limited", arguments: [62, 63, 64, 100_000])
    func depth(_ depth: Int) {
        let input = "{\"x\": " + String(repeating: "[", count: depth) + String(repeating: "]", count: depth) + "}"
        #expect(Conversion(input).fault?.code == (depth > 63 ? .tooDeep : nil))
    }
}
