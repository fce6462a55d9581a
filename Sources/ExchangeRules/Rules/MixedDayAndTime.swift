import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// One of start and end is a whole day, the other a time of day.
    ///
    /// Whether the last day counts, and from when, cannot be told. Give both as days, or both with a time.
    static let mixedDayAndTime = Rule.nodes(.mixedDayAndTime) { schema in
        if schema === Slot.schema {
            return { record, node, examination in
                guard let start = examination.slot.start, let end = examination.slot.end, start.isDay != end.isDay,
                    let value = record.first(SlotTimes.fields.end, of: node)
                else { return }
                examination.report(.mixedDayAndTime, message(start), field: SlotTimes.fields.end, at: value)
            }
        }
        guard schema === Override.schema else { return nil }
        return { record, node, examination in
            let times = OverrideTimes(record, node, of: examination.slot)
            guard let start = times.start, let end = times.end, start.isDay != end.isDay,
                let value = record.first(OverrideTimes.fields.end, of: node)
            else { return }
            examination.report(.mixedDayAndTime, message(start), field: OverrideTimes.fields.end, at: value)
        }
    }

    private static func message(_ start: Moment) -> String {
        start.isDay
            ? "the start is a whole day and the end a time of day"
            : "the start is a time of day and the end a whole day"
    }
}
