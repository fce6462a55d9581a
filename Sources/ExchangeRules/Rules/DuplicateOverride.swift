import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// Two overrides of a slot are for the same day.
    ///
    /// A calendar takes whichever it reads last. Make one of the two.
    static let duplicateOverride = Rule.nodes(.duplicateID, of: Slot.schema) {
        let on = Override.schema.position(of: "on")
        return { record, node, examination in
            examination.reportRepeated(on, of: SlotTimes.fields.overrides, in: record, node, .duplicateID) { text in
                "another override of the slot is for \(LocalDate(text)?.words ?? text.quoted) already"
            }
        }
    }
}
