import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// A start or an end at a time that the clocks of the zone pass over, or show twice.
    ///
    /// In spring the clocks of Rome go from 02:00 to 03:00, those of Cairo from 00:00 to 01:00: what lies between is no
    /// time, and every program makes another of it. In autumn an hour comes twice. Choose a time beside it.
    static let clockChange = Rule.nodes(.nonexistentLocalTime, .ambiguousLocalTime) { schema in
        let fields: [(index: Int, verb: String)]
        switch schema.name {
        case Slot.schema.name: fields = [(SlotTimes.fields.start, "begins"), (SlotTimes.fields.end, "ends")]
        case Override.schema.name:
            fields = [(OverrideTimes.fields.start, "begins"), (OverrideTimes.fields.end, "ends")]
        default: return nil
        }
        return { record, node, examination in
            guard let zone = examination.zone else { return }
            for field in fields {
                guard let value = record.first(field.index, of: node), let time = LocalDateTime(record[value.text])
                else {
                    continue
                }
                switch zone.resolve(time) {
                case .unique: continue
                case .gap(let before, let after, let transition):
                    let words = gap(time, zone, before: before, after: after, transition)
                    examination.report(
                        .nonexistentLocalTime, "it \(field.verb) at \(words.message)", field: field.index, at: value,
                        suggestions: words.readings)
                case .overlap(let first, let second):
                    examination.report(
                        .ambiguousLocalTime, "it \(field.verb) at \(overlap(time, zone, first, second))",
                        field: field.index, at: value)
                }
            }
        }
    }

    private static func gap(
        _ time: LocalDateTime, _ zone: Zone, before: Int, after: Int, _ transition: Instant
    ) -> (message: String, readings: [String]) {
        var message = "\(time.words), a time that does not exist in \(zone.name)"
        if let last = transition.wallTime(offset: before), let next = transition.wallTime(offset: after) {
            message += ": the clocks go from \(last.clock) to \(next.clock)"
        }
        // By the clock before the change it is later, by the clock after it earlier.
        let readings = [(before, after), (after, before)].compactMap { meant, shown in
            Instant(time, offset: meant).wallTime(offset: shown).map { (time: $0, offset: shown) }
        }
        let words = readings.map { "\($0.time.words) (\(offsetText($0.offset)))" }
        message += "; it could mean " + words.joined(separator: ", or ")
        return (message, readings.map(\.time.text))
    }

    private static func overlap(_ time: LocalDateTime, _ zone: Zone, _ first: Int, _ second: Int) -> String {
        var message = "\(time.words), a time that comes twice in \(zone.name)"
        let (early, late) = (Instant(time, offset: first), Instant(time, offset: second))
        let changes = zone.transitions(in: early..<Instant(seconds: late.seconds + 1))
        if let change = changes.first, let last = change.instant.wallTime(offset: first),
            let next = change.instant.wallTime(offset: second)
        {
            message += ": the clocks go back from \(last.clock) to \(next.clock)"
        }
        return message + "; the first, \(offsetText(first)), is taken, and not the second, \(offsetText(second))"
    }
}
