import Foundation
import Testing

@testable import cos_exchange

@Suite("What leaves the house")
struct PrivacyProcessTests {
    private let folder: TemporaryFolder
    private static let secrets = ["Via dell’Esempio 2", "fulan@open-studios.example", "24.0908"]

    init() throws {
        folder = try TemporaryFolder()
        let text = try Fixture.text("open-studios").replacing(
            "\"languages\": [\"ar\", \"en\"],",
            with: "\"languages\": [\"ar\", \"en\"], \"email\": \"fulan@open-studios.example\","
        ).replacing("\"kind\": \"exhibition-space\"", with: "\"kind\": \"studio\"")
        try folder.write(text, to: "p.json")
    }

    /// The calendar with the texts of its residue.
    private static func everything(in calendar: String) -> String {
        calendar + calendar.contentLines.map { line in residue(of: line) ?? "" }.joined()
    }

    private static func residue(of line: String) -> String? {
        guard let start = line.range(of: ":1.")?.upperBound, line.hasPrefix("X-COS-") else { return nil }
        var text = String(line[start...]).replacing("-", with: "+").replacing("_", with: "/")
        text += String(repeating: "=", count: (4 - text.count % 4) % 4)
        return Data(base64Encoded: text).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test("is only what was agreed to, in every format", arguments: ["json", "ndjson", "ics"])
    func isWithheld(_ format: String) throws {
        let run = try Run(["export", "-f", format, "p.json"], in: folder)
        #expect(run.code == 0)
        #expect(run.errors == "withheld for privacy: 5 values of 2 records; '--private' withholds nothing\n")
        let text = Self.everything(in: run.text)
        for secret in Self.secrets { #expect(!text.contains(secret), "\(secret)") }
        let quiet = try Run(["export", "-q", "-f", format, "p.json"], in: folder)
        #expect(quiet.errors == "")
        #expect(quiet.text == run.text)
    }

    @Test("is everything where that is asked for", arguments: ["json", "ndjson", "ics"])
    func isPrivate(_ format: String) throws {
        for arguments in [["export", "--private"], ["convert"]] {
            let run = try Run(arguments + ["-f", format, "p.json"], in: folder)
            #expect(run.code == 0)
            #expect(run.errors == "")
            let text = Self.everything(in: run.text)
            for secret in Self.secrets { #expect(text.contains(secret), "\(secret)") }
        }
    }

    @Test("depends on the day that is given, and on no clock")
    func dependsOnDay() throws {
        let ending = try Fixture.text("open-studios").replacing(
            "\"consentDate\": \"2026-03-10\"",
            with: "\"consentDate\": \"2026-03-10\", \"consentUntil\": \"2026-05-01\"")
        try folder.write(ending, to: "ending.json")
        func export(_ arguments: String...) throws -> Run {
            try Run(["export", "-f", "json", "ending.json"] + arguments, in: folder)
        }
        // The exchange was made on 20 April 2026.
        let made = try export()
        #expect(made.text.contains("Fulan al-Fulani"))
        #expect(try export("--now", "2026-05-01").text == made.text)
        let later = try export("--now", "2026-05-02")
        #expect(!later.text.contains("Fulan al-Fulani"))
        #expect(later.errors.contains(", among them 1 person altogether; '--private'"))
        let wrong = try export("--now", "2026-02-30")
        #expect(wrong.code == 64)
        #expect(wrong.errors.hasPrefix("Error: The value '2026-02-30' is invalid for '--now <date>'."))
    }

    @Test("is said to be judged on no day where the exchange names none")
    func needsDay() throws {
        try folder.write(#"{"id": "x", "languages": ["it"]}"#, to: "undated.json")
        let run = try Run(["export", "-f", "json", "undated.json"], in: folder)
        #expect(run.errors.hasPrefix("consents that end were taken to have ended: the exchange does not say when"))
        let dated = try Run(["export", "-f", "json", "--now", "2026-01-01", "undated.json"], in: folder)
        #expect(dated.errors == "")
    }

    @Test("never takes the place of what it was taken from", arguments: ["p.json", "./p.json", "link"])
    func keepsSource(_ path: String) throws {
        let before = try folder.read("p.json")
        symlink("p.json", folder.file("link"))
        let run = try Run(["export", "-f", "json", "p.json", "-o", path], in: folder)
        #expect(run.code == 73)
        #expect(run.errors.hasPrefix("Error: 'p.json' is the input, and what is withheld from it would be lost\n"))
        #expect(try folder.read("p.json") == before)
        #expect(try folder.names() == ["link", "p.json"])
        let whole = try Run(["export", "--private", "-f", "json", "p.json", "-o", path], in: folder)
        #expect(whole.code == 0)
        let open = try folder.write(Fixture.text("carrara-2020"), to: "open.json")
        let run2 = try Run(["export", "-f", "json", open, "-o", open])
        #expect(run2.code == 0)
        #expect(try folder.read("open.json") == Fixture.text("carrara-2020"))
    }
}
