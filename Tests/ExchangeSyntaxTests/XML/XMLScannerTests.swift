import ExchangeBytes
import ExchangeDiagnostics
import ExchangeSyntax
import Testing

/// Every event is told at its exact octet, however the document is cut into pieces.
@Suite struct XMLScannerTests {
    static let documents: [(document: String, events: [String])] = [
        ("<a/>", ["0-4 <a>", "0 </>"]),
        ("<?xml version=\"1.0\"?>\n<a>x</a>\n", ["22-25 <a>", "25 \"x\"", "26 </>"]),
        ("\u{FEFF}<a>è</a>", ["3-6 <a>", "6 \"è\"", "8 </>"]),
        (
            "<a\r\n  id = '1'\r\n  b=\"&lt;\u{1F600}&#38;\"\r\n>\r\nx\r\n</a >",
            ["0-38 <a 6:id=12:\"1\" 18:b=21:\"<😀&\">", "38 \"\\nx\\n\"", "43 </>"]
        ),
        (
            "<p:a xmlns:p='u' xmlns='v' p:b='c'><d/></p:a>",
            ["0-35 <{u}a 27:{u}b=32:\"c\">", "35-39 <{v}d>", "35 </>", "39 </>"]
        ),
        ("<a>x<![CDATA[<&]]>y</a>", ["0-3 <a>", "3 \"x<&y\"", "19 </>"]),
        ("<a>&amp;</a>", ["0-3 <a>", "3 \"&\"", "8 </>"]),
        ("<a>&#x1F600;&#13;</a>", ["0-3 <a>", "3 \"😀\\r\"", "17 </>"]),
        ("<a><!-- <b> --><?p <c>?><d e='>'/></a>", ["0-3 <a>", "24-34 <d 27:e=30:\">\">", "24 </>", "34 </>"]),
        ("<a b='\t\n'/>", ["0-11 <a 3:b=6:\"  \">", "0 </>"]),
        ("<a b='&#9;&#10;&#13;'/>", ["0-23 <a 3:b=6:\"\\t\\n\\r\">", "0 </>"]),
        (
            "<a><b>é</b>\n  <b\n/>ü</a>",
            ["0-3 <a>", "3-6 <b>", "6 \"é\"", "8 </>", "12 \"\\n  \"", "15-20 <b>", "15 </>", "20 \"ü\"", "22 </>"]
        ),
    ]

    @Test("events and their offsets", arguments: documents.indices)
    func offsets(_ index: Int) {
        let (document, events) = Self.documents[index]
        for piece in [1, 2, 3, 7, 16 << 10] {
            let found = XMLEvents(document, piece: piece)
            #expect(found.fault == nil)
            #expect(found.lines == events, "in pieces of \(piece)")
        }
    }

    @Test("a part of a document is told at the offsets of the whole")
    func parts() {
        let document = Array("<p:a xmlns:p='u'>\n<b/>\n<p:c>x</p:c></p:a>".utf8)
        let scope = XMLScope(Array("p:a".utf8), [(Array("p".utf8), Array("u".utf8))])
        for piece in [1, 3, 16 << 10] {
            let found = XMLEvents(document, piece: piece, from: 18, within: scope)
            #expect(
                found.lines == ["18-22 <b>", "18 </>", "22 \"\\n\"", "23-28 <{u}c>", "28 \"x\"", "29 </>", "35 </>"])
            #expect(found.fault == nil)
        }
    }

    @Test("a long document is told at the right offsets to its end")
    func longDocument() {
        var document = "<a>"
        var expected = [0]
        for index in 0..<30_000 {
            expected.append(document.utf8.count)
            document += "<b c='\(index)'>\(index.isMultiple(of: 7) ? "å\r\n&amp;" : "plain")</b>\r\n"
        }
        document += "</a>"
        let found = XMLEvents(document)
        #expect(found.fault == nil)
        #expect(found.offsets == expected)
    }

    @Test("the rest of an element is gone past to its end, and is well-formed")
    func skips() throws {
        var scanner = try XMLScanner(ByteInput("<a><b><c/>x<b></b></b><d/></a>"), windowSize: 4)
        #expect(try scanner.next() == .start)
        #expect(try scanner.next() == .start)
        try scanner.skip()
        #expect(scanner.offset == 18)
        #expect(scanner.depth == 2)
        #expect(try scanner.next() == .start)
        #expect(scanner.localName.text == "d")
        try scanner.skip()
        #expect(try scanner.next() == .end)
        #expect(try scanner.next() == .finish)
        var broken = try XMLScanner(ByteInput("<a><b></c></a>"))
        _ = try broken.next()
        #expect(throws: Note.self) { try broken.skip() }
    }

    @Test("text and attributes are printed so that every reader finds them again")
    func text() {
        let text = "a<b>&\"c\"]]>\t\n\r'é😀"
        var source = ByteBuffer()
        source.append(utf8: text)
        var content = ByteBuffer()
        XMLText.append(source.bytes, to: &content)
        #expect(content.bytes.text == "a&lt;b&gt;&amp;\"c\"]]&gt;\t\n&#13;'é😀")
        var value = ByteBuffer()
        XMLText.appendAttribute(source.bytes, to: &value)
        #expect(value.bytes.text == "a&lt;b&gt;&amp;&quot;c&quot;]]&gt;&#9;&#10;&#13;'é😀")
        let found = XMLEvents("<a b=\"\(value.bytes.text)\">\(content.bytes.text)</a>")
        #expect(found.lines.count == 3)
        #expect(found.lines[0].hasSuffix("\(text.debugDescription)>"))
        #expect(found.lines[1].hasSuffix(text.debugDescription))
    }
}
