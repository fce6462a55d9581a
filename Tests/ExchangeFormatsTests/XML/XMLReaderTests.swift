import ExchangeDiagnostics
import ExchangeFormats
import ExchangeModel
import ExchangeSyntax
import Testing

/// What is wrong with an exchange in XML is told where it is, and nothing is lost that can be kept.
@Suite struct XMLReaderTests {
    private static func exchange(_ content: String, _ attributes: String = "") -> String {
        "<exchange xmlns=\"urn:cos-exchange:1\"\(attributes)>\n\(content)\n</exchange>"
    }

    static let remarks: [(content: String, findings: [String], path: String)] = [
        ("<events><event><capacity>many</capacity></event></events>", ["2:26 M103"], "/events/0/capacity"),
        ("<events><event><capacity> 30\n</capacity></event></events>", [], ""),
        ("<events><event><isFree>yes</isFree></event></events>", ["2:24 M103"], "/events/0/isFree"),
        ("<places><place/><place><latitude>44.10</latitude></place></places>", ["2:34 S115"], "/places/1/latitude"),
        ("<places><place><latitude>north</latitude></place></places>", ["2:26 M103"], "/places/0/latitude"),
        ("<name>Carrara</name>", ["2:1 S404"], "/name/und"),
        ("<name xml:lang=\"it\"/>", ["2:1 M104"], "/name/it"),
        ("<events><event id=''/></events>", ["2:20 M104"], "/events/0/id"),
        ("<events><event><slot/><slot><kind/></slot></event></events>", ["2:29 M102"], "/events/0/slots/1/x-xml/0"),
        ("<events><event><place/></event></events>", ["2:16 M103"], "/events/0/places/0"),
        ("<events><event><artist ref='a' role=''/></event></events>", ["2:38 M104"], "/events/0/artists/0"),
        ("<generator>a<b>c</b></generator>", ["2:13 M103"], "/generator"),
        ("<generator lang='it'>a</generator>", ["2:12 X101"], ""),
        ("<cities xml:lang='it'/>", ["2:9 X101"], "/cities"),
        ("<cities> stray <city/></cities>", ["2:10 S406"], "/cities"),
        ("<events><event> x <kind>a</kind></event></events>", ["2:17 S406"], "/events/0"),
        ("<generator>a&#13;&#10;b</generator>", ["2:12 S114"], ""),
        ("<extras>{\"colour\":1}</extras>", ["2:1 M102"], ""),
    ]

    @Test("remarks know their place", arguments: remarks.indices)
    func tellsRemarks(at index: Int) {
        let (content, findings, path) = Self.remarks[index]
        let found = XMLConversion(Self.exchange(content))
        #expect(found.fault == nil)
        #expect(found.findings == findings)
        #expect(found.remarks.first?.location.path ?? "" == path)
        let json = XMLConversion(found.output, from: .json, to: .xml)
        #expect(XMLConversion(json.output).text == found.text)
    }

