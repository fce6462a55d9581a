import Foundation
import Testing

@Suite("What the house refuses")
struct ConstructTests {
    @Test("no file has more than 400 lines")
    func staysShort() {
        let long = Tree.swift.filter { $0.lines.count > 400 }.map { "\($0): \($0.lines.count)" }
        #expect(long.isEmpty, "\(long)")
    }

    /// What must not stand in a source, each with the reason.
    static let refused: [(reason: String, pattern: String)] = [
        ("crashes on input", #"try!|fatalError\(|[^/] as! "#),
        ("hides a race", "@unchecked"),
        ("is unfinished", #"\b(TODO|FIXME|XXX|HACK)\b|^(<{7}|={7}|>{7})( |$)"#),
        ("is known to lie", #"JSONDecoder|JSONSerialization|DateFormatter|ISO8601DateFormatter"#),
    ]

    @Test("no source holds what crashes, races or is unfinished", arguments: refused)
    func refuses(_ refused: (reason: String, pattern: String)) throws {
        let pattern = try NSRegularExpression(pattern: refused.pattern)
        // What the benchmark measures itself against is called by its name.
        let isPeer = refused.reason == "is known to lie"
        let peers = isPeer ? ["foundation-peer", "exchange-benchmark"] : []
        let places = Tree.sources.filter { !peers.contains($0.target) }.flatMap { $0.places(pattern) }
        #expect(places.isEmpty, "\(refused.reason):\n\(places.joined(separator: "\n"))")
    }

    @Test("output goes through what looks at every answer of the system, never through print")
    func printsNothing() throws {
        let pattern = try NSRegularExpression(pattern: #"(^|[^.\w])(debugP|p)rint\("#)
        let places = Tree.sources.filter { $0.target != "exchange-benchmark" }.flatMap { $0.places(pattern) }
        #expect(places.isEmpty, "\(places.joined(separator: "\n"))")
    }

    @Test("folders and files are named for what they hold")
    func namesSaySomething() throws {
        let pattern = try NSRegularExpression(
            pattern:
                #"/([Uu]til(s|ities)?|[Hh]elpers?|[Cc]ommon|[Mm]isc|[Ee]xtensions)(/|\.swift$)|(Manager|Helper|Handler|Utils?)\.swift$"#
        )
        let paths = Tree.swift.map(\.path).filter { pattern.isFound(in: $0) }
        #expect(paths.isEmpty, "\(paths)")
    }

    @Test("no file names a folder of somebody's machine")
    func isAtHomeEverywhere() throws {
        let pattern = try NSRegularExpression(
            pattern: #"(^|[^\w.>}/:-])/(home|root|Users|work|workspace|farm|builds?|srv|mnt)/\w"#)
        let places = Tree.files.flatMap { $0.places(pattern) }
        #expect(places.isEmpty, "\(places.joined(separator: "\n"))")
    }

    @Test("nothing lies beside the folders, the package and the page that introduces it")
    func keepsTheTopClear() throws {
        let known: Set = ["Package.swift", "Sources", "Tests", "Schemas", "Fixtures", "README.md", "LICENSE"]
        guard let names = try Self.versioned(["--", "."]) else { return }
        let top = Set(names.split(separator: "\n").compactMap { $0.split(separator: "/").first.map(String.init) })
        #expect(top.filter { !$0.hasPrefix(".") }.subtracting(known).isEmpty)
    }

    @Test("neither build products nor lock files are under version control")
    func keepsProductsOut() throws {
        guard let names = try Self.versioned(["Package.resolved", ".build", "*.profraw"]) else { return }
        #expect(names == "")
    }

    /// The files under version control among those that are named, a line each; nil, and said so, where nobody knows.
    private static func versioned(_ names: [String]) throws -> String? {
        let git = Process()
        git.executableURL = URL(filePath: "/usr/bin/env")
        git.arguments = ["git", "-C", Tree.root.path, "ls-files"] + names
        let output = Pipe()
        git.standardOutput = output
        git.standardError = FileHandle.nullDevice
        try git.run()
        let found = output.fileHandleForReading.readDataToEndOfFile()
        git.waitUntilExit()
        guard git.terminationStatus == 0 else {
            FileHandle.standardError.write(Data("SKIPPED: files under version control (no git here)\n".utf8))
            return nil
        }
        return String(decoding: found, as: UTF8.self)
    }
}
