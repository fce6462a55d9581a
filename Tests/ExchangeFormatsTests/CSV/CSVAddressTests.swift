import ExchangeBytes
import ExchangeDiagnostics
import ExchangeFormats
import ExchangeSyntax
import Testing

/// Where people look for what a finding is about.
@Suite struct CSVAddressTests {
    @Test(
        "an offset is told as the record, the column and the cell of a spreadsheet",
        arguments: [
            ("⚡id,name@it\r\na,b\r\n", "header, column id (A1)"),
            ("id,⚡name@it\r\na,b\r\n", "header, column name@it (B1)"),
            ("id,name@it\r\n⚡a,b\r\n", "record 1, column id (A2)"),
            ("id,name@it\r\na,⚡\"b\nc\"\r\nd,e\r\n", "record 1, column name@it (B2)"),
            ("id,name@it\r\na,\"b\nc⚡\"\r\nd,e\r\n", "record 1, column name@it (B2)"),
            ("id,name@it\r\na,\"b\nc\"\r\nd,⚡e\r\n", "record 2, column name@it (B3)"),
            ("sep=;\r\nid;name@it\r\n\r\na;⚡b\r\n", "record 1, column name@it (B4)"),
            ("#cos:spreadsheet-1,'=x\r\n,⚡a\r\n", "record 1, column =x (B2)"),
            ("id\r\na,,⚡x\r\n", "record 1 (C2)"), ("id,\r\na,⚡x\r\n", "record 1 (B2)"),
            ("id,name@it\r\na,b\r\nc,⚡\"d\r\n", "record 2, column name@it (B3)"),
            ("id,name@it\r\na,x⚡\u{0}\r\n", "record 1, column name@it (B2)"),
            ("id,⚡\"name@it\r\na", "header, column  (B1)"),
            (
                String(repeating: "x,", count: 30) + "id\r\n" + String(repeating: ",", count: 30) + "⚡a\r\n",
                "record 1, column id (AE2)"
            ),
        ])
    func addresses(_ text: String, _ address: String) throws {
        let parts = text.unicodeScalars.split(separator: "⚡", maxSplits: 1, omittingEmptySubsequences: false)
        let input = ByteInput(String(parts[0]) + String(parts[1]))
        var finder = CSVAddresses(input)
        let expected = address.replacing(", column  (", with: " (")
        #expect(try finder.address(of: String(parts[0]).utf8.count, pointer: "") == expected)
        // Whatever was asked before.
        _ = try finder.address(of: text.utf8.count + 5, pointer: "")
        _ = try finder.address(of: 0, pointer: "")
        #expect(try finder.address(of: String(parts[0]).utf8.count, pointer: "") == expected)
    }

    @Test("a descriptor names its files")
    func descriptor() throws {
        let json =
            #"{"name":"x","resources":[{"path":"a.csv","name":"a","schema":{"path":"../x"}},5,{"name":"b","path":["b-1.csv","d/b-2.csv"]},{"name":"c","data":[]}]}"#
        for piece in [1, 7, 1000] {
            let input = ByteInput { offset in Conversion.source(Array(json.utf8.dropFirst(offset)), piece: piece) }
            let paths = try PackageDescriptor.paths(of: input)
            #expect(paths.map(\.path) == ["a.csv", "b-1.csv", "d/b-2.csv"])
            #expect(paths.map(\.name) == ["a", "b", "b"])
        }
        #expect(try PackageDescriptor.paths(of: ByteInput("{}")).isEmpty)
        #expect(try PackageDescriptor.paths(of: ByteInput("\u{FEFF}{\"resources\":[]}")).isEmpty)
    }

    @Test(
        "a path that might lead out of the folder is refused",
        arguments: [
            "", "/etc/passwd", "../x.csv", "a/../../x.csv", "a/..", "a\\\\b.csv", "..\\\\x", "C:x.csv", "C:/x.csv",
            "\\\\\\\\host\\\\x",
            "file:///x", "https://x.example/a.csv", "a\\u0000.csv", "a\\n.csv", "./a.csv", "a//b.csv", "a/",
            "\\u002e\\u002e/x",
        ])
    func unsafePaths(_ path: String) throws {
        let before = "{\"resources\":[{\"name\":\"a\",\"path\":"
        let fault = try #require(throws: Diagnostic.self) {
            try PackageDescriptor.paths(of: ByteInput("\(before)\"\(path)\"}]}"))
        }
        #expect(fault.code == .unsafePath || fault.code == .controlCharacter)
        #expect(fault.location.position.offset >= before.utf8.count)
    }

    @Test("what is no JSON is told where it is wrong")
    func brokenDescriptor() throws {
        let fault = try #require(throws: Diagnostic.self) {
            try PackageDescriptor.paths(of: ByteInput("{\"resources\":[}"))
        }
        #expect(fault.code == .jsonSyntax)
        #expect(fault.location.position.offset == 14)
    }
}
