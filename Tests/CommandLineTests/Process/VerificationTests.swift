import Testing

@testable import cos_exchange

@Suite("'--verify'")
struct VerificationTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("reads back what was written, and says how much is the same", arguments: ["json", "ndjson"])
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

    @Test("is refused for what is not read back")
    func isRefused() throws {
        let lean = try Run(["export", "-f", "ics", "--lean", "--verify", "--sample"])
        #expect(lean.code == 64)
        #expect(lean.text == "")
    }
}
