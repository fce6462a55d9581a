import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

/// What must be known of an exchange before the first event is written: names of places, pictures of events, and which
/// zones and years the time zones must cover.
///
/// Its memory grows with the number of places and of pictures of events; not with that of events.
struct CalendarSurvey: ~Copyable {
    var gazetteer = Gazetteer()
    var pictures = Pictures()
    /// The zones in use in the order in which they are met, and the years for which their clocks matter.
    private(set) var zones: [(zone: Zone, years: ClosedRange<Int>)] = []
    /// How many events have nothing that a calendar can show.
    private(set) var hiddenEvents = 0

    private let fields: CalendarFields
    /// How far an endless rule is looked after, counted from its first year.
    private static let endlessYears = 25
    /// How far one that ends is, which for some zones makes a line or more a year.
    private static let mostYears = 100

    init(_ fields: CalendarFields) { self.fields = fields }

    /// What the survey wants to read.
    static let selection = Selection.header.with(.city, ["id", "name"])
        .with(.place, ["id", "kind", "name", "street", "postcode", "city", "latitude", "longitude", "precision"])
        .with(.media, ["kind", "url", "about", "mediaType"])
        .with(.event, eventFields)

    /// What it wants to read of events, be it at a glance: the first fault must be the same in both.
    static let eventFields = ["id", "name", "status", "timeZone", "slots"]

    /// Looks at an event of which only what is glanced at was read; false if something has to be said of it.
    mutating func glance(at event: borrowing Record, _ clock: inout CalendarClock) -> Bool {
        var isQuiet = true
        self.event(event, &clock) { _ in isQuiet = false }
        return isQuiet
    }

    mutating func add(
        _ record: borrowing Record, _ languages: borrowing LanguageRange, _ clock: inout CalendarClock,
        report: (Diagnostic) -> Void
    ) {
        if record.schema === Event.schema {
            event(record, &clock, report: report)
        } else if record.schema === Place.schema {
            gazetteer.add(place: record, fields, languages)
        } else if record.schema === City.schema {
            gazetteer.add(city: record, fields, languages)
        } else if record.schema === Media.schema {
            pictures.add(record, fields)
        }
    }

    private mutating func event(
        _ event: borrowing Record, _ clock: inout CalendarClock, report: (Diagnostic) -> Void
    ) {
        if let obstacle = clock.look(at: event) {
            hiddenEvents += 1
            report(.notVisible(obstacle.sentence, event, at: event.offset, path: ""))
            return
        }
        let zone = clock.zone
        var slot = event.first(fields.event.slots)
        var index = 0
        while let current = slot {
            slot = event.next(current)
            switch clock.showings[index] {
            case .failure(let obstacle):
                report(.notVisible(obstacle.sentence, event, at: current.offset, path: "/slots/\(index)"))
            case .success(let showing):
                if showing.times.isEndMadeUp { report(.endMadeUp(event, at: current.offset, path: "/slots/\(index)")) }
                if let zone, !showing.times.isWholeDays || hasTimes(current.child, event) {
                    cover(years(of: current.child, event, showing), of: zone)
                }
            }
            index += 1
        }
    }

    /// Whether an override gives a slot of whole days a time of day.
    private func hasTimes(_ slot: Record.Node, _ event: borrowing Record) -> Bool {
        var override = event.first(fields.slot.overrides, of: slot)
        while let current = override {
            override = event.next(current)
            let start = event.first(fields.override.start, of: current.child).flatMap { Moment(event[$0.text]) }
            if case .time = start { return true }
        }
        return false
    }

    private mutating func cover(_ years: ClosedRange<Int>, of zone: Zone) {
        guard let index = zones.firstIndex(where: { $0.zone === zone || $0.zone.name == zone.name }) else {
            return zones.append((zone, years))
        }
        let known = zones[index].years
        if known.lowerBound <= years.lowerBound, known.upperBound >= years.upperBound { return }
        let (first, last) = (min(known.lowerBound, years.lowerBound), max(known.upperBound, years.upperBound))
        zones[index].years = first...last
    }

    /// The years in which a slot has its occurrences, overrides among them.
    private func years(
        of slot: Record.Node, _ event: borrowing Record, _ showing: CalendarClock.Showing
    ) -> ClosedRange<Int> {
        let start = showing.times.start.date
        var (first, last) = (start.year, showing.times.end.date.year)
        if let recurrence = showing.rule?.recurrence {
            let until = event.first(fields.slot.until, of: slot).flatMap { Moment(event[$0.text]) }?.date
            let count = event.first(fields.slot.count, of: slot).flatMap { Int(event[$0.text].text) }
            let end = until ?? (count.flatMap { recurrence.lastDay(from: start, count: $0) })
            let years = end.map { min($0.year, start.year + Self.mostYears) } ?? start.year + Self.endlessYears
            last = max(last, min(years, 9999))
        }
        event.each(fields.slot.overrides, of: slot) { override in
            for field in [fields.override.start, fields.override.end] {
                guard let moment = event.first(field, of: override.child).flatMap({ Moment(event[$0.text]) }) else {
                    continue
                }
                (first, last) = (min(first, moment.date.year), max(last, moment.date.year))
            }
        }
        return first...max(first, last)
    }
}
