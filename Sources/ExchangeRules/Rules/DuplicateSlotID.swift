import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// Two slots of an event bear the same id.
    ///
    /// The UID in the calendar is made of both ids: the second slot would replace the first in every subscriber's
    /// calendar. Give it an id of its own.
    static let duplicateSlotID = Rule.nodes(.duplicateID, of: Event.schema) {
        let slots = Event.schema.position(of: "slots")
        let id = Slot.schema.position(of: "id")
        return { record, node, examination in
            examination.reportRepeated(id, of: slots, in: record, node, .duplicateID) { text in
                "another slot of the event has the id \(text.quoted) already"
            }
        }
    }
}
