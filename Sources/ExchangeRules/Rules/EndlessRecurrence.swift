import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// A repetition that nothing ends.
    ///
    /// It stays in visitors' calendars for years after the edition, and a partner's programme is never over. Give `until`,
    /// the last day, or `count`.
    static let endlessRecurrence = Rule.nodes(.endlessRecurrence, of: Slot.schema) {
        let fields = SlotTimes.fields
        return { record, node, examination in
            guard let value = record.first(fields.rule, of: node), record.first(fields.until, of: node) == nil,
                record.first(fields.count, of: node) == nil, !record.hasExtra("until", of: node, Slot.schema),
                !record.hasExtra("count", of: node, Slot.schema)
            else { return }
            examination.report(
                .endlessRecurrence, "nothing ends the repetition: neither until nor count is given",
                field: fields.rule, at: value)
        }
    }
}
