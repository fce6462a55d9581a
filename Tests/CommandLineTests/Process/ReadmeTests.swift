import Foundation
import Testing

@Suite("The README")
struct ReadmeTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The fenced blocks of a language, as lists of lines.
    private static func blocks(_ language: String) throws -> [[Substring]] {
        let text = String(decoding: try Data(contentsOf: root.appending(path: "README.md")), as: UTF8.self)
        var blocks: [[Substring]] = []
        var isInside = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line == "```\(language)" {
                blocks.append([])
                isInside = true
            } else if line == "```" {
                isInside = false
            } else if isInside {
                blocks[blocks.count - 1].append(line)
            }
        }
        return blocks
    }

    @Test("shows commands and what they print")
    func transcripts() throws {
        let folder = try TemporaryFolder()
        for name in ["Fixtures", "Schemas"] {
            let path = Self.root.appending(path: name).path
            try FileManager.default.createSymbolicLink(atPath: folder.file(name), withDestinationPath: path)
        }
        var commands = 0
        for block in try Self.blocks("console") {
            for transcript in block.parts(from: { $0.hasPrefix("$ ") }) {
                let command = transcript[0].dropFirst(2)
                let expected = transcript.dropFirst().map { $0 + "\n" }.joined()
                let line = "cos-exchange() { \"$TOOL\" \"$@\"; }; exec 2>&1; \(command)"
                let printed = try Run(shell: line, in: folder).text.replacing("\r\n", with: "\n")
                #expect(printed == expected, "\(command)")
                commands += 1
            }
        }
        #expect(commands >= 10)
    }

    @Test("has two commands that begin on a bare machine and end in the main job and in the tests")
    func setUp() throws {
        let commands = try Self.blocks("sh").map { $0.joined(separator: "\n") }
        #expect(commands.count == 2)
        let install = "apt-get update -q && apt-get install -qy libxml2-dev pkg-config tzdata' && "
        #expect(commands.allSatisfy { $0.contains(install) })
        #expect(commands[1].hasSuffix("&& swift test"))
        let main = try #require(commands[0].range(of: "&& swift run cos-exchange "))
        let folder = try TemporaryFolder()
        let fixtures = Self.root.appending(path: "Fixtures").path
        try FileManager.default.createSymbolicLink(atPath: folder.file("Fixtures"), withDestinationPath: fixtures)
        let run = try Run(shell: "$TOOL " + commands[0][main.upperBound...], in: folder)
        #expect(run.code == 0)
        #expect(try folder.read("carrara.ics").hasPrefix("BEGIN:VCALENDAR\r\n"))
    }
}

extension [Substring] {
    /// Parts of the list, each from a line on for which a test is true.
    fileprivate func parts(from isBeginning: (Substring) -> Bool) -> [[Substring]] {
        var parts: [[Substring]] = []
        for line in self {
            if isBeginning(line) {
                parts.append([line])
            } else if !parts.isEmpty {
                parts[parts.count - 1].append(line)
            }
        }
        return parts
    }
}
