import ExchangeDiagnostics
import ExchangeFormats
import Testing

/// The grammar of JSON, text by text: as the value of a member that no schema knows, and of one in an NDJSON line.
@Suite struct GrammarTests {
    private static func document(_ text: String) -> [UInt8] {
        Array("{\"x-a\": ".utf8) + GrammarTable.octets(text) + Array("}".utf8)
    }

    private static func line(_ text: String) -> [UInt8] {
        Array("{\"record\":\"exchange\",\"x-a\": ".utf8) + GrammarTable.octets(text) + Array("}\n".utf8)
    }

    @Test("the tables are as long as they claim to be")
    func counts() {
        #expect(Set(GrammarTable.accepted).count >= 95)
        #expect(Set(GrammarTable.refused).count >= 180)
    }

    @Test("what the grammar yields is read, whatever the window", arguments: GrammarTable.accepted)
    func accepted(_ text: String) {
        let document = Self.document(text)
        #expect(Conversion(document).fault == nil)
        #expect(Conversion(document, window: 64, piece: 1).output == Conversion(document).output)
        guard !text.contains(where: \.isNewline) else { return }
        #expect(Conversion(Self.line(text), from: .ndjson).output == Conversion(document).output)
    }

    @Test("what it does not yield is refused, whatever the window", arguments: GrammarTable.refused)
    func refused(_ text: String) {
        let fault = Conversion(Self.document(text)).fault
        #expect(fault != nil)
        #expect(Conversion(Self.document(text), window: 64, piece: 1).fault == fault)
        #expect(Conversion(Self.line(text), from: .ndjson).fault != nil)
    }

    @Test("what the grammar leaves open is decided", arguments: GrammarTable.decided.map(\.0))
    func decided(_ text: String) throws {
        let verdict = try #require(GrammarTable.decided.first { $0.0 == text })
        #expect(Conversion(Self.document(text)).fault?.code == verdict.1, "\(verdict.2)")
        #expect(Conversion(Self.line(text), from: .ndjson).fault?.code == verdict.1, "\(verdict.2)")
    }

    @Test("Python says the same to both tables")
    func peer() throws {
        let texts = GrammarTable.accepted + GrammarTable.refused
        guard let verdicts = Python.verdicts(on: texts.map(Self.document)) else { return }
        for (text, verdict) in zip(texts, verdicts) {
            #expect(verdict == GrammarTable.accepted.contains(text), "\(text)")
        }
    }
}
