import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// The first start is none of the days that its rule gives.
    ///
    /// RFC 5545 section 3.8.5.3 leaves open whether such a first day counts: some calendars show it, some do not. Begin on
    /// the first day of the rule, or make a slot of the odd day.
    static let startOffRecurrence = Rule.nodes(.startOffRecurrence, of: Slot.schema) {
        { record, node, examination in
            guard let start = examination.slot.start, let rule = examination.slot.recurrence,
                let value = record.first(SlotTimes.fields.start, of: node),
                !rule.contains(start.date, from: start.date)
            else { return }
            let next = rule.occurrences(from: start.date, count: 1).first { _ in true }
            let words = next.map { ", which begins with \($0.words)" } ?? ", which gives no day at all"
            examination.report(
                .startOffRecurrence, "the first time, \(start.date.words), is no day of the rule\(words)",
                field: SlotTimes.fields.start, at: value)
        }
    }
}
