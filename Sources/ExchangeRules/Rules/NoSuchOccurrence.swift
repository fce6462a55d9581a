import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// A day is excepted or replaced on which nothing takes place.
    ///
    /// Visitors come on a day that should have been left out, or are not told of the other hour. Mostly the day is off by
    /// one, or was moved together with the rest. Mend it, or take it away.
    static let noSuchOccurrence = Rule.nodes(.noSuchOccurrence, of: Slot.schema) {
        let fields = SlotTimes.fields
        let on = Override.schema.position(of: "on")
        return { record, node, examination in
            guard let start = examination.slot.start, examination.slot.fault == nil else { return }
            let slot = examination.slot
            var excepted: [LocalDate] = []
            var place = 0
            record.each(fields.exceptions, of: node) { value in
                defer { place += 1 }
                guard let day = LocalDate(record[value.text]) else { return }
                excepted.append(day)
                guard !slot.happens(on: day, start) else { return }
                examination.report(
                    .noSuchOccurrence, "\(day.words) is excepted, but nothing takes place on it",
                    field: fields.exceptions, at: value, element: place)
            }
            place = 0
            record.each(fields.overrides, of: node) { child in
                defer { place += 1 }
                guard let value = record.first(on, of: child.child), let day = LocalDate(record[value.text]) else {
                    return
                }
                let isExcepted = !excepted.isEmpty && excepted.contains(day)
                guard isExcepted || !slot.happens(on: day, start) else { return }
                examination.report(
                    .noSuchOccurrence,
                    isExcepted
                        ? "\(day.words) is replaced, but it is also excepted"
                        : "\(day.words) is replaced, but nothing takes place on it",
                    field: fields.overrides, at: value, element: place, member: on)
            }
        }
    }
}

extension SlotTimes {
    /// Whether the rule, or the slot itself where it has none, gives a day.
    fileprivate func happens(on day: LocalDate, _ start: Moment) -> Bool {
        guard let recurrence else { return day == start.date }
        return recurrence.contains(day, from: start.date, until: until?.date, count: count)
    }
}
