import Testing

@testable import cos_exchange

@Suite("What cannot be written")
struct StrictnessTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        let event = """
            {"id": "later", "name": {"it": "Più avanti"}, "kind": "talk", "status": "postponed"}
            """
        let text = try Fixture.text("open-studios").replacing("\"events\": [", with: "\"events\": [\n\(event),")
        try folder.write(text, to: "p.json")
        try folder.write("old", to: "old.ics")
    }

    @Test("is listed, and no error")
    func isListed() throws {
        let run = try Run(["convert", "p.json", "-o", "old.ics"], in: folder)
        #expect(run.code == 0)
        #expect(run.errors.hasPrefix("warning[X104] not-visible: event “Più avanti” (later) – "))
        #expect(run.errors.contains("\n   --> p.json:"))
        #expect(run.errors.hasSuffix("\np.json: 1 warning in 1 record\n"))
        #expect(try folder.read("old.ics").hasPrefix("BEGIN:VCALENDAR\r\n"))
        let quiet = try Run(["convert", "-q", "p.json", "-o", "old.ics"], in: folder)
        #expect(quiet.errors == "")
    }

    @Test("is an error under '--strict', which leaves the file as it is", arguments: [[], ["-q"]])
    func isStrict(_ arguments: [String]) throws {
        let run = try Run(["convert", "--strict", "p.json", "-o", "old.ics"] + arguments, in: folder)
        #expect(run.code == 1)
        #expect(run.errors.hasPrefix("warning[X104] not-visible: "))
        #expect(run.errors.hasSuffix("Error: nothing was written, as '--strict' asks\n"))
        #expect(try folder.read("old.ics") == "old")
        #expect(try folder.names() == ["old.ics", "p.json"])
        let several = try Run(["export", "-f", "ics", "--strict", "p.json", "-o", "new/"] + arguments, in: folder)
        #expect(several.code == 1)
        #expect(try folder.names() == ["old.ics", "p.json"])
    }

    @Test("keeps a strict run from writing to standard output too")
    func isHeldBack() throws {
        let strict = try Run(["convert", "-f", "ics", "--strict", "p.json"], in: folder)
        #expect(strict.code == 1)
        #expect(strict.text == "")
        #expect(strict.errors.hasSuffix("Error: nothing was written, as '--strict' asks\n"))
        let lax = try Run(["convert", "-f", "ics", "p.json"], in: folder)
        #expect(lax.text.hasSuffix("END:VCALENDAR\r\n"))
    }

    @Test("is told as a report, for people or for programs, before anything is written")
    func isReported() throws {
        let text = try Run(["convert", "-f", "ics", "--report", "text", "p.json"], in: folder)
        #expect(text.code == 0)
        #expect(text.errors.hasPrefix("warning[X104] not-visible: event “Più avanti” (later) – "))
        #expect(text.errors.hasSuffix("\np.json: 1 warning in 1 record\n1 loss in iCalendar\n"))
        let json = try Run(["convert", "-f", "ics", "--report", "json", "p.json", "-o", "new.ics"], in: folder)
        #expect(json.errors.hasPrefix("{\n"))
        #expect(json.errors.contains("\"code\": \"X104\""))
        let nothing = try Run(["convert", "-f", "ndjson", "--report", "text", "p.json"], in: folder)
        #expect(nothing.errors == "p.json: no findings\nnothing is lost in NDJSON\n")
        #expect(nothing.text.utf8.count > 1_000)
    }

    @Test("is not what a calendar had lost before it was read")
    func wasLostBefore() throws {
        let calendar = try Run(["export", "-f", "ics", "--lean", "--sample"])
        try folder.write(calendar.text, to: "lean.ics")
        let run = try Run(["convert", "-f", "json", "--strict", "--report", "text", "lean.ics"], in: folder)
        #expect(run.code == 0)
        #expect(run.errors.contains("warning[X108] residue-missing: "))
        #expect(run.errors.hasSuffix("\nnothing is lost in JSON\n"))
    }

    @Test("does not make a strict run fail where everything can be written")
    func isContent() throws {
        let unknown = try Fixture.text("open-studios").replacing("\"isFree\"", with: "\"x-free\"")
        try folder.write(unknown, to: "q.json")
        for format in ["json", "ndjson", "ics"] {
            let run = try Run(["convert", "--strict", "-q", "-f", format, "q.json"], in: folder)
            #expect(run.code == 0)
            #expect(run.errors == "")
        }
    }

    @Test("of a lean calendar is counted, and listed on request")
    func isLean() throws {
        let plain = try Run(["export", "-f", "ics", "--lean", "--sample"])
        #expect(plain.code == 0)
        #expect(!plain.text.contains("X-COS-"))
        #expect(!plain.errors.contains("note["))
        #expect(plain.errors.contains("\na lean calendar leaves things out: '--verbose' lists them"))
        let verbose = try Run(["export", "-f", "ics", "--lean", "-v", "--sample"])
        #expect(verbose.errors.contains("note[X101] field-not-representable: "))
        #expect(verbose.errors.contains("… and "))
        let strict = try Run(["export", "-f", "ics", "--lean", "--strict", "--sample", "-o", "lean.ics"], in: folder)
        #expect(strict.code == 1)
        #expect(strict.errors.contains("note[X101] field-not-representable: "))
        #expect(try folder.names() == ["old.ics", "p.json"])
    }

    @Test("is not what is wrong with the data: that is written as it is, listed, and answered with 1")
    func isWrittenAsItIs() throws {
        let wrong = try Fixture.text("open-studios").replacing("\"isFree\": true", with: "\"isFree\": \"yes\"")
        try folder.write(wrong, to: "wrong.json")
        let run = try Run(["convert", "wrong.json", "-o", "right.json"], in: folder)
        #expect(run.code == 1)
        #expect(run.errors.contains("error[M103] wrong-type: event “Apertura degli studi” (apertura) – "))
        #expect(run.errors.hasSuffix("\nwrong.json: 3 errors in 3 records\n"))
        #expect(try folder.read("right.json").contains("\"isFree\": \"yes\""))
        let strict = try Run(["convert", "--strict", "wrong.json", "-o", "strict.json"], in: folder)
        #expect(strict.code == 1)
        #expect(try folder.names() == ["old.ics", "p.json", "right.json", "wrong.json"])
    }
}
