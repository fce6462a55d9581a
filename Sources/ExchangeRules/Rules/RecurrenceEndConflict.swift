import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// The end of a repetition is given twice, or without a repetition.
    ///
    /// RFC 5545 section 3.3.10 lets a rule have `until` or `count`, never both: calendars refuse it. Keep the one that is
    /// meant, or give the rule.
    static let recurrenceEndConflict = Rule.nodes(.recurrenceEndConflict, of: Slot.schema) {
        let fields = SlotTimes.fields
        return { record, node, examination in
            let until = record.first(fields.until, of: node)
            let count = record.first(fields.count, of: node)
            if let until, let count {
                examination.report(
                    .recurrenceEndConflict, "both until and count say where the repetition ends", field: fields.count,
                    at: count,
                    related: [Diagnostic.Related("until", at: examination.location(of: fields.until, at: until))])
                return
            }
            guard let value = until ?? count, record.first(fields.rule, of: node) == nil,
                !record.hasExtra("repeat", of: node, Slot.schema)
            else { return }
            examination.report(
                .recurrenceEndConflict, "\(until == nil ? "count" : "until") ends a repetition, but there is none",
                field: until == nil ? fields.count : fields.until, at: value)
        }
    }
}
