import ExchangeBytes
import ExchangeSyntax
import Testing

@Suite struct JSONPathTests {
    /// The ⚡ stands before the octet in question.
    // swift-format-ignore
    @Test("the way to an octet is told as a pointer", arguments: [
        ("⚡{}", ""), ("{\"a\":⚡1}", "/a"), ("{⚡\"a\":1}", "/a"), ("{\"a\"⚡:1}", "/a"), ("{\"a\":1,⚡\"b\":2}", "/b"), ("{\"a\":1⚡,\"b\":2}", "/a"),
        ("[⚡1]", "/0"), ("[1,[2,⚡3]]", "/1/1"), ("[[1,2],{\"x\":[⚡1]}]", "/1/x/0"), ("[[],[],⚡1]", "/2"),
        ("{\"a/b~c\":⚡1}", "/a~1b~0c"), ("{\"~\u{301}/\u{301}\":⚡1}", "/~0\u{301}~1\u{301}"), ("{\"\":⚡1}", "/"), ("{\"\":{\"\":⚡1}}", "//"),
        ("{\"\\u0061\\n\\\"\\\\\\/\":⚡1}", "/a\n\"\\~1"), ("{\"\\ud83d\\ude00é\\u00e9\":⚡1}", "/😀éé"), ("{\"\\ud83d\\q\\u12\":⚡1}", "/\u{FFFD}\\q\\u12"),
        ("{\"{[,:]}\":[\"}],\\\"\",⚡1]}", "/{[,:]}/1"), ("{\"a\":{\"b\":1},\"c\":⚡{}}", "/c"), ("{\"a\":[1,2],⚡", ""), ("{\"a\":\"x⚡y", "/a"),
    ])
    func pointers(_ text: String, _ pointer: String) {
        let (buffer, offset) = Self.buffer(text)
        // A comma that nothing follows yet leads back to the member before it.
        let expected = text.hasSuffix(",⚡") ? "/a" : pointer
        #expect(JSONPath(in: buffer.bytes, from: 0, to: offset).pointer == expected)
    }

    @Test("a walk may begin inside an object")
    func inside() {
        let (buffer, offset) = Self.buffer(" , \"a\": {\"b\": [1, ⚡2]}")
        let path = JSONPath(in: buffer.bytes, from: 0, to: offset, isInsideObject: true)
        #expect(path.pointer == "/a/b/1")
        #expect(path.names == ["a", "b"])
    }

    // swift-format-ignore
    @Test("the first of two members of a name is found", arguments: [
        ("{\"a\":1,⚡\"a\":2}", 1, "/a"), ("{\"a\":{\"b\":{\"a\":1}},⚡\"a\":2}", 1, "/a"), ("{\"x\":\"a\",\"\\u0061\":1,⚡\"a\":2}", 9, "/a"),
        ("{\"é\":1,⚡\"e\u{301}\":2}", 1, "/é"), ("{\"EN\":1,\"x\":2,⚡\"en\":2}", 1, "/EN"), ("{\"EN\":1,\"en\":2,⚡\"en\":2}", 8, "/en"),
        ("{\"id\":1,\"extras\":{⚡\"id\":2}}", 1, "/id"), ("[{\"a\":1},{\"b\":[{\"a\":0}],\"a\":1,⚡\"a\":2}]", 24, "/1/a"),
    ])
    func namesakes(_ text: String, _ index: Int, _ pointer: String) throws {
        let (buffer, offset) = Self.buffer(text)
        let namesake = try #require(JSONPath(in: buffer.bytes, from: 0, to: offset).namesake())
        #expect(namesake.index == index)
        #expect(namesake.pointer == pointer)
    }

    @Test("a name that comes once has no namesake")
    func none() {
        let (buffer, offset) = Self.buffer("{\"b\":{\"a\":1},\"c\":\"a\",⚡\"a\":2}")
        #expect(JSONPath(in: buffer.bytes, from: 0, to: offset).namesake() == nil)
    }

    private static func buffer(_ text: String) -> (buffer: Kept, offset: Int) {
        let parts = text.unicodeScalars.split(separator: "⚡", maxSplits: 1, omittingEmptySubsequences: false).map {
            String($0)
        }
        return (Kept(parts.joined()), parts[0].utf8.count)
    }

    /// Octets that live as long as somebody asks for them.
    private final class Kept {
        private var buffer = ByteBuffer()
        var bytes: Bytes { buffer.bytes }
        init(_ text: String) { buffer.append(utf8: text) }
    }
}
