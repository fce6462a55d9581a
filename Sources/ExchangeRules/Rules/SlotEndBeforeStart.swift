import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// A slot ends before it begins, or a repetition before its first time.
    ///
    /// Most calendars refuse such an entry, the others show it on the wrong day. Something that goes on past midnight ends
    /// on the next day.
    static let slotEndBeforeStart = Rule.nodes(.endBeforeStart, of: Slot.schema) {
        let fields = SlotTimes.fields
        return { record, node, examination in
            guard let start = examination.slot.start, let first = record.first(fields.start, of: node) else { return }
            if let end = examination.slot.end, let last = record.first(fields.end, of: node), end.isBefore(start) {
                examination.report(
                    .endBeforeStart, Moment.message(end: end, start: start), field: fields.end, at: last,
                    related: [Diagnostic.Related("the start", at: examination.location(of: fields.start, at: first))])
            }
            guard let until = examination.slot.until, let last = record.first(fields.until, of: node) else { return }
            guard until.isBefore(start) || until.date < start.date else { return }
            examination.report(
                .endBeforeStart, "the repetition ends on \(until.date.words), before the first time, \(start.words)",
                field: fields.until, at: last,
                related: [Diagnostic.Related("the start", at: examination.location(of: fields.start, at: first))])
        }
    }
}
