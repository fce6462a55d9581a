import ExchangeFormats
import Foundation
import Testing

/// Whether an exchange can be made again out of its calendar, by `restore.py`, which knows the model and not our code.
@Suite struct ResidueTests {
    /// A calendar, and the exchange that must come out of it.
    private struct Case {
        let name: String
        let calendar: [UInt8]
        let expected: [UInt8]

        init(_ name: String, _ exchange: [UInt8], _ language: String?, _ cancelled: CalendarOptions.Cancelled) {
            self.name = "\(name), \(language ?? "first language"), \(cancelled)"
            calendar = CalendarConversion(exchange, language: language, cancelled: cancelled).octets
            expected = Conversion(exchange).output
        }
    }

    /// Restores all calendars in one run, and compares what becomes of them, octet by octet in canonical form.
    private func check(_ cases: [Case]) throws {
        let peer = try Peer()
        let paths = try cases.enumerated().map { try peer.file("\($0.offset).ics", $0.element.calendar) }
        let list = try peer.file("list", Array(paths.joined(separator: "\n").utf8))
        peer.check("restore.py", ["--list", list])
        var count = 0
        for (path, item) in zip(paths, cases) {
            let restored = Conversion((try? peer.octets(path + ".json")) ?? [])
            if restored.output == item.expected { continue }
            count += 1
            if count <= 3 { Issue.record("\(item.name): \(Self.difference(restored.text, item.expected))") }
        }
        #expect(count == 0, "of \(cases.count) calendars")
    }

    private static func difference(_ restored: String, _ expected: [UInt8]) -> String {
        let lines = (restored.split(separator: "\n"), String(decoding: expected, as: UTF8.self).split(separator: "\n"))
        let line = zip(lines.0, lines.1).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? 0
        let (from, to) = (max(0, line - 6), line + 4)
        return "restored:\n\(lines.0.dropFirst(from).prefix(to - from).joined(separator: "\n"))\n"
            + "expected:\n\(lines.1.dropFirst(from).prefix(to - from).joined(separator: "\n"))"
    }

    @Test("every fixture can be restored from its calendar in any language", arguments: Fixture.names)
    func fixtures(_ name: String) throws {
        guard Peer.hasPython(["sys"], for: "restoring \(name)") else { return }
        let exchange = try Fixture.exchange(name)
        let languages = try Fixture.languages(of: exchange) + ["de"]
        try check(
            CalendarOptions.Cancelled.allCases.flatMap { cancelled in
                languages.map { Case(name, exchange, $0, cancelled) }
            })
    }

    @Test("generated exchanges can be restored from their calendars")
    func generated() throws {
        let count = min(GeneratedCases.count, 500)
        guard Peer.hasPython(["sys"], for: "restoring \(count) generated exchanges") else { return }
        Peer.say("residue: EXCHANGE_SEED=\(GeneratedCases.seed) EXCHANGE_CASES=\(count)")
        var shown = 0
        let cases = (0..<count).map { index in
            let seed = GeneratedCases.seed &+ UInt64(index)
            let tree = PlausibleTimes.put(into: ExchangeGenerator.exchange(seed: seed), seed: seed)
            var random = SeededRandom(seed: seed)
            let language = random.pick([nil, "it", "en", "ar-EG", "zh-Hans", "und", "wo"])
            let cancelled = random.pick(CalendarOptions.Cancelled.allCases)
            let octets = Array(TreePrinter.print(tree, seed: seed).utf8)
            let item = Case("EXCHANGE_SEED=\(seed)", octets, language, cancelled)
            shown += ReadCalendar(item.calendar).events.count
            return item
        }
        #expect(shown > count, "a calendar must show something for this to mean anything")
        try check(cases)
    }
}
