import CosExchange
import Foundation
import Testing

/// Occurrences as Python's `dateutil` has them, by the model's own rules told once more in `Tests/Peers/model.py`.
@Suite("Occurrences, as others count them") struct OccurrencePeerTests {
    @Test("every slot of every fixture takes place when the model says", arguments: Fixture.names)
    func fixtures(_ name: String) throws {
        guard Self.hasPython(for: "the occurrences of \(name)") else { return }
        try compare(Fixture.octets(name))
    }

    @Test("random events take place when the model says", arguments: [4, 5, 6, 7])
    func random(_ seed: Int) throws {
        guard Self.hasPython(for: "40 random events of seed \(seed)") else { return }
        let events = Self.python("random_events.py", ["\(seed)", "40"])
        try #require(events.status == 0)
        try compare(Array(events.output.utf8))
    }

    private func compare(_ octets: [UInt8]) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(octets, to: "exchange.json")
        let peer = Self.python("wall_times.py", [path])
        try #require(peer.status == 0, "\(peer.output)")
        var catalogue = try Catalogue(reading: octets, as: .json)
        var left: Set<String> = []
        for index in catalogue.events.indices {
            for slot in catalogue.events[index].slots where !Self.isCountedAlike(slot) {
                left.insert("\(catalogue.events[index].id ?? "")\t\(slot.id ?? "")")
            }
            catalogue.events[index].slots.removeAll { !Self.isCountedAlike($0) }
        }
        let expected = peer.output.split(separator: "\n").map(String.init).filter { line in
            !left.contains(line.split(separator: "\t").prefix(2).joined(separator: "\t"))
        }
        let found = try lines(catalogue)
        #expect(!expected.isEmpty)
        #expect(found.count == expected.count)
        for (left, right) in zip(found, expected) where left != right {
            Issue.record("\(left) is \(right) with the model")
            return
        }
    }

    /// Whether `dateutil` counts the days of a slot as RFC 5545 does: positions within a first week that is cut short it
    /// counts from the start.
    private static func isCountedAlike(_ slot: Slot) -> Bool {
        guard let rule = slot.repetition else { return true }
        return !rule.contains("FREQ=WEEKLY") || !rule.contains("BYSETPOS")
    }

    /// What the script prints, of our own making. It stops a month behind the last year that it looks at.
    private func lines(_ catalogue: Catalogue) throws -> [String] {
        var zones = ZoneDatabase()
        let utc = zones.zone(named: "Etc/UTC")
        let horizon = try #require(LocalDate("2028-01-31"))
        var lines: [String] = []
        for event in catalogue.events {
            let zone = event.timeZone.flatMap { zones.zone(named: $0) } ?? utc
            for slot in event.slots {
                for occurrence in slot.occurrences(in: try #require(zone)) {
                    if slot.repetition != nil, occurrence.day > horizon { break }
                    let parts = [event.id, slot.id, occurrence.start.text, shownEnd(of: occurrence).text]
                    lines.append(parts.compactMap(\.self).joined(separator: "\t"))
                }
            }
        }
        return lines
    }

    /// The exclusive end that a calendar shows: a minute or a day behind the start where none is told that is after it.
    private func shownEnd(of occurrence: Occurrence) -> Moment {
        switch (occurrence.start, occurrence.end) {
        case (.day(let day), .day(let last)?) where last >= day: .day(last.adding(days: 1) ?? last)
        case (.day(let day), _): .day(day.adding(days: 1) ?? day)
        case (.time, .time(let end)?) where occurrence.ends > occurrence.starts: .time(end)
        case (.time(let time), _): LocalDateTime(wallSeconds: time.wallSeconds + 60).map { .time($0) } ?? .time(time)
        }
    }

    // MARK: Python

    private static func hasPython(for what: String) -> Bool {
        if isInstalled { return true }
        FileHandle.standardError.write(Data("SKIPPED: \(what) (python3 with dateutil is not installed)\n".utf8))
        return false
    }

    private static let isInstalled = run(["-c", "import dateutil.rrule, zoneinfo"]).status == 0

    private static func python(_ script: String, _ arguments: [String]) -> (status: Int32, output: String) {
        let peers = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Peers")
        return run([peers.appending(path: script).path] + arguments)
    }

    private static func run(_ arguments: [String]) -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["PYTHONUTF8=1", "PYTHONDONTWRITEBYTECODE=1", "python3"] + arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return (-1, "") }
        let octets = (try? output.fileHandleForReading.readToEnd()) ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: octets, as: UTF8.self))
    }
}
