import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// An event has times of day, but no zone whose clocks they are of.
    ///
    /// A visitor from another city, or a calendar, cannot tell when it begins. Give `timeZone`: `Europe/Rome`.
    static let missingTimeZone = Rule.nodes(.missingRequiredField, of: Event.schema) {
        let (zone, slots) = (Event.schema.position(of: "timeZone"), Event.schema.position(of: "slots"))
        return { record, node, examination in
            guard record.first(zone, of: node) == nil, var slot = record.first(slots, of: node),
                !record.hasExtra(Event.schema.fields[zone].name, of: node, Event.schema)
            else { return }
            while true {
                let start = record.first(SlotTimes.fields.start, of: slot.child)
                let end = record.first(SlotTimes.fields.end, of: slot.child)
                if let time = [start, end].compactMap({ $0 }).first(where: { $0.text.count > 10 }) {
                    let related = Diagnostic.Related("a time of day", at: examination.location(of: slots, at: time))
                    return examination.report(
                        .missingRequiredField, "timeZone is missing, which an event with times of day has", field: zone,
                        related: [related])
                }
                guard let next = record.next(slot) else { return }
                slot = next
            }
        }
    }
}
