import ExchangeDiagnostics
import Testing

@testable import cos_exchange

@Suite("A limit")
struct LimitTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// An exchange that has more of something than a limit of 10 allows.
    private static func exchange(beyond name: LimitName) -> String {
        switch name {
        case .record: "{\"id\": \"exchange-of-more-than-sixteen-octets\"}"
        case .string: "{\"id\": \"eleven-long\"}"
        case .depth: "{\"x\": " + String(repeating: "[", count: 11) + String(repeating: "]", count: 11) + "}"
        case .languages: "{\"name\": {" + ("a"..."k").map { "\"x\($0)\": \"y\"" }.joined(separator: ", ") + "}}"
        case .extras: "{" + ("a"..."k").map { "\"\($0)\": 1" }.joined(separator: ", ") + "}"
        case .columns: "record,id," + ("a"..."k").map { $0 }.joined(separator: ",") + "\r\nexchange,x,,,,,,,,,,,\r\n"
        case .tag: "<exchange xmlns=\"urn:cos-exchange:1\" id=\"x\"/>"
        case .attributes: element(("a"..."k").map { "\($0)=\"1\"" })
        case .namespaces: element(("a"..."k").map { "xmlns:\($0)=\"urn:\($0)\"" })
        }
    }

    private static func element(_ attributes: [String]) -> String {
        "<exchange xmlns=\"urn:cos-exchange:1\" id=\"x\"><a \(attributes.joined(separator: " "))/></exchange>"
    }

    private static func file(_ name: LimitName) -> String {
        switch name {
        case .columns: "p.csv"
        case .tag, .attributes, .namespaces: "p.xml"
        default: "p.json"
        }
    }

    @Test("is set by name, and named by the finding that meets it", arguments: LimitName.allCases)
    func isNamed(_ name: LimitName) throws {
        try folder.write(Self.exchange(beyond: name), to: Self.file(name))
        let run = try Run(["validate", "--limit", "\(name)=10", Self.file(name)], in: folder)
        #expect(run.code == 65)
        #expect(run.text.contains(name == .depth ? "error[S111]" : "error[S112]"))
        #expect(run.text.contains("\n  = '--limit \(name)=<number>' sets this limit\n"))
        let raised = try Run(["validate", "--limit", "\(name)=1K", Self.file(name)], in: folder)
        #expect(!raised.text.contains("--limit"))
        #expect(raised.code == 1)
    }

    @Test("is refused where it is none", arguments: ["recrd=4", "record", "record=", "record=x", "depth=0", "=4", ""])
    func isRefused(_ value: String) throws {
        let run = try Run(["validate", "--sample", "--limit", value])
        #expect(run.code == 64)
        #expect(run.errors.contains("--limit <name=number>"))
        if value == "recrd=4" { #expect(run.errors.contains("Did you mean 'record'?")) }
    }

    @Test("counts as it was set last")
    func countsLast() throws {
        let limits = try LimitName.limits(from: ["record=1K", "depth=9", "record=2M"])
        #expect(limits.record == 2 << 20)
        #expect(limits.depth == 9)
        #expect(limits.string == 256 << 10)
    }
}

extension ClosedRange<String> {
    /// The letters from the first to the last.
    fileprivate func map(_ body: (String) -> String) -> [String] {
        "abcdefghijklmnopqrstuvwxyz".map(String.init).filter(contains).map(body)
    }
}
