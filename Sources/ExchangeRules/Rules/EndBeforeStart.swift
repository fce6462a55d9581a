import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// A slot, an edition or a cooperation ends before it begins.
    ///
    /// Most calendars refuse such an entry, the others show it on the wrong day. The last of whole days is included: one
    /// day has the same date twice. Mend the earlier or the later of the two.
    static let endBeforeStart = Rule.nodes(.endBeforeStart) { schema in
        guard let start = schema.index(of: "start"), let end = schema.index(of: "end") else { return nil }
        guard schema !== Slot.schema, schema !== Override.schema else { return nil }
        return { record, node, examination in
            guard let first = record.first(start, of: node), let last = record.first(end, of: node),
                let from = LocalDate(record[first.text]), let to = LocalDate(record[last.text]), to < from
            else { return }
            examination.report(
                .endBeforeStart, "the end is \(to.words), before the start on \(from.words)", field: end, at: last,
                related: [Diagnostic.Related("the start", at: examination.location(of: start, at: first))])
        }
    }
}
