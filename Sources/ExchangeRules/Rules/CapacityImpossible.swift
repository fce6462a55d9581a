import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// An event to which nobody may come.
    ///
    /// Booking pages show it as sold out from the first day. Leave `capacity` away where there is no limit.
    static let capacityImpossible = Rule.nodes(.capacityImpossible, of: Event.schema) {
        let capacity = Event.schema.position(of: "capacity")
        return { record, node, examination in
            guard let value = record.first(capacity, of: node), record[value.text].wholeNumber == 0 else { return }
            examination.report(
                .capacityImpossible, "the capacity is 0, so that nobody may come", field: capacity, at: value)
        }
    }
}
