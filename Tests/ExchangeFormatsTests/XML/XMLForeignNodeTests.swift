import ExchangeDiagnostics
import ExchangeFormats
import Testing

/// What other people put into an exchange is there again when it is XML again.
@Suite struct XMLForeignNodeTests {
    /// Documents as the writer writes them, with nodes of others in them.
    static let documents = [
        """
        <exchange xmlns="urn:cos-exchange:1" id="e" n1:schemaLocation="u v" xmlns:n1="http://www.w3.org/2001/XMLSchema-instance">
          <cities>
            <city id="c" xml:space="preserve" n2:a="&lt;&#9;&quot;" n2:b="" xmlns:n2="urn:n">
              <name xml:lang="it">Carrara</name>
              <extras>{"x-colour":"red"}</extras>
              <bare xmlns="">no namespace<inner></inner></bare>
              <nmae xmlns="urn:cos-exchange:1" xml:lang="it">misspelt</nmae>
              <d xmlns="urn:d"><e xmlns=""></e><f:g xmlns:f="urn:f"></f:g></d>
            </city>
            <city>
              <q:only xmlns="" xmlns:q="urn:q"></q:only>
            </city>
          </cities>
          <events>
            <event id="v">
              <slot id="s">
                <override>
                  <h:b xmlns="" xmlns:h="urn:h">bold</h:b>
                </override>
                <h:b xmlns="" xmlns:h="urn:h">bolder</h:b>
              </slot>
            </event>
          </events>
          <p:note xmlns:p="urn:p" p:a="1" b="2">x &amp; <p:b></p:b>y<!-- kept --><?pi kept?></p:note>
        </exchange>

        """
    ]

    @Test("foreign nodes come back to their places through JSON", arguments: documents)
    func comeBack(_ document: String) {
        let written =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + document
            .replacing(
                "<p:note xmlns:p=\"urn:p\" p:a=\"1\" b=\"2\">",
                with: "<p:note xmlns=\"\" xmlns:p=\"urn:p\" b=\"2\" p:a=\"1\">")
        let json = XMLConversion(document)
        #expect(json.fault == nil)
        let xml = XMLConversion(json.output, from: .json, to: .xml)
        #expect(xml.text == written)
        #expect(XMLConversion(document, to: .xml).text == written)
        #expect(XMLConversion(xml.output).text == json.text)
        for piece in [1, 5] { #expect(XMLConversion(document, piece: piece).text == json.text) }
    }

    @Test("they are strings in canonical form, in the order of the document, in the last extra")
    func spelling() {
        let json = XMLConversion(
            """
            <exchange xmlns="urn:cos-exchange:1" xmlns:u="urn:u" id="e" u:z="&#10;" other="1">
              <u:a unused="" xmlns:v="urn:v" u:b='"'><!--c--><v:w/><![CDATA[<]]></u:a><u:c/>
              <extras>{"x-y": 1}</extras>
            </exchange>
            """)
        #expect(
            json.text == """
                {
                  "id": "e",
                  "x-y": 1,
                  "x-xml": ["@{urn:u}z=\\n","@other=1","<u:a xmlns:u=\\"urn:u\\" unused=\\"\\" u:b=\\"&quot;\\"><!--c--><v:w xmlns:v=\\"urn:v\\"></v:w>&lt;</u:a>","<u:c xmlns:u=\\"urn:u\\"></u:c>"]
                }

                """)
    }

    /// Values of `x-xml` that must stay in the extras, for they are no nodes that would come back as they are.
    static let unsafe = [
        #"["<a></b>"]"#, #"["<a/>"]"#, #"["<a></a> "]"#, #"["<a></a><b></b>"]"#, #"["text"]"#, #"[""]"#, #"[]"#,
        #"[1]"#, #"{}"#, #""<a></a>""#,
        #"["<kind xmlns=\"urn:cos-exchange:1\">x</kind>"]"#, #"["<extras xmlns=\"urn:cos-exchange:1\">{}</extras>"]"#,
        #"["</event><event>"]"#, #"["<!DOCTYPE a><a></a>"]"#, #"["<a b='1'></a>"]"#, #"["<p:a></p:a>"]"#,
        #"["<b xmlns=\"u\" a=\"\" xmlns:p=\"v\"></b>"]"#, #"["@id=x"]"#, #"["@a"]"#, #"["@=x"]"#, #"["@a b=x"]"#,
        #"["@{}a=x"]"#, #"["@{u}a:b=x"]"#, #"["@a=x","@a=y"]"#, #"["<a></a>","@a=x"]"#, #"["@xmlns=u"]"#,
        #"["@a/><b=x"]"#,
        #"["@{http://www.w3.org/2000/xmlns/}a=x"]"#, #"["<a>&x;</a>"]"#, #"["<a>]]></a>"]"#, #"["<!--c-->"]"#,
        #"["<a></a><!--c-->"]"#,
        #"["<a xmlns=\"\"></a>"]"#, #"["<a>\u00e9</a>"]"#.replacing("\\u00e9", with: "&#233;"),
    ]

    @Test("what would not come back as it is stays where it is safe", arguments: unsafe)
    func staysSafe(_ value: String) {
        for tail in ["", #","z":1"#] {
            let json = Conversion(#"{"id":"e","events":[{"id":"a","x-xml":\#(value)\#(tail)}]}"#)
            let xml = XMLConversion(json.output, from: .json, to: .xml)
            #expect(XMLConversion(xml.output).text == json.text, "\(xml.text)")
            #expect(xml.text.contains("x-xml"), "\(xml.text)")
        }
    }

    @Test("nodes that do not stand last among the extras stay there")
    func staysInOrder() {
        let json = Conversion(#"{"id":"e","x-xml":["<a></a>"],"z":1}"#)
        let xml = XMLConversion(json.output, from: .json, to: .xml)
        #expect(xml.text.contains("x-xml"))
        #expect(XMLConversion(xml.output).text == json.text)
        let last = Conversion(#"{"id":"e","z":1,"x-xml":["<a></a>","<b xmlns=\"u&amp;v\"></b>"]}"#)
        let restored = XMLConversion(last.output, from: .json, to: .xml)
        #expect(!restored.text.contains("x-xml"))
        #expect(XMLConversion(restored.output).text == last.text)
    }

    @Test("unknown names of our own are remarked upon, with what was probably meant")
    func suggestions() {
        let found = XMLConversion(
            "<exchange xmlns=\"urn:cos-exchange:1\" idd=\"e\"><nmae>x</nmae><x xmlns=\"u\"/><citys/><events/></exchange>"
        )
        #expect(found.findings == ["1:38 M102", "1:46 M102", "1:74 M102"])
        #expect(found.remarks.map(\.suggestions) == [["id"], ["name"], ["cities"]])
        #expect(found.remarks[1].location.path == "/x-xml/1")
    }

    @Test("too many and too long nodes are refused")
    func limits() {
        let many =
            "<exchange xmlns='urn:cos-exchange:1'>" + String(repeating: "<a xmlns=''/>", count: 1001) + "</exchange>"
        #expect(XMLConversion(many).fault?.code == .limitExceeded)
        let long =
            "<exchange xmlns='urn:cos-exchange:1'>\n<a xmlns=''>" + String(repeating: "x", count: 300_000)
            + "</a></exchange>"
        #expect(XMLConversion(long).findings == ["2:1 S112"])
    }
}
