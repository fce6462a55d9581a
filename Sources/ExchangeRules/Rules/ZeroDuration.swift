import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// A slot or an override ends at the moment at which it begins.
    ///
    /// Calendars make an hour, a day or nothing of it. Say how long it takes.
    static let zeroDuration = Rule.nodes(.zeroDuration) { schema in
        if schema === Slot.schema {
            return { record, node, examination in
                guard case .time(let end)? = examination.slot.end, examination.slot.start == .time(end),
                    let value = record.first(SlotTimes.fields.end, of: node)
                else { return }
                examination.report(.zeroDuration, message(end), field: SlotTimes.fields.end, at: value)
            }
        }
        guard schema === Override.schema else { return nil }
        return { record, node, examination in
            let times = OverrideTimes(record, node, of: examination.slot)
            guard case .time(let end)? = times.end, times.start == .time(end),
                let value = record.first(OverrideTimes.fields.end, of: node)
            else { return }
            examination.report(.zeroDuration, message(end), field: OverrideTimes.fields.end, at: value)
        }
    }

    private static func message(_ end: LocalDateTime) -> String {
        "the end is the moment at which it begins, \(end.words)"
    }
}
