import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// A recurrence rule that RFC 5545 does not know, or that is outside the profile of an exchange.
    ///
    /// The profile gives at most one occurrence a day, so that an exception can be told by its day. Several times a day
    /// are several slots.
    static let invalidRecurrence = Rule.nodes(.invalidRecurrence, of: Slot.schema) {
        { record, node, examination in
            guard let fault = examination.slot.fault, let value = record.first(SlotTimes.fields.rule, of: node) else {
                return
            }
            examination.report(
                .invalidRecurrence, "the rule cannot be kept: \(fault)", field: SlotTimes.fields.rule, at: value)
        }
    }
}
