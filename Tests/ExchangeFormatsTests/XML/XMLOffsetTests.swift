import ExchangeBytes
import ExchangeFormats
import ExchangeModel
import ExchangeSyntax
import Testing

/// Every value knows where in the document it was read.
@Suite struct XMLOffsetTests {
    /// What is wrong with the offsets of the values of a document that the writer wrote.
    private static func wrongOffsets(in document: [UInt8]) throws -> [String] {
        var wrong: [String] = []
        var source = XMLSource(ByteInput(document), windowSize: 100)
        try source.read(.all) { _ in
        } _: { record in
            check(record, .root, record.schema, document, &wrong)
            if !document[record.offset...].starts(with: Array("<\(record.schema.element)".utf8)) {
                wrong.append("record at \(record.offset)")
            }
        }
        return wrong
    }

    private static func check(
        _ record: borrowing Record, _ node: Record.Node, _ schema: Schema, _ document: [UInt8], _ wrong: inout [String]
    ) {
        for (index, field) in schema.fields.enumerated() {
            var found: [String] = []
            record.each(index, of: node) { value in
                if let child = schema.children[index] {
                    if !document[value.offset...].starts(with: Array("<\(child.element)".utf8)) {
                        found.append(field.name)
                    }
                    check(record, value.child, child, document, &found)
                    return
                }
                var spelled = ByteBuffer()
                switch field.xml {
                case .element: XMLText.append(record[value.text], to: &spelled)
                case .attribute, .reference: XMLText.appendAttribute(record[value.text], to: &spelled)
                }
                let octets = spelled.bytes.octets
                let end = value.offset + octets.count
                let isThere = document[value.offset...].starts(with: octets) && [0x3C, 0x22].contains(document[end])
                let isInExtras = document[value.offset...].starts(with: Array("<extras>".utf8))
                if !isThere, !isInExtras {
                    found.append("\(field.name) at \(value.offset): \(record[value.text].text)")
                }
            }
            wrong += found
        }
    }

    @Test("in every fixture", arguments: Fixture.exchanges)
    func fixtures(_ path: String) throws {
        let document = XMLConversion(try Fixture.octets(path), from: .json, to: .xml).output
        #expect(try Self.wrongOffsets(in: document) == [])
        let marked = Array("\u{FEFF}<!-- è -->\r\n".utf8) + document.drop { $0 != 0x0A }
        #expect(try Self.wrongOffsets(in: marked) == [])
    }

    @Test("in every generated exchange")
    func generated() throws {
        try GeneratedCases.check("offsets", oneIn: 5) { document in
            let wrong = try Self.wrongOffsets(in: XMLConversion(document.octets, from: .json, to: .xml).output)
            return wrong.first
        }
    }

    @Test("a document with an octet changed, left out or added is read or refused, the same in any pieces")
    func mutations() throws {
        let document = XMLConversion(try Fixture.sample(), from: .json, to: .xml).output
        var random = SeededRandom(seed: GeneratedCases.seed)
        let spices = Array("<>&;\"'=/!-[]?x0 \n\r\u{0}\u{1F600}".utf8) + [0xFF, 0xC3]
        for _ in 0..<GeneratedCases.count(oneIn: 5) {
            var mutated = document
            for _ in 0..<random.between(1...3) {
                let place = random.below(mutated.count)
                switch random.below(4) {
                case 0: mutated.remove(at: place)
                case 1: mutated.insert(random.pick(spices), at: place)
                case 2: mutated.removeSubrange(place..<min(mutated.count, place + random.below(40)))
                default: mutated[place] = random.pick(spices)
                }
            }
            let found = XMLConversion(mutated)
            let parted = XMLConversion(mutated, piece: random.pick([1, 3, 50, 1000]))
            #expect(parted.output == found.output)
            #expect(parted.findings == found.findings, "EXCHANGE_SEED=\(GeneratedCases.seed)")
            #expect((found.fault?.location.position.offset ?? 0) <= mutated.count)
            if found.fault == nil {
                #expect(XMLConversion(XMLConversion(mutated, to: .xml).output).output == found.output)
            }
        }
    }
}
