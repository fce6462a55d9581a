import ExchangeDiagnostics
import ExchangeFormats
import ExchangeModel
import ExchangeSyntax
import Testing

@Suite struct JSONLinesTests {
    private static let header = "{\"record\":\"exchange\",\"id\":\"a\"}\n"

    @Test("the sample comes back from lines as it was")
    func sample() throws {
        let sample = try Fixture.sample()
        let lines = Conversion(sample, to: .ndjson)
        let back = Conversion(lines.output, from: .ndjson)
        #expect(back.fault == nil)
        #expect(back.output == Conversion(sample).output)
        #expect(Conversion(lines.output, from: .ndjson, to: .ndjson).output == lines.output)
    }

    @Test("the type may stand anywhere, and be spelled anyhow")
    func typeAnywhere() {
        let usual = Conversion(
            Self.header + "{\"record\":\"event\",\"id\":\"e\",\"x\":{\"record\":\"city\"}}", from: .ndjson)
        for line in [
            "{\"id\":\"e\",\"record\":\"event\",\"x\":{\"record\":\"city\"}}",
            "{\"id\":\"e\",\"x\":{\"record\":\"city\"},\"record\":\"event\"}",
            "  { \"x\" : {\"record\":\"city\"} , \"r\\u0065cord\" :\t\"ev\\u0065nt\", \"id\":\"e\" } \t",
            "{\"record\":\"\\u0065vent\",\"id\":\"e\",\"x\":{\"record\":\"city\"}}",
            "{ \"record\":\"event\",\"id\":\"e\",\"x\":{\"record\":\"city\"}}",
        ] {
            let other = Conversion(Self.header + line, from: .ndjson)
            #expect(other.fault == nil)
            #expect(other.output == usual.output)
            #expect(
                Conversion(Array((Self.header + line).utf8), from: .ndjson, window: 64, piece: 1).output == usual.output
            )
        }
    }

    @Test("lines may be blank, end in CR LF, and the last need not end")
    func lineEnds() {
        let usual = Conversion(
            Self.header + "{\"record\":\"city\",\"id\":\"c\"}\n{\"record\":\"event\",\"id\":\"e\"}\n", from: .ndjson)
        #expect(usual.fault == nil)
        for text in [
            Self.header + "{\"record\":\"city\",\"id\":\"c\"}\n{\"record\":\"event\",\"id\":\"e\"}",
            Self.header + "{\"record\":\"city\",\"id\":\"c\"}\r\n{\"record\":\"event\",\"id\":\"e\"}\r\n",
            "\n\r\n  \n" + Self.header
                + "\n\n{\"record\":\"city\",\"id\":\"c\"}\n \t\r\n{\"record\":\"event\",\"id\":\"e\"}\n\n\n",
            Self.header + "{\"record\":\"event\",\"id\":\"e\"}\n{\"record\":\"city\",\"id\":\"c\"}  ",
        ] {
            #expect(Conversion(text, from: .ndjson).fault == nil)
            #expect(Conversion(text, from: .ndjson).output == usual.output)
        }
    }

    @Test("members that would be taken for the line's own are packed, and unpacked again")
    func packing() {
        for (members, line) in [
            ("\"record\":\"city\",\"x\":1", "\"extras\":{\"record\":\"city\",\"x\":1}"),
            ("\"extras\":{\"a\":1}", "\"extras\":{\"extras\":{\"a\":1}}"),
            ("\"extras\":5,\"record\":null", "\"extras\":{\"extras\":5,\"record\":null}"),
            ("\"capacity\":\"many\",\"record\":1", "\"extras\":{\"capacity\":\"many\",\"record\":1}"),
            ("\"extra\":1", "\"extra\":1"),
            ("\"slots\":[{\"record\":1,\"extras\":{}}]", "\"slots\":[{\"record\":1,\"extras\":{}}]"),
        ] {
            let document = Conversion("{\"id\":\"a\",\"events\":[{\"id\":\"e\",\(members)}]}")
            let lines = Conversion(document.output, to: .ndjson)
            #expect(lines.text == Self.header + "{\"record\":\"event\",\"id\":\"e\",\(line)}\n")
            #expect(Conversion(lines.output, from: .ndjson).output == document.output)
        }
        let header = Conversion("{\"record\":1,\"id\":\"a\"}")
        #expect(Conversion(Conversion(header.output, to: .ndjson).output, from: .ndjson).output == header.output)
    }

    @Test("members in an object of extras count as the record's own")
    func unpacking() {
        let conversion = Conversion(
            Self.header + "{\"extras\":{\"x\":1,\"id\":\"e\"},\"record\":\"event\",\"capacity\":5}", from: .ndjson)
        #expect(conversion.text.contains("\"id\": \"e\",\n      \"capacity\": 5,\n      \"x\": 1"))
        let other = Conversion(Self.header + "{\"record\":\"event\",\"extras\":[1]}", from: .ndjson)
        #expect(other.text.contains("\"extras\": [1]"))
        #expect(other.remarks.map(\.location.path) == ["/extras"])
    }

    @Test("records are numbered within their type, and found where their lines begin")
    func places() throws {
        let text =
            Self.header
            + "{\"record\":\"event\",\"id\":\"e\"}\n{\"record\":\"city\",\"id\":\"c\"}\n {\"record\":\"event\",\"id\":\"f\"}\n"
        var source = JSONLinesSource(ByteInput(text))
        var found: [String] = []
        try source.read(.all, report: { _ in }) { record in
            let id = record.first(record.schema.names.find("id")).map { record[$0.text].text }
            found.append("\(record.schema.name) \(id ?? "") \(record.index) \(record.offset)")
        }
        #expect(found == ["exchange a 0 0", "city c 0 59", "event e 0 31", "event f 1 87"])
    }

    @Test("a selection reads what it names, and says nothing of the rest")
    func selection() throws {
        let text =
            Self.header + "{\"record\":\"city\",\"id\":5}\n{\"record\":\"event\",\"id\":\"e\",\"kind\":7,\"x\":1}\n"
        for origin in [Format.ndjson, .json] {
            let input = origin == .ndjson ? Array(text.utf8) : Conversion(text, from: .ndjson).output
            var remarks: [Code] = []
            var lines = ""
            let selection = Selection.header.with(.event, ["id"])
            try Self.read(input, origin, selection, report: { remarks.append($0.code) }) { record in
                lines += Line.of(record)
            }
            #expect(lines == Self.header + "{\"record\":\"event\",\"id\":\"e\"}\n")
            #expect(remarks.isEmpty)
        }
    }

    private static func read(
        _ input: [UInt8], _ format: Format, _ selection: Selection, report: (Diagnostic) -> Void,
        _ body: (inout Record) throws -> Void
    ) throws {
        if format == .ndjson {
            var source = JSONLinesSource(ByteInput(input))
            try source.read(selection, report: report, body)
        } else {
            var source = JSONSource(ByteInput(input))
            try source.read(selection, report: report, body)
        }
    }
}
