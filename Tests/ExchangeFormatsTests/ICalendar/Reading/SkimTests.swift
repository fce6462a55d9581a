import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel
import ExchangeSyntax
import Testing

@testable import ExchangeFormats

/// What is left out of the first look at a calendar, and of later readings, makes no difference.
@Suite("A calendar read with less than all of its lines") struct SkimTests {
    private static let calendar = CalendarConversion(
        """
        {"format":"cos-exchange","schemaVersion":"1.0","id":"x","name":{"it":"Studi"},"baseURI":"https://a.example/id/",\
        "generated":"2026-05-04T09:00:00Z","languages":["it","en"],\
        "places":[{"id":"p","name":{"it":"Bottega"},"street":{"it":"Via Prova 1"},"latitude":44.0793,"longitude":10.0977}],\
        "events":[\
        {"id":"a","name":{"en":"Open","it":"Aperto"},"description":{"it":"Una riga, e due è una riga che va a capo tre volte"},\
        "status":"scheduled","places":["p"],"timeZone":"Europe/Rome","revision":3,"url":"https://a.example/",\
        "slots":[{"id":"am","start":"2026-05-29T10:00","end":"2026-05-29T13:00","repeat":"FREQ=WEEKLY;BYDAY=FR","until":"2026-06-26",\
        "except":["2026-06-12"],"overrides":[{"on":"2026-06-05","start":"2026-06-05T11:00","note":{"it":"Tardi"}}]},\
        {"id":"pm","start":"2026-05-30T15:00","end":"2026-05-30T18:00"},{"id":"no"}]},\
        {"id":"b","name":{"it":"Mostra"},"places":["p"],"timeZone":"Africa/Cairo","slots":[{"id":"s","start":"2026-06-01T10:00"}]},\
        {"id":"c","name":{"it":"Senza data"}}]}
        """
    ).text

    private struct Look: Equatable {
        var outline = ""
        var notes: [String] = []
    }

    private func look(_ octets: [UInt8], skims: Bool, window: Int, limits: Limits = Limits()) -> Look? {
        guard
            var look = try? CalendarLook(
                ByteInput(octets), windowSize: window, limits: limits, zones: ZoneDatabase(), skims: skims),
            (try? look.look()) != nil
        else { return nil }
        if look.isInDoubt { return self.look(octets, skims: false, window: window, limits: limits) }
        let outline = look.outline
        let parts: [Any?] = [
            outline.isGrouped, outline.firstEvent, outline.hasResidue, outline.hasForeign, outline.pattern.ending,
            outline.language, outline.timeZone, outline.hidden.map { [$0.index, $0.offset] }, look.firstStamp,
            RecordType.allCases.map { outline.sections[$0].map { [$0.offset, $0.count] } },
        ]
        return Look(outline: "\(parts)", notes: look.notes.map { "\($0)" })
    }

