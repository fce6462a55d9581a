import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// A reference names a record that is not in the exchange, or one of another type, or the record itself.
    ///
    /// A partner cannot place the event on its map and drops it. Mend the id; for a record that somebody else keeps write
    /// its absolute URI.
    static let danglingReference = Rule.values(.danglingReference, .wrongKindReference, .circularReference) { field in
        switch field.kind {
        case .scalar(.reference(let type)), .list(.reference(let type)), .participations(let type):
            let wanted = type.ordinal
            return { record, value, examination in
                examination.refer(to: record[value.text], of: wanted, by: value, in: record)
            }
        case .scalar(.typedReference), .list(.typedReference):
            return { record, value, examination in examination.referToTyped(value, in: record) }
        default: return nil
        }
    }
}
