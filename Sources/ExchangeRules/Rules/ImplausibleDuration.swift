import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// Something that visitors go to lasts longer than sixteen hours at a stretch.
    ///
    /// Mostly the end is on the wrong day, or a morning is an evening. An exhibition of many days has whole days, or
    /// repeats its hours; exhibitions, fairs and residencies may last.
    static let implausibleDuration = Rule.nodes(.implausibleDuration, of: Event.schema) {
        let (kind, slots) = (Event.schema.position(of: "kind"), Event.schema.position(of: "slots"))
        let fields = SlotTimes.fields
        return { record, node, examination in
            if let value = record.first(kind, of: node), record[value.text].isLasting { return }
            var place = 0
            record.each(slots, of: node) { slot in
                defer { place += 1 }
                guard let first = record.first(fields.start, of: slot.child),
                    let last = record.first(fields.end, of: slot.child),
                    let start = LocalDateTime(record[first.text]), let end = LocalDateTime(record[last.text])
                else { return }
                let minutes = (end.wallSeconds - start.wallSeconds) / 60
                guard minutes > 16 * 60 else { return }
                examination.report(
                    .implausibleDuration, "it lasts \(minutes / 60) hours at a stretch, until \(end.words)",
                    field: slots,
                    at: last, element: place, member: fields.end)
            }
        }
    }
}

extension Bytes {
    fileprivate var isLasting: Bool { equals("exhibition") || equals("fair") || equals("residency") }
}
