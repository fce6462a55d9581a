import ExchangeDiagnostics
import Testing

/// What a reader has learned of the records before must not show in the one at hand: its naive twin has seen no other.
@Suite struct TransitionTests {
    @Test("a record is read as it is read alone, whatever stood in those before it")
    func records() throws {
        var random = SeededRandom(seed: GeneratedCases.seed)
        for _ in 0..<40 {
            let events = (0..<50).map { _ in Self.event(&random, duplicateOnceIn: 1_000_000) }
            let together = Conversion(Array(Self.document(events).utf8), to: .ndjson)
            let alone = events.map { Conversion(Array(Self.document([$0]).utf8), to: .ndjson) }
            #expect(together.fault == nil)
            // Each begins with the line of a header that says nothing.
            let header = "{\"record\":\"exchange\"}\n"
            let lines = alone.map { $0.text.dropFirst(header.count) }
            #expect(together.text == header + lines.joined(), "EXCHANGE_SEED=\(GeneratedCases.seed)")
            let totals = alone.map(\.totals).reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
            #expect(together.totals == totals, "EXCHANGE_SEED=\(GeneratedCases.seed)")
        }
    }

    @Test("a member given twice is found where it is found alone")
    func duplicates() throws {
        var random = SeededRandom(seed: GeneratedCases.seed)
        var faults = 0
        for _ in 0..<400 {
            let events = (0..<6).map { _ in Self.event(&random, duplicateOnceIn: 12) }
            let together = Conversion(Array(Self.document(events).utf8), to: .ndjson)
            let first = events.firstIndex { Conversion(Array(Self.document([$0]).utf8)).fault != nil }
            guard let first else {
                #expect(together.fault == nil)
                continue
            }
            faults += 1
            let alone = Conversion(Array(Self.document([events[first]]).utf8))
            let skipped = Self.document(events[..<first] + [""]).utf8.count - Self.document([""]).utf8.count
            #expect(together.fault?.code == alone.fault?.code)
            #expect(together.fault?.message == alone.fault?.message)
            let offset = alone.fault.map { $0.location.position.offset + skipped }
            #expect(together.fault?.location.position.offset == offset, "EXCHANGE_SEED=\(GeneratedCases.seed)")
        }
        #expect(faults > 0)
    }

    @Test("windows that end anywhere learn nothing wrong", arguments: [64, 65, 97, 128, 200, 333])
    func windows(_ size: Int) throws {
        var random = SeededRandom(seed: GeneratedCases.seed)
        let events = (0..<30).map { _ in Self.event(&random, duplicateOnceIn: 1_000_000) }
        let octets = Array(Self.document(events).utf8)
        let whole = Conversion(octets)
        for piece in [1, 7, 64] {
            let cut = Conversion(octets, window: size, piece: piece)
            #expect(cut.output == whole.output)
            #expect(cut.totals == whole.totals)
        }
    }

    // MARK: Documents

    private static func document(_ events: some Sequence<String>) -> String {
        "{\n  \"events\": [\n    " + events.joined(separator: ",\n    ") + "\n  ]\n}\n"
    }

    /// One event in one of a few layouts, with some of what events have, in an order of its own.
    private static func event(_ random: inout SeededRandom, duplicateOnceIn times: Int) -> String {
        var members = [
            #""id"#, #""name"#, #""kind"#, #""status"#, #""slots"#, #""places"#, #""description"#, #""timeZone"#,
        ].filter { _ in !random.once(in: 4) }
        if random.once(in: 3) { members.swapAt(random.below(members.count), random.below(members.count)) }
        if random.once(in: 5) { members.insert(#""x-colour"#, at: random.below(members.count + 1)) }
        if random.once(in: 9) { members.insert(#""unheard"#, at: random.below(members.count + 1)) }
        if random.once(in: times), let member = members.first { members.append(member) }
        let layout = random.pick([("\n      ", " "), ("\n      ", " "), ("\n      ", " "), ("", ""), (" ", " \t")])
        let spelled = members.map { name in
            let isEscaped = name == #""kind"# && random.once(in: 3)
            let value = value(name, layout.0, &random)
            return layout.0 + (isEscaped ? #""k\u0069nd"# : name) + "\":" + layout.1 + value
        }
        return "{" + spelled.joined(separator: ",") + (layout.0 == "" ? "" : "\n    ") + "}"
    }

    private static func value(_ name: String, _ line: String, _ random: inout SeededRandom) -> String {
        // Now and then it is not what the field holds.
        if random.once(in: 30) { return random.pick(["null", "12", "[]", "{}", "\"\"", "{\"it\": 1}", "[1, \"a\"]"]) }
        switch name {
        case #""name"#, #""description"#:
            var tags = ["it", "en", "fr", "ar", "zh-Hans", "de", "es", "pt", "el", "he"]
            if random.once(in: 3) { tags.swapAt(0, 1) }
            let count = random.once(in: 8) ? 10 : random.between(1...4)
            let versions = tags.prefix(count).map {
                line + "  \"\($0)\": \"" + (random.once(in: 10) ? "" : "prova \(random.below(999)) è") + "\""
            }
            return "{" + versions.joined(separator: ",") + (random.once(in: 5) ? " " : line) + "}"
        case #""slots"#:
            let slots = (0..<random.between(1...3)).map { index in
                let start = "\"start\": \"2026-05-0\(index + 1)T10:00\""
                return random.once(in: 2) ? "{\"id\": \"s\(index)\", \(start)}" : "{\(line)    \(start)}"
            }
            return "[" + slots.joined(separator: ", ") + "]"
        case #""places"#: return random.pick([#"["a", "b"]"#, #"["a"]"#])
        case #""x-colour"#: return #"{"a":1, "b":[2]}"#
        default: return "\"v\(random.below(99))\""
        }
    }
}
