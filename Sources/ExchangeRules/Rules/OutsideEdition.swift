import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// An event takes place before the first or after the last day of its edition.
    ///
    /// Whoever plans by the days of the edition misses it, and mostly it is a slip of the month or the year. Mend the date,
    /// or the days of the edition.
    static let outsideEdition = Rule.nodes(.outsideEdition, of: Event.schema) {
        let (edition, slots) = (Event.schema.position(of: "edition"), Event.schema.position(of: "slots"))
        let fields = SlotTimes.fields
        return { record, node, examination in
            guard let named = record.first(edition, of: node),
                let days = examination.surroundings.days(of: record[named.text]), days.first <= days.last
            else { return }
            var place = 0
            record.each(slots, of: node) { slot in
                defer { place += 1 }
                guard let value = record.first(fields.start, of: slot.child), let start = Moment(record[value.text]),
                    start.date < days.first || start.date > days.last
                else { return }
                let origin = Diagnostic.Location(position: Position(offset: days.offset), path: "/editions")
                let words = "\(days.first.words) to \(days.last.words)"
                examination.report(
                    .outsideEdition, "it begins on \(start.date.words), but its edition lasts from \(words)",
                    field: slots, at: value, element: place, member: fields.start,
                    related: [Diagnostic.Related("the days of the edition", at: origin)])
            }
        }
    }
}
