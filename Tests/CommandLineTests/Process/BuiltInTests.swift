import Testing

@testable import cos_exchange

@Suite("What is built in")
struct BuiltInTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("is canonical and without errors", arguments: ["sample", "starter"])
    func isCanonicalAndValid(_ name: String) throws {
        let text = name == "sample" ? String(decoding: Sample.octets, as: UTF8.self) : Starter.text
        try folder.write(text, to: "p.json")
        let canonical = try Run(["convert", "-f", "json", "p.json"], in: folder)
        #expect(canonical.code == 0)
        #expect(canonical.text == text)
        #expect(canonical.errors == "")
        let valid = try Run(["validate", "p.json"], in: folder)
        #expect(valid.code == 0)
        #expect(valid.text.hasPrefix("p.json: no findings in "))
    }

    @Test("is the sample that lies among the fixtures")
    func isFixture() throws {
        let fixture = try Fixture.text("open-studios")
        #expect(fixture == String(decoding: Sample.octets, as: UTF8.self))
    }

    @Test("shows what a calendar can hold, and holds nothing that must be withheld")
    func showsEverything() throws {
        let run = try Run(["export", "-f", "ics", "--sample"])
        #expect(run.code == 0)
        #expect(run.errors == "")
        for line in ["RRULE:", "EXDATE;", "RECURRENCE-ID;", "TZID:Europe/Rome", "TZID:Africa/Cairo", "CONFERENCE;"] {
            #expect(run.text.contentLines.contains { $0.hasPrefix(line) }, "\(line)")
        }
    }

    @Test("is written by 'init', never over another, and says what to do next")
    func isWritten() throws {
        let first = try Run(["init", "new"], in: folder)
        #expect(first.code == 0)
        #expect(first.text == "")
        #expect(first.errors.contains("\n  cos-exchange validate new/exchange.json\n"))
        #expect(try folder.read("new/exchange.json") == Starter.text)
        try folder.write("mine", to: "new/exchange.json")
        let second = try Run(["init", "new"], in: folder)
        #expect(second.code == 73)
        #expect(second.errors.contains("'--force' writes over it"))
        #expect(try folder.read("new/exchange.json") == "mine")
        let forced = try Run(["init", "--force", "-q", "new"], in: folder)
        #expect(forced.code == 0)
        #expect(forced.errors == "")
        #expect(try folder.read("new/exchange.json") == Starter.text)
    }

    @Test("takes every step that 'init' names")
    func canBeFollowed() throws {
        let written = try Run(["init", "my programme"], in: folder)
        let steps = written.errors.split(separator: "\n").filter { $0.hasPrefix("  cos-exchange ") }
        #expect(steps.count == 3)
        for step in steps {
            let line = "$TOOL " + step.drop { $0 == " " }.dropFirst("cos-exchange ".count)
            let run = try Run(shell: line, in: folder)
            #expect(run.code == 0, "\(step)")
        }
        #expect(try folder.read("programme.ics").hasPrefix("BEGIN:VCALENDAR\r\n"))
    }
}
