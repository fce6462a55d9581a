import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// What takes the place of an occurrence ends before it begins.
    ///
    /// An override that gives no start of its own begins when the slot does. Most calendars refuse such an entry. Mend the
    /// end, or give both.
    static let overrideEndBeforeStart = Rule.nodes(.endBeforeStart, of: Override.schema) {
        let fields = OverrideTimes.fields
        return { record, node, examination in
            let times = OverrideTimes(record, node, of: examination.slot)
            guard let start = times.start, let end = times.end, let last = record.first(fields.end, of: node),
                end.isBefore(start)
            else { return }
            let related = record.first(fields.start, of: node).map { first in
                Diagnostic.Related("the start", at: examination.location(of: fields.start, at: first))
            }
            examination.report(
                .endBeforeStart, Moment.message(end: end, start: start), field: fields.end, at: last,
                related: related.map { [$0] } ?? [])
        }
    }
}
