import Foundation
import Testing

/// A program that knows calendars and is not ours, run on files in a folder of its own.
struct Peer: ~Copyable {
    /// Where the test's files lie; gone with the peer.
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "cos-exchange-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Puts a file into the folder; answers its path.
    func file(_ name: String, _ octets: [UInt8]) throws -> String {
        let url = folder.appending(path: name)
        try Data(octets).write(to: url)
        return url.path()
    }

    func octets(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: path))) }

    /// What a script of `Tests/Peers` prints, and records an issue with it if it finds fault.
    func check(_ script: String, _ arguments: [String], sourceLocation: SourceLocation = #_sourceLocation) {
        let (status, output) = Self.run("python3", [Self.path(of: script)] + arguments)
        let end = output.split(separator: "\n", omittingEmptySubsequences: true).suffix(25).joined(separator: "\n")
        if status != 0 { Issue.record("\(script):\n\(end)", sourceLocation: sourceLocation) }
    }

    static func path(of script: String) -> String {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Peers").appending(path: script).path()
    }

    // MARK: Who is there

    /// Whether Python is there with packages; says aloud what is not tried otherwise.
    static func hasPython(_ packages: [String], for what: String) -> Bool {
        for package in packages where !self.packages.contains(package) {
            say("SKIPPED: \(what) (python3 with \(package) is not installed)")
            return false
        }
        return true
    }

    private static let packages = Set(
        ["sys", "icalendar", "recurring_ical_events", "dateutil", "jsonschema", "frictionless", "pyld"].filter {
            run("python3", ["-c", "import \($0)"]).status == 0
        })

    private static let hasLibical =
        run("cc", ["-xc", "-E", "-include", "libical/ical.h", "/dev/null"]).status == 0

    /// Whether C programs can be built with libical; says aloud what is not tried otherwise.
    static func hasLibical(for what: String) -> Bool {
        if hasLibical { return true }
        say("SKIPPED: \(what) (libical-dev or a C compiler is not installed)")
        return false
    }

    static func say(_ line: String) { FileHandle.standardError.write(Data("\(line)\n".utf8)) }

    /// What a program on the machine prints, and its status; -1 if there is none of that name.
    static func run(_ program: String, _ arguments: [String]) -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + arguments
        var environment = ProcessInfo.processInfo.environment
        environment["PYTHONUTF8"] = "1"
        environment["PYTHONDONTWRITEBYTECODE"] = "1"
        process.environment = environment
        let pipe = Pipe()
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = pipe
        process.standardError = pipe
        guard (try? process.run()) != nil else { return (-1, "") }
        let octets = (try? pipe.fileHandleForReading.readToEnd()) ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: octets, as: UTF8.self))
    }
}

extension Fixture {
    /// The names of the exchanges that lie in `Fixtures`.
    static let names: [String] = {
        let folder = URL(filePath: Peer.path(of: "")).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
        return names.sorted()
    }()

    static func exchange(_ name: String) throws -> [UInt8] { try octets("\(name)/exchange.json") }

    /// The languages of an exchange, as its header tells them.
    static func languages(of exchange: [UInt8]) throws -> [String] {
        let document = try JSONSerialization.jsonObject(with: Data(exchange)) as? [String: Any]
        return try #require(document?["languages"] as? [String])
    }
}
