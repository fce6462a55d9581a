import ExchangeDiagnostics
import ExchangeSyntax
import Foundation
import Testing

/// The scanner and libxml2 are of one mind about what is XML, and about what it says.
@Suite struct XMLAgreementTests {
    /// What the scanner tells, spelled as the oracle spells it.
    private static func events(_ octets: [UInt8], window: Int = 64 << 10) -> (lines: [String], fault: Note?) {
        var lines: [String] = []
        var pending = ""
        func flush() {
            if !pending.isEmpty { lines.append(pending.debugDescription) }
            pending = ""
        }
        do {
            var scanner = try XMLScanner(ByteInput(octets), windowSize: window)
            while true {
                let event = try scanner.next()
                if event != .text { flush() }
                switch event {
                case .start: lines.append(Self.tag(scanner))
                case .end: lines.append("</>")
                case .text: pending += scanner.text.text
                case .comment: lines.append("<!--\(scanner.text.text)".replacing("&#38;", with: "&"))
                case .instruction:
                    lines.append("<?\(scanner.target.text) \(scanner.text.text)".replacing("&#38;", with: "&"))
                case .finish: return (lines, nil)
                }
            }
        } catch let note as Note {
            flush()
            return (lines, note)
        } catch {
            Issue.record(error)
            return (lines, nil)
        }
    }

    private static func tag(_ tag: borrowing XMLScanner) -> String {
        var line = "<{\(tag.namespace.text)}\(tag.prefix.text):\(tag.localName.text)"
        for index in 0..<tag.namespaceCount {
            let (prefix, uri) = tag.declaration(index)
            line += " xmlns:\(prefix.text)=\(uri.text.replacing("&#38;", with: "&").debugDescription)"
        }
        for index in 0..<tag.attributeCount {
            let attribute = tag.attribute(index)
            line += " {\(attribute.namespace.text)}\(attribute.prefix.text):\(attribute.localName.text)="
            line += attribute.value.text.replacing("&#38;", with: "&").debugDescription
        }
        return line.replacing("&#38;", with: "&")
    }

    /// Codes of what is refused though it is well-formed: what no exchange can hold, and what is too much.
    private static let ownCodes: Set<Code> = [.controlCharacter, .xmlEncoding, .tooDeep, .limitExceeded, .invalidUTF8]

    /// What the two do not agree upon.
    private static func disagreement(_ octets: [UInt8]) -> String? {
        let own = events(octets)
        let oracle = XMLOracle(octets)
        let shown = String(decoding: octets.prefix(400), as: UTF8.self).debugDescription
        if let fault = own.fault {
            if !oracle.isWellFormed || ownCodes.contains(fault.code) { return nil }
            // The library does not look for a blank between an encoding and `standalone` if it is told to pass over the
            // first, though a document needs one (XML 1.0 production 32).
            if fault.code == .notWellFormed, fault.detail == "an XML declaration that does not end" { return nil }
            // A zero ends the input for the library, so that it does not see one behind the root.
            if octets.contains(0), fault.detail == "a control character, which XML cannot carry" { return nil }
            // It looks at URIs with ampersands spelled as references, which makes fragments of what follows.
            if let detail = fault.detail, detail.hasPrefix("a namespace that is no URI"), detail.contains("&") {
                return nil
            }
            return
                "\(shown): refused (\(fault.code) at \(fault.offset): \(fault.detail ?? "")), and the library reads it"
        }
        if oracle.message.contains("is not a valid URI"), oracle.message.contains("&#38;") { return nil }
        guard oracle.isWellFormed else { return "\(shown): read, and the library says \(oracle.message)" }
        guard own.lines != oracle.lines else { return nil }
        let first = zip(own.lines, oracle.lines).first { $0 != $1 }
        return "\(shown): \(first.map { "\($0) where the library tells \($1)" } ?? "one tells more than the other")"
    }