    /// The calendar with something done to it that a program, or a bad line, might do.
    private func damaged(_ generator: inout some RandomNumberGenerator) -> [UInt8] {
        var lines = Self.calendar.split(separator: "\r\n", omittingEmptySubsequences: false).map { Array($0.utf8) }
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
            let index = Int.random(in: 0..<lines.count, using: &generator)
            switch Int.random(in: 0..<7, using: &generator) {
            case 0: lines.remove(at: index)
            case 1: lines.insert(lines[index], at: Int.random(in: 0..<lines.count, using: &generator))
            case 2: lines.swapAt(index, Int.random(in: 0..<lines.count, using: &generator))
            case 3:
                let place = Int.random(in: 0...lines[index].count, using: &generator)
                lines[index].insert(contentsOf: Array("\r\n ".utf8), at: place)
            case 4: lines[index] = lines[index].map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
            case 5: lines[index].append(0x0A)
            default:
                guard !lines[index].isEmpty else { continue }
                let place = Int.random(in: 0..<lines[index].count, using: &generator)
                lines[index][place] = UInt8.random(in: 0...255, using: &generator)
            }
        }
        return Array(lines.joined(separator: Array("\r\n".utf8)))
    }

    @Test("the first look finds the same with and without lines of events")
    func skims() {
        var generator = SystemRandomNumberGenerator()
        for round in 0..<400 {
            let octets = round == 0 ? Array(Self.calendar.utf8) : damaged(&generator)
            let window = [64, 512, 256 << 10][round % 3]
            let found = look(octets, skims: true, window: window)
            if found != look(octets, skims: false, window: window) {
                Issue.record("\(String(decoding: octets, as: UTF8.self))")
            }
        }
    }

    @Test("nor does a limit that an event passes", arguments: [8, 12, 20, 40])
    func limit(_ record: Int) {
        var limits = Limits()
        limits.record = record
        let octets = Array(Self.calendar.utf8)
        let found = look(octets, skims: true, window: 512, limits: limits)
        #expect(found == look(octets, skims: false, window: 512, limits: limits))
    }

    @Test("a second reading gives the same records and remarks as the first")
    func again() throws {
        var generator = SystemRandomNumberGenerator()
        for round in 0..<100 {
            let octets = round == 0 ? Array(Self.calendar.utf8) : damaged(&generator)
            var source = CalendarSource(ByteInput(octets))
            var readings: [[String]] = []
            for _ in 0..<2 {
                var reading: [String] = []
                var layouts = JSONLayouts(style: .compact)
                try? source.read(.all, report: { reading.append("\($0)") }) { record in
                    var json = ByteBuffer()
                    layouts[record.schema].object(record, .root, to: &json)
                    reading.append(json.bytes.text)
                }
                readings.append(reading)
            }
            #expect(readings[0] == readings[1])
        }
    }

    // MARK: Rules

    @Test(
        "a rule and its end, apart",
        arguments: [
            ("FREQ=WEEKLY;BYDAY=SU,FR;UNTIL=20260614T215959Z", "FREQ=WEEKLY;BYDAY=FR,SU", nil, false),
            ("freq=daily;count=007", "FREQ=DAILY", "7", false), ("COUNT=3;;FREQ=DAILY;", "FREQ=DAILY", "3", false),
            ("FREQ=DAILY;COUNT=3;COUNT=4", "FREQ=DAILY", nil, true), ("FREQ=DAILY;COUNT=", "FREQ=DAILY", nil, true),
            ("FREQ=DAILY;COUNT=0", "FREQ=DAILY", nil, true), ("FREQ=DAILY;UNTIL=x", "FREQ=DAILY", nil, true),
            ("FREQ=HOURLY;X=è", "FREQ=HOURLY;X=è", nil, false), ("", "", nil, false), ("COUNT", "COUNT", nil, false),
            ("FREQ=DAILY;COUNT=1234567890123456", "FREQ=DAILY", nil, true),
            ("FREQ=DAILY;COUNT=1x", "FREQ=DAILY", nil, true),
        ] as [(String, String, String?, Bool)])
    func rules(_ text: String, _ rule: String, _ count: String?, _ isOdd: Bool) {
        var buffer = ByteBuffer()
        buffer.append(utf8: text)
        var known = KnownRules()
        for _ in 0..<2 {
            let found = CalendarRule(buffer.bytes, &known)
            #expect(found.rule == rule && found.count == count && found.isOdd == isOdd)
            #expect(found == CalendarRule(buffer.bytes))
        }
    }

    @Test("rules that share a place are told apart")
    func knownRules() {
        var known = KnownRules()
        for round in 0..<2 {
            for number in 1...400 {
                var buffer = ByteBuffer()
                buffer.append(utf8: "FREQ=DAILY;INTERVAL=\(number)")
                let rule = known.rule(buffer.bytes)
                #expect(rule.recurrence?.interval == number, "\(round)")
                #expect(rule.isCanonical == (number > 1))
            }
        }
    }
}
