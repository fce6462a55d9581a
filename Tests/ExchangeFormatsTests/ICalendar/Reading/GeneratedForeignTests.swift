import ExchangeDiagnostics
import ExchangeFormats
import Foundation
import Testing

/// Generated exchanges that keep lines of other people's calendars.
@Suite("Generated exchanges with foreign lines") struct GeneratedForeignTests {
    @Test("go through a calendar and back") func identity() throws {
        var lines = 0
        try GeneratedCases.check("calendars with foreign lines", oneIn: 5) { document in
            var random = SeededRandom(seed: document.seed &* 3)
            let plausible = PlausibleTimes.put(into: document.tree, seed: document.seed)
            let tree = Self.put(into: plausible, at: [], &random)
            let exchange = Array(TreePrinter.print(tree, seed: document.seed).utf8)
            let made = CalendarConversion(exchange)
            let reading = CalendarReading(made.octets)
            if let fault = reading.fault { return "\(fault)" }
            let expected = Conversion(exchange).output
            if reading.output != expected { return difference(reading.output, expected) }
            lines += made.text.components(separatedBy: "\r\nX-GENERATED").count - 1
            let again = try calendar(from: made.octets)
            return again == made.octets ? nil : difference(again, made.octets)
        }
        #expect(GeneratedCases.count(oneIn: 5) < 100 || lines > GeneratedCases.count(oneIn: 5) / 10, "\(lines) lines")
    }

    /// Puts `x-ical` into the header, slots, overrides and whatever else is an object.
    private static func put(into tree: Tree, at path: [String], _ random: inout SeededRandom) -> Tree {
        switch tree {
        case .array(let elements): return .array(elements.map { put(into: $0, at: path, &random) })
        case .object(var members):
            members = members.map { .init($0.name, put(into: $0.value, at: path + [$0.name], &random)) }
            let isPlace = path.isEmpty || path.last == "slots" || path.last == "overrides"
            if isPlace, random.once(in: 2), !members.contains(where: { $0.name == "x-ical" }) {
                let value =
                    random.once(in: 12)
                    ? Tree.string("odd") : Tree.array((0..<random.between(1...4)).map { _ in entry(&random) })
                members.insert(
                    .init("x-ical", value), at: random.once(in: 3) ? random.below(members.count + 1) : members.count)
            }
            return .object(members)
        default: return tree
        }
    }

    private static func entry(_ random: inout SeededRandom, depth: Int = 0) -> Tree {
        if depth < 3, random.once(in: 4) {
            let name = random.pick(["valarm", "x-part", "VALARM", "vtodo", "vevent"])
            let properties = (0..<random.below(3)).map { _ in property(&random) }
            let parts = (0..<random.below(2)).map { _ in entry(&random, depth: depth + 1) }
            return .array([.string(name), .array(properties), .array(parts)])
        }
        return property(&random)
    }

    private static func property(_ random: inout SeededRandom) -> Tree {
        let name = random.pick([
            "x-generated", "x-generated", "x-generated-2", "attendee", "created", "summary", "dtstart", "x-cos-data",
            "end", "x y", "",
        ])
        let texts = [
            "v", "", "a\\,b;c:d", "\u{FFFD}è𠀋", "a\nb", "tab\there", "\"quoted\"", "^n^'",
            String(repeating: "é", count: 90),
        ]
        var parameters: [Tree.Member] = []
        for name in ["a", "x-b", "VALUE", "c"] where random.once(in: 4) {
            let values = (0..<random.between(1...3)).map { _ in Tree.string(random.pick(texts)) }
            parameters.append(.init(name, values.count == 1 && random.once(in: 2) ? values[0] : .array(values)))
        }
        let value = random.once(in: 12) ? Tree.null : .string(random.pick(texts))
        return .array([.string(name), .object(parameters), .string(random.once(in: 12) ? "text" : "unknown"), value])
    }
}
