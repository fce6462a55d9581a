import CosExchange
import Testing

@Suite("Where findings are") struct LocatingTests {
    private func finding(_ offset: Int) -> Diagnostic {
        Diagnostic(.danglingReference, at: .init(position: Position(offset: offset), path: "/x"))
    }

    @Test("findings in a file get lines and columns, in the order of the file")
    func file() throws {
        var findings = [finding(5), finding(0)]
        findings[1].related = [.init("here", at: findings[0].location)]
        try FormatInput(Array("ab\ncd\n".utf8)).locate(&findings, as: .json)
        #expect(findings.map(\.location.position.line) == [1, 2])
        #expect(findings.map(\.location.position.column) == [1, 3])
        #expect(findings[0].related[0].location.position == Position(offset: 5, line: 2, column: 3))
        #expect(findings.allSatisfy { $0.location.file.isEmpty })
    }

    @Test("findings in a package get the file they are in, and no other place when they are located again")
    func package() throws {
        let files = ["a.csv", "b.csv"].map { InputPackage.File($0, ByteInput("ab\ncd\n")) }
        let input = FormatInput.package(InputPackage(files))
        var findings = [finding(InputPackage.offset(4, inFile: 1)), finding(3)]
        findings[1].related = [.init("there", at: findings[0].location)]
        try input.locate(&findings, as: .csv)
        #expect(findings.map(\.location.file) == ["a.csv", "b.csv"])
        #expect(findings.map(\.location.position.line) == [2, 2])
        #expect(findings.map(\.location.position.column) == [1, 2])
        #expect(findings[0].related[0].location.file == "b.csv")
        let before = findings
        try input.locate(&findings, as: .csv)
        #expect(findings.map(\.location) == before.map(\.location))
    }

    @Test("of each code as many findings are kept as somebody wants, and the one that ends the reading is among them")
    func limit() throws {
        let items = (0..<20).map { #"{"record":"city","id":"c\#($0)","timeZone":"Europe/Atlantis"}"# }.joined(
            separator: "\n")
        let input = FormatInput(Array(("{\"record\":\"exchange\"}\n" + items).utf8))
        let all = try input.findings(as: .ndjson, limit: .max)
        let few = try input.findings(as: .ndjson, limit: 3)
        #expect(all.filter { $0.code == .unknownTimeZone }.count == 20)
        #expect(few.filter { $0.code == .unknownTimeZone }.map(\.location.position.line) == [2, 3, 4])
        let broken = try FormatInput(Array("[]".utf8)).findings(as: .json)
        #expect(broken.contains { $0.severity == .error })
    }
}
