import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// Booking is required, and nobody knows for how many.
    ///
    /// Whoever wants to book for a group cannot tell whether to try. Give `capacity`, the number of people who may come.
    static let capacityMissing = Rule.nodes(.capacityMissing, of: Event.schema) {
        let (booking, capacity) = (Event.schema.position(of: "booking"), Event.schema.position(of: "capacity"))
        return { record, node, examination in
            guard let value = record.first(booking, of: node), record[value.text].equals("required"),
                record.first(capacity, of: node) == nil, !record.hasExtra("capacity", of: node, Event.schema)
            else { return }
            examination.report(
                .capacityMissing, "booking is required, but the capacity is not given", field: booking, at: value)
        }
    }
}
