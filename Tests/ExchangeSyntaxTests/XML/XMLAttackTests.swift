import ExchangeDiagnostics
import ExchangeSyntax
import Foundation
import Testing

/// Documents made to do harm end in a finding, and nothing but their octets is read.
@Suite struct XMLAttackTests {
    private static func laughs(_ levels: Int) -> String {
        let entities = (1...levels).map { level in
            "<!ENTITY e\(level) \"\(String(repeating: "&e\(level - 1);", count: 10))\">"
        }
        return "<!DOCTYPE a [<!ENTITY e0 \"ha\">\(entities.joined())]><a>&e\(levels);</a>"
    }

    static let declarations: [String] = [
        laughs(9),
        "<!DOCTYPE a [<!ENTITY x \"\(String(repeating: "A", count: 60_000))\">]><a>\(String(repeating: "&x;", count: 60_000))</a>",
        "<!DOCTYPE a [<!ENTITY x \"y\">]><a b=\"&x;\"/>",
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"http://127.0.0.1:9/x\">]><a>&x;</a>",
        "<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/x.dtd\"><a/>",
        "<!DOCTYPE a PUBLIC \"-//a\" \"file:///etc/hostname\"><a/>",
        "<!DOCTYPE a [<!ENTITY % p SYSTEM \"file:///etc/hostname\"> %p;]><a/>",
        "<!DOCTYPE a [<!ATTLIST a b CDATA 'c'>]><a/>",
        "<!DOCTYPE a [\(String(repeating: "<!ENTITY z 'z'>", count: 100_000))",
    ]

    @Test("every document type declaration is refused at its first octet", arguments: declarations.indices)
    func refusesDeclarations(_ index: Int) {
        for prefix in ["", "<?xml version=\"1.0\"?>\n", "<!-- x --><?p?>"] {
            for piece in [1, 16 << 10] where piece > 1 || Self.declarations[index].utf8.count < 5000 {
                let found = XMLEvents(prefix + Self.declarations[index], piece: piece)
                #expect(found.fault?.code == .xmlEntityRefused)
                #expect(found.fault?.offset == prefix.utf8.count)
                #expect(found.lines.isEmpty)
            }
        }
    }

    @Test("no file is read, whatever a document says")
    func readsNoFile() throws {
        let canary = FileManager.default.temporaryDirectory.appending(path: "canary-\(UUID().uuidString).xml")
        try Data("<canary>CANARY</canary>".utf8).write(to: canary)
        defer { try? FileManager.default.removeItem(at: canary) }
        let documents = [
            "<!DOCTYPE a [<!ENTITY x SYSTEM \"\(canary.absoluteString)\">]><a>&x;</a>",
            "<a xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='\(canary.absoluteString)'/></a>",
            "<a xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='\(canary.path)' parse='text'/></a>",
            "<a xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:schemaLocation='u \(canary.absoluteString)'/>",
            "<?xml-stylesheet href='\(canary.absoluteString)'?><a/>",
        ]
        for document in documents {
            let found = XMLEvents(document)
            #expect(!found.lines.contains { $0.contains("CANARY") })
            #expect(found.fault != nil || found.lines.first?.contains("<a") == true)
        }
    }

    /// A document made too large in one way, its code and the offset of what is too large.
    static let excesses: [(name: String, document: String, code: Code, offset: Int)] = [
        ("65 levels", String(repeating: "<a>", count: 65), .tooDeep, 192),
        ("100,000 levels", String(repeating: "<a>", count: 100_000), .tooDeep, 192),
        ("65 attributes", "<a" + (0..<65).map { " b\($0)=''" }.joined() + "/>", .limitExceeded, 0),
        ("40,000 attributes", "<x><a" + (0..<40_000).map { " b\($0)=''" }.joined() + "/></x>", .limitExceeded, 3),
        ("20,000 namespaces", "<a" + (0..<20_000).map { " xmlns:b\($0)='u\($0)'" }.joined() + "/>", .limitExceeded, 0),
        ("33 namespaces", "<a" + (0..<33).map { " xmlns:b\($0)='u'" }.joined() + "/>", .limitExceeded, 0),
        ("an attribute of 11 MB", "<a b='" + String(repeating: "x", count: 11 << 20) + "'/>", .limitExceeded, 0),
        ("a name of 1 MB", "<" + String(repeating: "x", count: 1 << 20) + "/>", .limitExceeded, 0),
        ("a tag that never ends", "<a>\n<b " + String(repeating: "b='' ", count: 100_000), .limitExceeded, 4),
        ("a comment of 11 MB", "<a><!--" + String(repeating: "x", count: 11 << 20) + "--></a>", .limitExceeded, 3),
        ("an instruction of 11 MB", "<a><?p " + String(repeating: "x", count: 11 << 20) + "?></a>", .limitExceeded, 3),
    ]

    @Test("what is too large is refused by name where it begins", arguments: excesses.indices)
    func refusesExcesses(_ index: Int) {
        let (name, document, code, offset) = Self.excesses[index]
        let found = XMLEvents(document)
        #expect(found.fault?.code == code, "\(name)")
        #expect(found.fault?.offset == offset, "\(name)")
    }

    @Test("what is just not too large is read")
    func atLimits() {
        let deep = String(repeating: "<a>", count: 64) + String(repeating: "</a>", count: 64)
        let attributes = "<a" + (0..<64).map { " b\($0)=''" }.joined() + "/>"
        let namespaces = "<a" + (0..<32).map { " xmlns:b\($0)='u\($0)'" }.joined() + "/>"
        let long = "<a b='" + String(repeating: "x", count: (64 << 10) - 9) + "'/>"
        #expect(long.utf8.count == 64 << 10)
        for document in [deep, attributes, namespaces, long] { #expect(XMLEvents(document).fault == nil) }
        #expect(XMLEvents(long.replacing("'/>", with: " '/>")).fault?.code == .limitExceeded)
    }

    @Test("11 MB of text go by in pieces")
    func longText() {
        let found = XMLEvents("<a>" + String(repeating: "x", count: 11 << 20) + "</a>")
        #expect(found.fault == nil)
        #expect(found.lines.count == 3)
    }
}
