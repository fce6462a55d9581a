import ExchangeModel
import Foundation
import Testing

@testable import cos_exchange

@Suite("An exported calendar")
struct CalendarProcessTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private static func values(_ name: String, in calendar: String) -> [String] {
        calendar.contentLines.filter { $0.hasPrefix(name) }
    }

    @Test("is in the language that is asked for, or in the next that there is", arguments: ["ar", "ar-EG", "AR"])
    func speaksLanguage(_ tag: String) throws {
        let run = try Run(["export", "-f", "ics", "--lang", tag, "-q", "--sample"])
        #expect(run.code == 0)
        #expect(run.errors == "")
        #expect(run.text.contentLines.contains("NAME;LANGUAGE=ar:الاستوديوهات المفتوحة (نموذج) 2026"))
    }

    @Test("falls back to the exchange's first language with a remark")
    func fallsBack() throws {
        let plain = try Run(["export", "-f", "ics", "--sample"])
        let german = try Run(["export", "-f", "ics", "--lang", "de", "--sample"])
        #expect(german.code == 0)
        // It tells what it was asked for, so that whoever reads it can make its lines again.
        let asked = german.text.replacingOccurrences(of: "\r\n ", with: "")
        let isSame =
            asked.replacingOccurrences(of: ";X-COS-LANGUAGE=de", with: "")
            == plain.text.replacingOccurrences(of: "\r\n ", with: "")
        #expect(isSame)
        #expect(german.errors.hasPrefix("nothing is in 'de': the calendar is in 'it'; "))
        // Of a language that the header does not promise there may be some texts all the same.
        let latin = try Run(["export", "-f", "ics", "--lang", "ar-Latn", "--sample"])
        #expect(!latin.errors.contains("nothing is in"))
    }

    @Test("is refused in what is no language tag", arguments: ["d", "it_IT", "it-", "../x", "ü"])
    func refusesTag(_ tag: String) throws {
        let run = try Run(["export", "-f", "ics", "--lang", tag, "--sample"])
        #expect(run.code == 64)
        #expect(run.errors.hasPrefix("Error: The value '\(tag)' is invalid for '--lang <tag>'."))
    }

    @Test(
        "has options that make no sense for other formats",
        arguments: [["--lang", "it"], ["--lean"], ["--cancelled", "omit"], ["--tzdir", "/"]])
    func refusesOptions(_ option: [String]) throws {
        let run = try Run(["export", "-f", "json", "--sample"] + option)
        #expect(run.code == 64)
        #expect(run.errors.hasPrefix("Error: '\(option[0])' is for calendars, and '--format json' makes none\n"))
    }

    @Test("is made for each language of the exchange where a folder is named", arguments: ["calendars", "calendars/"])
    func fillsFolder(_ path: String) throws {
        if !path.hasSuffix("/") {
            try FileManager.default.createDirectory(atPath: folder.file(path), withIntermediateDirectories: false)
        }
        let run = try Run(["export", "-f", "ics", "--sample", "-o", path], in: folder)
        #expect(run.code == 0)
        #expect(
            run.errors == """
                4 calendars: it, en, fr, ar

                """)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.file("calendars")).sorted()
        #expect(names == ["ar", "en", "fr", "it"].map { "sample-open-studios-2026.\($0).ics" })
        let calendars = try names.map { try folder.read("calendars/\($0)") }
        #expect(Set(calendars).count == 4)
        #expect(Set(calendars.map { Self.values("UID:", in: $0) }).count == 1)
        for (name, calendar) in zip(names, calendars) {
            let tag = String(name.split(separator: ".")[1])
            let alone = try Run(["export", "-f", "ics", "--sample", "--lang", tag])
            #expect(alone.text == calendar)
        }
    }

    @Test("is written with the others or not at all")
    func isAllOrNothing() throws {
        let obstacle = "calendars/sample-open-studios-2026.fr.ics"
        try FileManager.default.createDirectory(atPath: folder.file(obstacle), withIntermediateDirectories: true)
        try folder.write("old", to: "calendars/sample-open-studios-2026.it.ics")
        let run = try Run(["export", "-f", "ics", "--sample", "-o", "calendars"], in: folder)
        #expect(run.code == 73)
        #expect(run.errors.contains("sample-open-studios-2026.fr.ics' is a folder, and is not written over"))
        #expect(try folder.read("calendars/sample-open-studios-2026.it.ics") == "old")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.file("calendars")).sorted()
        #expect(names == ["fr", "it"].map { "sample-open-studios-2026.\($0).ics" })
        try folder.write(#"{"id": "x", "languages": ["it"], "places": [}"#, to: "broken.json")
        let broken = try Run(["export", "-f", "ics", "broken.json", "-o", "fresh/"], in: folder)
        #expect(broken.code == 65)
        #expect(try folder.names() == ["broken.json", "calendars"])
    }

    @Test(
        "is not made in a folder for an exchange whose name cannot name it",
        arguments: [#"{"id": "../x", "languages": ["it"]}"#, #"{"id": "x"}"#, #"{"id": "x", "languages": ["/"]}"#])
    func needsNames(_ exchange: String) throws {
        try folder.write(exchange, to: "p.json")
        let run = try Run(["export", "-f", "ics", "p.json", "-o", "new/"], in: folder)
        #expect(run.code == 65)
        #expect(run.errors.contains("calendars in a folder are named after the exchange and its languages"))
        #expect(try folder.names() == ["p.json"])
    }

    @Test("is what a file's name asks for, and the one format that a folder takes")
    func isImplied() throws {
        let named = try Run(["export", "--sample", "-q", "-o", "programme.ics"], in: folder)
        #expect(named.code == 0)
        #expect(try folder.read("programme.ics").hasPrefix("BEGIN:VCALENDAR\r\n"))
        let refused = try Run(["export", "--sample", "-f", "ndjson", "-o", "."], in: folder)
        #expect(refused.code == 73)
        #expect(
            refused.errors
                == "Error: '.' is a folder, and NDJSON is one file\nHelp:  name the file, such as './exchange.ndjson'\n"
        )
    }

    @Test("shows what is cancelled as it is told to")
    func showsCancelled() throws {
        let cancelled = try Fixture.text("open-studios").replacing("\"rescheduled\"", with: "\"cancelled\"")
        try folder.write(cancelled, to: "p.json")
        func export(_ how: String) throws -> String {
            try Run(["export", "-f", "ics", "--cancelled", how, "p.json"], in: folder).text
        }
        let (status, title, omit) = (try export("status"), try export("title"), try export("omit"))
        #expect(status.contentLines.contains("STATUS:CANCELLED"))
        #expect(!title.contentLines.contains("STATUS:CANCELLED"))
        #expect(Self.values("SUMMARY", in: title) != Self.values("SUMMARY", in: status))
        #expect(Self.values("SUMMARY", in: omit).count == Self.values("SUMMARY", in: status).count - 1)
    }

    @Test("takes its time zones from where it is told to")
    func findsTimeZones() throws {
        let wrong = try Run(["export", "-f", "ics", "--sample", "--tzdir", "."], in: folder)
        #expect(wrong.code == 66)
        #expect(wrong.errors == "Error: '.' holds no time-zone database\n")
        let system = ["/usr/share/zoneinfo", "/usr/share/lib/zoneinfo", "/usr/lib/zoneinfo"].first { path in
            FileManager.default.fileExists(atPath: path + "/Europe/Rome")
        }
        guard let system else { return skip("time zones of the system", because: "tzdata is not installed") }
        // A database of one zone: of the other one nothing is known, and its event cannot be shown.
        try FileManager.default.createDirectory(atPath: folder.file("tz/Europe"), withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: system + "/Europe/Rome", toPath: folder.file("tz/Europe/Rome"))
        for (arguments, environment) in [(["--tzdir", "tz"], [:]), ([], ["TZDIR": "tz"])] {
            let run = try Run(
                ["export", "-f", "ics", "--sample", "-v"] + arguments, in: folder, environment: environment)
            #expect(run.code == 0)
            #expect(run.errors.contains("its time zone is not in the database"))
            #expect(run.errors.contains("\ntime zones: of an unknown release, from 'tz'\n"))
            #expect(Self.values("TZID:", in: run.text) == ["TZID:Europe/Rome"])
        }
    }

    @Test("says so where its time zones are those that are built in")
    func tellsOfBuiltInZones() throws {
        let zones = ZoneDatabase.embedded
        let release = try #require(zones.release)
        #expect(
            zones.remark(isVerbose: false)
                == "no time-zone database was found: the rules of \(release), which are built in, are used")
    }
}
