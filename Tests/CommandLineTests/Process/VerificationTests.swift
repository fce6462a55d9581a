import ExchangeFormats
import ExchangeModel
import Testing

@testable import cos_exchange

@Suite("'--verify'")
struct VerificationTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test(
        "reads back what was written, and says how much is the same",
        arguments: ["json", "ndjson", "csv", "ics", "xml"])
    func saysSo(_ format: String) throws {
        for output in [[], ["-o", "output.\(format)"]] {
            let run = try Run(["convert", "-f", format, "--verify", "--sample"] + output, in: folder)
            #expect(run.code == 0)
            #expect(
                run.errors == "verified: 19 records, read back and compared field by field, are the same\n")
            #expect(run.text.isEmpty == !output.isEmpty)
        }
    }

    @Test("compares with what may go out, where something is withheld")
    func isPrivate() throws {
        try folder.write(try Fixture.text("carrara-2026"), to: "c.json")
        let run = try Run(["export", "-f", "ndjson", "--verify", "c.json", "-o", "c.ndjson"], in: folder)
        #expect(run.code == 0)
        #expect(run.errors.contains("verified: "))
        #expect(run.errors.contains("withheld for privacy: "))
    }

    @Test("tells which value of which record does not read back the same")
    func isBroken() throws {
        let output = try Output(folder.file("other.json"))
        try output.write(#"{"id": "other", "places": [{"id": "p"}]}"#)
        let input = FormatInput(Array(#"{"id": "one", "places": [{"id": "p"}]}"#.utf8))
        guard let read = FormatSource(.json, input) else {
            Issue.record("JSON is not read")
            return
        }
        var source = ReportedSource(read, Report(.text) { _ in })
        var remarks: [String] = []
        let failure = try Verification(ZoneDatabase()).check(.output(output), .json, &source, Gate(), &remarks)
        #expect(failure?.code == .software)
        #expect(failure?.message == "what was written does not read back the same, and was not kept")
        #expect(failure?.help == ["exchange (one) /id: “one” became “other”", "1 of 2 records differ"])
        #expect(remarks.isEmpty)
    }

    @Test("is refused for what is not read back")
    func isRefused() throws {
        let lean = try Run(["export", "-f", "ics", "--lean", "--verify", "--sample"])
        #expect(lean.code == 64)
        #expect(lean.text == "")
    }
}