    static let documents: [String] =
        XMLFaultTests.faults.map(\.document) + XMLScannerTests.documents.map(\.document)
        + XMLCanonicalNodeTests.spellings.map(\.document) + [
            "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n<?p q?><!-- c --><a/>\n<!--d--><?e?>\r\n",
            "<?xml version=\"1.1\"?><a/>", "<?xml version='1.'?><a/>", "<?xml version='2.0'?><a/>",
            "<?xml version='1.0'encoding='UTF-8'?><a/>", "<?xml version='1.0' standalone='maybe'?><a/>",
            "<?xml encoding='UTF-8'?><a/>", "<?XML version='1.0'?><a/>", "<?xml-stylesheet href='a'?><a/>",
            "<a xmlns:p='urn:u' xmlns:q='urn:u' p:b='1' q:b='2'/>", "<a xmlns:p='u' p:b='1' b='2'/>",
            "<a xmlns='u' xmlns='v'/>", "<a xmlns:p='u' xmlns:p='v'/>", "<a xmlns:p=''/>", "<a xmlns:xml='u'/>",
            "<a xmlns:p='http://www.w3.org/XML/1998/namespace'/>", "<a xmlns:xmlns='u'/>", "<xmlns:a/>", "<xml:a/>",
            "<a xmlns='http://www.w3.org/2000/xmlns/'/>", "<a xmlns='a b'/>", "<a xmlns='%'/>", "<a xmlns='urn:é'/>",
            "<a xml:space='x' xml:id='1 2'/>", "<a:b:c xmlns:a='u'/>", "<:a/>", "<a:/>", "<a :b=''/>", "<a b:=''/>",
            "<é·ü xmlns:è='u' è:\u{300}='1'/>", "<a\u{B7}/>", "<\u{B7}a/>", "<a\u{37E}/>", "<a.-_0/>", "<-a/>",
            "<a>]]&gt; ]] > ]]]&gt; ]&#93;> &#93;&#93;></a>", "<a>]]]></a>", "<a>x]]\n></a>", "<a><![CDATA[]]]]>]></a>",
            "<a><![CDATA[]]]]]]></a>", "<a><![CDATA[\r\n\r]]></a>", "<a><![CDATA[]]></a>", "<![CDATA[x]]><a/>",
            "<a/><![CDATA[x]]>", "<a>\r\r\n\n\r</a>", "<a b='\r\r\n\n\t'/>", "<a><!-- - -- --></a>", "<a><!-----></a>",
            "<a><!--\r\n--><?p \r\n x?></a>", "<a><!----><?p?><?p ?><?p??></a>", "<a><?p:q?></a>", "<a><??></a>",
            "<a>&#x10FFFD;&#x0041;&#00065;&#xD7FF;</a>", "<a>&#xD800;</a>", "<a>&#x110000;</a>", "<a>&#;</a>",
            "<a>&#x;</a>", "<a>&#X41;</a>", "<a>&#9999999999999999999;</a>", "<a>&amp</a>", "<a>&amp ;</a>",
            "<a>&;</a>",
            "<a b=\"'\" c='\"' d = \"&apos;&quot;\"/>", "<a b='1'c='2'/>", "<a\n/>", "<a / >", "<a></a\n>", "<a></ a>",
            "<a></a b='c'>", "</a>", "<a", "<", "<a><", "<a></", "<a>&", "<a b", "<a b=", "<a b='", "<!", "<a><!-",
            "<a><![",
            "<a>x<b/>y<c></c>z</a> <!-- x --> ", "<a/>&#32;", "&#32;<a/>", "\u{FEFF}<a/>", "<a>\u{FEFF}</a>",
            "\u{FEFF}\u{FEFF}<a/>",
        ]

    @Test("about documents made for it", arguments: documents.indices)
    func agrees(on index: Int) {
        let found = Self.disagreement(Array(Self.documents[index].utf8))
        #expect(found == nil, "\(found ?? "")")
    }

    /// A document as the writer writes them, and some more.
    private static let long = """
        <?xml version="1.0" encoding="UTF-8"?>
        <exchange xmlns="urn:cos-exchange:1" xmlns:o="urn:o" id="prova">
          <name xml:lang="it">Studi &amp; aperti</name>
          <name xml:lang="ar">الاستوديوهات المفتوحة</name>
          <!-- a comment -->
          <events>
            <event id="a" o:b='c'>
              <place ref="laboratorio"/>
              <description xml:lang="it">Un &lt;b&gt;&#x1F600; \u{1F600} <![CDATA[<&]]></description>
              <o:x o:y="z"><p:q xmlns:p="urn:p" p:r="&quot;"/>u</o:x><?pi data?>
            </event>
          </events>
        </exchange>

        """

    private static let spices: [String] = [
        "<", ">", "&", ";", "\"", "'", "=", "/", "!", "-", "--", "[", "]", "]]>", "?", "x", "0", ":", " ", "\n", "\r",
        "\t",
        "\u{0}", "\u{B7}", "é", "\u{1F600}", "\u{FFFD}", "&#", "&#x", "&amp;", "<a>", "</a>", "<a/>", "xmlns:", "xml:",
        "<![CDATA[",
        "<!--", "-->", "<?p", "?>", "p:", " b='c'", " b=''", "xmlns='u'", "version", "<!",
    ]

    @Test("about documents with some octets changed, left out or added")
    func agreesOnMutations() {
        let seed = UInt64.random(in: 1...999_999_999)
        var random = SplitMix(state: seed)
        let seeds = Self.documents.filter { !$0.isEmpty }.map { Array($0.utf8) } + [Array(Self.long.utf8)]
        for round in 0..<6000 {
            var octets = round.isMultiple(of: 3) ? Array(Self.long.utf8) : seeds[random.below(seeds.count)]
            for _ in 0...random.below(3) {
                let place = random.below(octets.count + 1)
                let spice = Array(Self.spices[random.below(Self.spices.count)].utf8)
                switch random.below(4) {
                case 0: octets.removeSubrange(place..<min(octets.count, place + 1 + random.below(20)))
                case 1: octets.insert(contentsOf: spice, at: place)
                case 2: octets.replaceSubrange(place..<min(octets.count, place + spice.count), with: spice)
                default: if place < octets.count { octets[place] = UInt8(random.below(256)) }
                }
                if octets.isEmpty { octets = [0x20] }
            }
            let found = Self.disagreement(octets)
            #expect(found == nil, "seed \(seed), round \(round): \(found ?? "")")
            if found != nil { return }
        }
    }

    @Test("a document is the same in windows of any size")
    func windows() {
        let seed = UInt64.random(in: 1...999_999_999)
        var random = SplitMix(state: seed)
        let seeds = Self.documents.map { Array($0.utf8) } + [Array(Self.long.utf8)]
        for octets in seeds {
            let whole = Self.events(octets)
            for window in [1, 2, 3, 7, 8, 9, 15, 16, 17, 63, 64, 65, 1 + random.below(300)] {
                let parted = Self.events(octets, window: window)
                #expect(parted.lines == whole.lines, "a window of \(window)")
                #expect(parted.fault == whole.fault, "a window of \(window)")
            }
        }
    }
}

/// Numbers that look like chance, the same for the same seed.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
