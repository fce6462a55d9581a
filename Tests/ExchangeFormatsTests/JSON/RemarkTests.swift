import ExchangeDiagnostics
import ExchangeFormats
import ExchangeModel
import ExchangeSyntax
import Testing

/// What a reader says of what it reads all the same.
@Suite struct RemarkTests {
    @Test("remarks are told where they are, in order, with the record's name", arguments: [Format.json, .ndjson])
    func places(_ format: Format) {
        let members =
            #""id":"e","name":{"it":"Prova","en":""},"edition":null,"kind":5,"places":["",1],"nmae":{"a":"\r"},"slots":[{"cuont":1}]"#
        let input =
            format == .json
            ? "{\"id\":\"a\",\n\"events\":[{},{\(members)}]}"
            : "{\"record\":\"exchange\",\"id\":\"a\"}\n{\"record\":\"event\"}\n{\"record\":\"event\",\(members)}"
        let remarks = Conversion(input, from: format).remarks
        #expect(
            remarks.map(\.code) == [
                .emptyValue, .emptyValue, .wrongType, .wrongType, .unknownField, .lineEnd, .unknownField,
            ])
        let prefix = format == .json ? "/events/1" : ""
        #expect(
            remarks.map(\.location.path)
                == ["/name/en", "/edition", "/kind", "/places", "/nmae", "/nmae/a", "/slots/0/cuont"].map {
                    prefix + $0
                })
        #expect(remarks.allSatisfy { $0.subject == Diagnostic.Subject(kind: "event", id: "e", name: "Prova") })
        #expect(remarks.map(\.suggestions) == [[], [], [], [], ["name"], [], ["count"]])
        #expect(remarks[2].message.contains("string"))
        #expect(remarks[3].message.contains("list of strings"))
        #expect(remarks.map(\.location.position.line) == Array(repeating: format == .json ? 2 : 3, count: 7))
    }

    @Test("of each code the first hundred are told, and all are counted", arguments: [Format.json, .ndjson])
    func counting(_ format: Format) {
        let events = (0..<250).map { "{\"id\":\"e\($0)\",\"y\":1,\"kind\":\($0 % 2 == 0 ? "5" : "\"talk\"")}" }
        let input =
            format == .json
            ? "{\"z\":1,\"events\":[\(events.joined(separator: ",\n"))]}"
            : "{\"record\":\"exchange\",\"z\":1}\n"
                + events.map { "{\"record\":\"event\",\($0.dropFirst())\n" }.joined()
        let conversion = Conversion(input, from: format)
        #expect(conversion.fault == nil)
        #expect(conversion.totals == [.unknownField: 251, .wrongType: 125])
        #expect(conversion.remarks.filter { $0.code == .unknownField }.count == 100)
        #expect(conversion.remarks.filter { $0.code == .wrongType }.count == 100)
        #expect(conversion.remarks.first?.location.path == "/z")
    }

    @Test(
        "what is said of the header is said whenever the header is read, and counted anew",
        arguments: [Format.json, .ndjson])
    func again(_ format: Format) throws {
        let input =
            format == .json
            ? "{\"id\":5,\"events\":[{\"y\":1}]}"
            : "{\"record\":\"exchange\",\"id\":5}\n{\"record\":\"event\",\"y\":1}\n"
        func check(_ source: inout some ExchangeSource & ~Copyable) throws {
            for (selection, codes) in [
                (Selection.header, [Code.wrongType]), (.all, [.wrongType, .unknownField]),
                (Selection.all.without(.exchange), [.unknownField]), (.all, [.wrongType, .unknownField]),
            ] {
                var remarks: [Code] = []
                try source.read(selection, report: { remarks.append($0.code) }, { _ in })
                #expect(remarks == codes)
                #expect(source.counter.totals == Dictionary(uniqueKeysWithValues: codes.map { ($0, 1) }))
            }
        }
        if format == .json {
            var source = JSONSource(ByteInput(input))
            try check(&source)
        } else {
            var source = JSONLinesSource(ByteInput(input))
            try check(&source)
        }
    }

    @Test("a value that is read twice is remarked upon once")
    func twice() {
        let conversion = Conversion(
            #"{"events":[{"slots":[{"id":"\r","start":""},5]},{"name":{"it":"","en":["\r"]}}]}"#)
        #expect(conversion.remarks.map(\.code) == [.wrongType, .lineEnd, .wrongType, .lineEnd])
    }

    @Test("a hundred thousand remarks about one record are counted")
    func many() {
        let items = Array(repeating: "\"\"", count: 100_000).joined(separator: ",")
        let conversion = Conversion("{\"events\":[{\"places\":[\(items)]}]}")
        #expect(conversion.totals == [.emptyValue: 100_000])
        #expect(conversion.remarks.count == 100)
    }
}