    @Test("what is not of its field's shape is kept")
    func keeps() {
        let content = "<events><event><capacity>ma\"ny</capacity><place/><kind>a&lt;<b c='d'/>e</kind></event></events>"
        #expect(
            XMLConversion(Self.exchange(content)).text == """
                {
                  "events": [
                    {
                      "capacity": "ma\\"ny",
                      "x-xml": ["<place xmlns=\\"urn:cos-exchange:1\\"></place>","<kind xmlns=\\"urn:cos-exchange:1\\">a&lt;<b c=\\"d\\"></b>e</kind>"]
                    }
                  ]
                }

                """)
    }

    static let faults: [(content: String, finding: String, path: String)] = [
        ("<format>a</format><format>b</format>", "2:19 S103", ""),
        ("<events><event><kind/><kind>b</kind></event></events>", "2:23 S103", "/events/0"),
        (
            "<events><event/>\n<event><slot><name/><end>x</end><end>y</end></slot></event></events>", "3:33 S103",
            "/events/1/slots/0"
        ),
        ("<name xml:lang='it'>a</name><name xml:lang='IT'>b</name>", "2:29 S103", ""),
        ("<cities/>\n<cities/>", "3:1 S103", ""),
        ("<extras>{}</extras><extras/>", "2:20 S103", ""),
        ("<format>a</format><extras>{\"format\":\"b\"}</extras>", "2:19 S103", ""),
        ("<extras>{</extras>", "2:1 S110", ""),
        ("<extras/>", "2:1 S110", ""),
        ("<format>é\n&x;</format>", "3:1 S401", ""),
        ("<events><event>\r\n<kind>é</kin></event></events>", "3:8 S401", "/events/0"),
    ]

    @Test("a fault stops the reading where it is", arguments: faults.indices)
    func stopsAtFaults(at index: Int) {
        let (content, finding, path) = Self.faults[index]
        for piece in [1, 16 << 10] {
            let found = XMLConversion(Self.exchange(content), piece: piece)
            #expect(found.findings.last == finding)
            #expect(found.fault?.location.path == path)
        }
    }

    @Test("what comes first in the document is told, though it is found later")
    func firstFault() {
        let content = "<events><event><kind>a</kind><kind>b</kind></event></events><format>a</format><format>b</format>"
        #expect(XMLConversion(Self.exchange(content)).findings == ["2:30 S103"])
    }

    @Test(
        "another root is no exchange",
        arguments: [
            "<exchange/>", "<exchange xmlns='urn:cos-exchange:2'/>", "<event xmlns='urn:cos-exchange:1'/>",
            "<rss version='2.0'/>",
        ])
    func otherRoots(_ document: String) {
        #expect(XMLConversion("<!-- é -->\n" + document).findings == ["2:1 S405"])
    }

    @Test("a byte order mark is read over, and remarked upon once")
    func byteOrderMark() throws {
        let fixture = XMLConversion(try Fixture.sample(), from: .json, to: .xml)
        let marked = XMLConversion(Array("\u{FEFF}".utf8) + fixture.output)
        #expect(marked.findings == ["1:1 S105"])
        #expect(marked.text == XMLConversion(fixture.output).text)
    }

    @Test("elements may come in any order, under any prefix, with any line ends")
    func anySpelling() {
        let plain =
            "<exchange xmlns='urn:cos-exchange:1' id='e'><format>f</format><cities><city id='c'/></cities><events><event id='v'><kind>k</kind><isFree>true</isFree></event></events></exchange>"
        let other =
            "<?xml version='1.1'?>\r\n<!-- x --><c:exchange\r\n xmlns:c='urn:cos-exchange:1' id='&#101;'>\r\n<c:events><c:event id='v'><c:isFree>\r\ntrue</c:isFree><!-- x --><c:kind><![CDATA[k]]><!-- x --></c:kind></c:event></c:events><c:cities>\r\n<?x y?><c:city id='c'></c:city></c:cities><c:format>f</c:format>\r\n</c:exchange>\r\n"
        #expect(XMLConversion(other).text == XMLConversion(plain).text)
        #expect(XMLConversion(other).findings == [])
        for read in [1, 2, 3] {
            #expect(XMLConversion(Array(other.utf8), piece: read, read: read).text == XMLConversion(plain).text)
        }
    }

    @Test("text is kept octet for octet")
    func text() {
        let content = "<name xml:lang=\" a&#9;b \"> \n<![CDATA[ <x>&amp; ]]>&amp;]]&gt;\t😀 </name>"
        let json = XMLConversion(Self.exchange(content)).text
        #expect(json.contains(#"" a\tb ": " \n <x>&amp; &]]>\t😀 ""#))
    }

    @Test("a selection reads what it wants and nothing else")
    func selection() throws {
        let xml = XMLConversion(try Fixture.sample(), from: .json, to: .xml).output
        let wanted = Selection.none.with(.event, ["id", "slots"]).with(.city)
        let direct = XMLConversion(try Fixture.sample(), from: .json, to: .json, selection: wanted)
        #expect(XMLConversion(xml, selection: wanted).text == direct.text)
        #expect(direct.text.contains("cities"))
        #expect(!direct.text.contains("organisations"))
    }

    @Test("limits hold")
    func limits() {
        var limits = Limits()
        limits.record = 1000
        limits.string = 100
        limits.languages = 2
        func findings(_ content: String) -> [String] {
            XMLConversion(Array(Self.exchange(content).utf8), limits: limits).findings
        }
        let long = String(repeating: "x", count: 101)
        #expect(findings("<format>\(long)</format>") == ["2:9 S112"])
        #expect(findings("<format>\(long.dropLast())</format>") == [])
        #expect(findings("<events><event id='\(long)'/></events>") == ["2:20 S112"])
        let languages = ["a", "b", "c"].map { "<name xml:lang='\($0)'>x</name>" }.joined()
        #expect(findings(languages) == ["2:55 S112"])
        let online = String(repeating: "<online>x</online>", count: 100)
        #expect(findings("<events>\n<event>\(online)</event></events>") == ["3:1 S112"])
        #expect(findings(String(repeating: "<sameAs>x</sameAs>", count: 100)).last?.hasSuffix("S112") == true)
    }

    @Test("a document cut off anywhere is a finding or the same exchange")
    func truncation() throws {
        let document = Array(
            Self.exchange("<format>f</format><events><event id='é'><name xml:lang='it'>x&amp;</name></event></events>")
                .utf8)
        let whole = XMLConversion(document).output
        for count in 0..<document.count {
            let found = XMLConversion(Array(document.prefix(count)))
            #expect(found.fault != nil || found.output == whole)
        }
    }
}
