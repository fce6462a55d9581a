import ExchangeBytes
import ExchangeModel

/// When an override says that it happens: by its own start, or by that of its slot on its day.
struct OverrideTimes {
    let start: Moment?
    let end: Moment?

    static let fields = (
        on: Override.schema.position(of: "on"), start: Override.schema.position(of: "start"),
        end: Override.schema.position(of: "end")
    )

    init(_ record: borrowing Record, _ node: Record.Node, of slot: SlotTimes) {
        end = record.first(Self.fields.end, of: node).flatMap { Moment(record[$0.text]) }
        if let value = record.first(Self.fields.start, of: node) {
            start = Moment(record[value.text])
            return
        }
        guard end != nil, let usual = slot.start,
            let day = record.first(Self.fields.on, of: node).flatMap({ LocalDate(record[$0.text]) })
        else {
            start = nil
            return
        }
        switch usual {
        case .day: start = .day(day)
        case .time(let time):
            start = LocalDateTime(day, hour: time.hour, minute: time.minute, second: time.second).map(Moment.time)
        }
    }
}

extension Moment {
    var isDay: Bool { if case .day = self { true } else { false } }

    /// Whether it is earlier than another of the same form; of a day and a time neither is.
    func isBefore(_ other: Moment) -> Bool {
        switch (self, other) {
        case (.day(let left), .day(let right)): left < right
        case (.time(let left), .time(let right)): left < right
        case (.day, .time), (.time, .day): false
        }
    }

    /// That an end lies before its start.
    static func message(end: Moment, start: Moment) -> String {
        if case .time(let last) = end, case .time(let first) = start, last.date == first.date {
            return "the end is at \(last.clock), before the start at \(first.words)"
        }
        return "the end is \(end.words), before the start, \(start.words)"
    }
}
