import ExchangeBytes
import ExchangeDiagnostics
import ExchangeFormats
import ExchangeModel
import ExchangeSyntax
import Testing

/// Input that somebody made to do harm ends in a finding, or is read like any other.
@Suite struct CSVHostileTests {
    private func fault(_ octets: [UInt8], limits: Limits = Limits()) -> Diagnostic? {
        var files = CSVFiles(single: "")
        files.files[0].octets = octets
        return files.json(limits: limits).fault
    }

    private static let header = Array("record,id,name@it\r\ncity,a,".utf8)

    @Test("a million separators, quotes or letters are more than a row may have")
    func long() {
        #expect(fault(Self.header + Array(repeating: UInt8(ascii: ","), count: 1_000_000))?.code == .limitExceeded)
        #expect(fault(Array(repeating: UInt8(ascii: ","), count: 1_000_000))?.code == .limitExceeded)
        #expect(fault(Self.header + Array(repeating: UInt8(ascii: "x"), count: 1_000_000))?.code == .limitExceeded)
        let quotes = Array(repeating: UInt8(ascii: "\""), count: 1_000_000)
        #expect(fault(Self.header + quotes)?.code == .limitExceeded)
        #expect(fault(Self.header + quotes + [UInt8(ascii: "\"")])?.code == .unclosedQuote)
        let open = fault(Self.header + [UInt8(ascii: "\"")] + Array(repeating: 0x0A, count: 2_000_000))
        #expect(open?.code == .unclosedQuote)
        #expect(open?.location.position.offset == Self.header.count)
        var limits = Limits()
        limits.string = 1 << 20
        #expect(fault(Self.header + quotes, limits: limits) == nil)
        #expect(fault(Array(repeating: 0x0A, count: 1_000_000))?.code == .unexpectedEnd)
        #expect(fault(Self.header + Array(repeating: 0x0D, count: 1_000_000)) == nil)
    }

    @Test("quotes in the wrong place are told once for a cell, however many there are")
    func strayQuotes() {
        let files = CSVFiles(single: "record,id,name@it\r\ncity,a,x\(String(repeating: "\"", count: 10_000))\r\n")
        #expect(files.json().totals == [.strayQuote: 1])
    }

    @Test("a package of tables that name each other's rows wildly ends in a finding")
    func wildParents() {
        for parent in ["#0", "#", "#99999999999999999999", "#1/", "/", "//", "#1/#1", "a/#2", "a/#", "\u{0301}"] {
            let files = CSVFiles([
                ("events.csv", "id\r\na\r\n"), ("slots.csv", "parent,id\r\na,s\r\n"),
                ("overrides.csv", "parent,on\r\n\(parent),x\r\n"),
            ])
            let fault = files.json().fault
            #expect(parent == "#1/#1" ? fault == nil : fault?.code == .danglingReference, "\(parent)")
        }
    }

    @Test("an event of as many slots as fit into a record comes back")
    func manySlots() {
        let slots = Array(repeating: "{}", count: 20_000).joined(separator: ",")
        let json = Conversion("{\"events\":[{\"id\":\"\(String(repeating: "x", count: 60))\",\"slots\":[\(slots)]}]}")
            .output
        let tables = CSVFiles(json)
        #expect((tables["slots.csv"]?.utf8.count ?? 0) > 1 << 20)
        #expect(tables.json().output == json)
    }

    @Test("a byte changed anywhere leads to a finding or to something that can be written again")
    func changedBytes() throws {
        let tables = CSVFiles(try Fixture.sample(), CSVOptions(layout: .stacked))
        var random = SeededRandom(seed: 7)
        for _ in 0..<400 {
            var copy = tables
            let place = random.below(copy.files[0].octets.count)
            copy.files[0].octets[place] = UInt8(truncatingIfNeeded: random.below(256))
            let reading = copy.json(window: 512)
            guard reading.fault == nil else { continue }
            #expect(Conversion(reading.output).fault == nil)
            var source = copy.source()
            #expect(CSVFiles(&source).json().output == reading.output)
        }
    }
}
