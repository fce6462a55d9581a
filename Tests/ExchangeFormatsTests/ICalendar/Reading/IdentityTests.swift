import ExchangeDiagnostics
import ExchangeFormats
import Testing

/// Whether an exchange goes through a calendar and back with nothing changed.
@Suite("An exchange through a calendar and back") struct CalendarIdentityTests {
    @Test("every fixture, in every language and manner", arguments: Fixture.names)
    func fixtures(_ name: String) throws {
        let exchange = try Fixture.exchange(name)
        let expected = Conversion(exchange).output
        for language in try [nil] + Fixture.languages(of: exchange) + ["de"] {
            for cancelled in CalendarOptions.Cancelled.allCases {
                let made = CalendarConversion(exchange, language: language, cancelled: cancelled)
                let reading = CalendarReading(made.octets)
                #expect(reading.fault == nil)
                #expect(
                    reading.remarks.isEmpty, "\(name) \(language ?? "-") \(cancelled): \(reading.remarks.prefix(3))")
                #expect(
                    reading.isSame(as: expected),
                    "\(name) \(language ?? "-") \(cancelled): \(difference(reading.output, expected))")
                let again = try calendar(from: made.octets, language: language, cancelled: cancelled)
                #expect(again == made.octets, "\(name): \(difference(again, made.octets))")
            }
        }
    }

    @Test("generated exchanges")
    func generated() throws {
        try GeneratedCases.check("calendars", oneIn: 5) { document in
            try Self.fault(document.octets, seed: document.seed)
        }
    }

    @Test("generated exchanges with times that a calendar can show")
    func plausible() throws {
        try GeneratedCases.check("calendars with times", oneIn: 5) { document in
            let tree = PlausibleTimes.put(into: document.tree, seed: document.seed)
            return try Self.fault(Array(TreePrinter.print(tree, seed: document.seed).utf8), seed: document.seed)
        }
    }

    private static func fault(_ exchange: [UInt8], seed: UInt64) throws -> String? {
        let expected = Conversion(exchange).output
        var random = SeededRandom(seed: seed)
        let language = random.pick([nil, "it", "en", "ar-EG", "zh-Hans", "und", "wo"])
        let cancelled = random.pick(CalendarOptions.Cancelled.allCases)
        let made = CalendarConversion(exchange, language: language, cancelled: cancelled)
        let reading = CalendarReading(made.octets, window: random.pick([64, 4096, 256 << 10]))
        if let fault = reading.fault { return "\(fault)" }
        if reading.output != expected { return difference(reading.output, expected) }
        let told = reading.remarks.filter {
            $0.code.rawValue >= "S300" && $0.code.rawValue < "S400" || $0.code.rawValue >= "X106"
        }
        if let first = told.first { return "\(first) \(first.location.path)" }
        let again = try calendar(from: made.octets, language: language, cancelled: cancelled)
        return again == made.octets ? nil : difference(again, made.octets)
    }
}
