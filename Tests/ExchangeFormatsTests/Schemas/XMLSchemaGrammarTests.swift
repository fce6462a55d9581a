import ExchangeModel
import Foundation
import Testing

@testable import ExchangeFormats

@Suite("The XML Schema")
struct XMLSchemaGrammarTests {
    @Test("has a place for every field of every record")
    func hasFields() {
        let text = XMLSchemaWriter().text
        for form in TableForm.all {
            let body = text.split(separator: "<xs:complexType name=\"\(form.schema.name)\">").dropFirst().first ?? ""
            let type = body.prefix(upTo: body.range(of: "\n  </xs:complexType>")?.lowerBound ?? body.endIndex)
            for field in form.schema.fields {
                switch field.xml {
                case .attribute(let name): #expect(type.contains("<xs:attribute name=\"\(name)\""), "\(field.name)")
                case .element(let name), .reference(let name):
                    #expect(type.contains("<xs:element name=\"\(name)\""), "\(form.schema.name).\(field.name)")
                }
            }
        }
    }

    @Test("uses only types that it declares, each once")
    func isWhole() {
        let text = XMLSchemaWriter().text
        let declared = text.matches(of: /<xs:(?:simple|complex)Type name="(\w+)"/).map { String($0.output.1) }
        #expect(Set(declared).count == declared.count)
        let used = text.matches(of: /(?:type|base|memberTypes)="([\w: ]+)"/).flatMap {
            $0.output.1.split(separator: " ")
        }
        for name in Set(used.map(String.init)) where !name.hasPrefix("xs:") {
            #expect(declared.contains(name), "\(name)")
        }
        #expect(Set(declared).subtracting(used.map(String.init)).isEmpty)
    }

    @Test("accepts what is well made", arguments: good)
    func accepts(_ members: String) throws {
        guard let verdict = try Self.verdict(on: members) else { return }
        #expect(verdict.isValid, "\(verdict.output)")
    }

    @Test("refuses what is not", arguments: bad)
    func refuses(_ members: String) throws {
        guard let verdict = try Self.verdict(on: members) else { return }
        #expect(!verdict.isValid, "\(members)")
        // A schema that does not compile refuses everything.
        #expect(verdict.output.contains("fails to validate"), "\(verdict.output)")
    }

    @Test(
        "ends with hostile values as it does with others",
        arguments: ["a", "a.", "a-", "1", "en-", "%4", "FREQ=DAILY;"])
    func endures(_ part: String) throws {
        let long = String(repeating: part, count: 3000)
        for element in ["timeZone", "url", "updated"] {
            let city =
                "<city id=\"\(long)!\"><name>n</name><country>IT</country><\(element)>\(long)!</\(element)></city>"
            guard let verdict = try Self.verdict(on: "<cities>\(city)</cities>") else { return }
            #expect(!verdict.isValid)
            #expect(!verdict.output.contains("nternal error"), "\(verdict.output.prefix(500))")
        }
    }

    /// What xmllint says of an exchange; nil, and said aloud, if it is not there.
    private static func verdict(on members: String) throws -> (isValid: Bool, output: String)? {
        guard Peer.run("xmllint", ["--version"]).status == 0 else {
            Peer.say("SKIPPED: the XML Schema (xmllint is not installed)")
            return nil
        }
        let peer = try Peer()
        let schema = try peer.file("exchange.xsd", Array(XMLSchemaWriter().text.utf8))
        let document = try peer.file("exchange.xml", Array((Self.header + members + "</exchange>").utf8))
        let (status, output) = Peer.run("xmllint", ["--noout", "--nonet", "--schema", schema, document])
        return (status == 0, output)
    }

    private static let header = """
        <exchange xmlns="urn:cos-exchange:1" xmlns:f="https://foreign.example/" id="prova">
        <format>cos-exchange</format><schemaVersion>1.0</schemaVersion><name xml:lang="it">Prova</name>
        <baseURI>https://data.open-studios.example/id/</baseURI><generated>2026-05-04T09:00:00Z</generated>
        <language>it</language><publisher ref="ente"/>
        """

    private static func city(_ id: String = "carrara", _ rest: String) -> String {
        "<city id=\"\(id)\"><name xml:lang=\"it\">Carrara</name><country>IT</country>"
            + "<timeZone>Europe/Rome</timeZone>\(rest)</city>"
    }

    private static func event(_ rest: String) -> String {
        "<events><event id=\"e\"><name xml:lang=\"it\">E</name><kind>opening</kind><status>scheduled</status>"
            + "<timeZone>Europe/Rome</timeZone>\(rest)</event></events>"
    }

    static let good = [
        "",
        "<cities>\(city("carrara", "<language>it</language><language>zh-Hans-CN-x-a</language>"))</cities>",
        "<cities>\(city("carrara", "<extras>{&quot;x&quot;:1}</extras><f:other xml:lang=\"it\"><f:a/></f:other>"))</cities>",
        "<extras>{}</extras><cities/><f:last/>",
        "<cities>\(city("a", "")).\(city("b", ""))</cities>".replacing(".", with: ""),
        event("<slot id=\"s\"><start>2028-02-29</start><end>2028-02-29</end></slot>"),
        event(
            "<slot id=\"s\"><start>2026-05-29T10:00</start><end>2026-05-29T13:00:30</end>"
                + "<repeat>BYDAY=FR,-1SA;freq=monthly</repeat><until>2026-12-31</until><except>2026-06-07</except>"
                + "<override><on>2026-06-13</on></override></slot>"),
        "<mediaItems><mediaItem id=\"m\"><kind>video</kind><duration>PT1H14M30.5S</duration>"
            + "<url>https://a.example/%20?x#y</url></mediaItem></mediaItems>",
    ]

    static let bad = [
        "<cities>\(city("carrara", ""))\(city("carrara", ""))</cities>",
        "<cities>\(city("Carrara Città", ""))</cities>",
        "<cities>\(city("carrara", "<other/>"))</cities>",
        "<cities><city id=\"a\"><name xml:lang=\"it\">A</name><country>IT</country></city></cities>",
        "<cities>\(city("carrara", "<language>it_IT</language>"))</cities>",
        "<cities>\(city("carrara", "<memberSince>17</memberSince>"))</cities>",
        event("<slot id=\"s\"><start>2027-02-29</start><end>2027-03-01</end></slot>"),
        event("<slot id=\"s\"><start>2026-05-29T24:00</start><end>2026-05-29T25:00</end></slot>"),
        event("<slot id=\"s\"><start>2026-05-29</start></slot>"),
        event("<slot id=\"s\"><start>2026-05-29</start><end>2026-05-29</end><repeat>FREQ=HOURLY</repeat></slot>"),
        event(
            "<slot id=\"s\"><start>2026-05-29</start><end>2026-05-29</end><override><on>2026-05-30</on></override>"
                + "<override><on>2026-05-30</on></override></slot>"),
        event(
            "<slot id=\"s\"><start>2026-05-29</start><end>2026-05-29</end></slot>"
                + "<slot id=\"s\"><start>2026-05-30</start><end>2026-05-30</end></slot>"),
        "<mediaItems><mediaItem id=\"m\"><kind>video</kind><duration>P1DT</duration><url>https://a.example/</url>"
            + "</mediaItem></mediaItems>",
        "<cooperations><cooperation id=\"c\"><name xml:lang=\"it\">C</name><city ref=\"a\"/></cooperation></cooperations>",
    ]
}
