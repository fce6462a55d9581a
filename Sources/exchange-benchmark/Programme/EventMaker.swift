import ExchangeModel

/// The events of the invented programme, each the same in programmes of every size.
struct EventMaker {
    private let index: Int
    private var random: RandomSource

    /// The event of that number, counted from 0.
    static func event(_ index: Int) -> Event {
        var maker = EventMaker(index: index, random: RandomSource(seed: 0xC0FF_EE00_0000 &+ UInt64(index)))
        return maker.event()
    }

    private mutating func event() -> Event {
        var event = Event()
        event.id = Catalogue.id("event", index)
        event.edition = "edition-2026"
        let theme = random.pick(Vocabulary.themes)
        words(theme, to: &event)
        event.kind = theme.kind
        event.strand = theme.kind == "opening" ? "main" : "collateral"
        event.status = random.chance(96) ? "scheduled" : random.pick(["cancelled", "postponed"])
        let place = random.below(Catalogue.places)
        event.places = [Catalogue.id("place", place)]
        if random.chance(4) { event.places.append(Catalogue.id("place", (place + 6) % Catalogue.places)) }
        if random.chance(8) { event.online = ["https://live.studi-aperti.example/e/\(index + 1)?lang=it"] }
        for role in ["host", "speaker", "demonstrator"].prefix(1 + random.below(2)) {
            event.artists.append(
                Participation(ref: Catalogue.id("artist", random.below(Catalogue.artists)), role: role))
        }
        event.organisations = [Participation(ref: Catalogue.id("organisation", random.below(6)), role: "organiser")]
        event.disciplines = random.pick(1...2, of: theme.disciplines)
        event.languages = random.chance(60) ? ["it", "en"] : ["it"]
        event.accessible = random.pick(0...2, of: ["step-free-entrance", "accessible-toilet", "seating", "lift"])
        if random.chance(40) { event.hashtags = ["StudiAperti2026"] }
        event.timeZone = Catalogue.city[Catalogue.cityIndex(ofPlace: place)].zone
        event.isFree = random.chance(80)
        event.booking = random.pick(["none", "none", "recommended", "required"])
        if random.chance(30) { event.capacity = 10 + random.below(90) }
        event.revision = random.below(4)
        event.url = "https://www.studi-aperti.example/2026/e/\(index + 1)"
        event.updated = "2026-01-\(10 + random.below(20))T\(10 + random.below(12)):\(10 + random.below(50)):00Z"
        if random.chance(8) {
            event.extras = [
                Extra(name: "ticketDesk", json: "{\"counter\":\"B\",\"open\":[9.5,18],\"wire\":null}")
            ]
        }
        let slots = random.chance(80) ? 1 : 2
        event.slots = (0..<slots).map { slot($0) }
        return event
    }

    /// Name and description: not everything is translated, and a few events are not in Italian at all.
    private mutating func words(_ theme: Vocabulary.Theme, to event: inout Event) {
        var tags = random.chance(96) ? ["it"] : []
        if tags.isEmpty || random.chance(70) { tags.append("en") }
        if random.chance(35) { tags.append("fr") }
        if random.chance(25) { tags.append("ar") }
        let subject = random.pick(Vocabulary.subjects)
        event.name = Vocabulary.text(zip(theme.titles, subject).map { "\($0): \($1)" }, in: tags)
        guard random.chance(90) else { return }
        let sentences = (0...random.below(4)).map { _ in random.pick(Vocabulary.sentences) }
        let described = tags.filter { _ in random.chance(85) }
        let texts = Vocabulary.languages.indices.map { language in
            sentences.map { $0[language] }.joined(separator: " ")
        }
        event.description = Vocabulary.text(texts, in: described)
    }

    // MARK: Slots

    private mutating func slot(_ number: Int) -> Slot {
        var slot = Slot()
        slot.id = "slot-\(number + 1)"
        let day = Day(number: 20_513 + random.below(260))
        if random.chance(5) {
            slot.start = day.text
            slot.end = day.later(random.below(3)).text
            return slot
        }
        let hour = 9 + random.below(11)
        let times = (start: "T\(Day.pair(hour)):\(random.pick(["00", "15", "30"]))", hours: 1 + random.below(3))
        slot.start = day.text + times.start
        slot.end = "\(day.text)T\(Day.pair(hour + times.hours)):45"
        if random.chance(25) { repetition(from: day, hour: hour, of: &slot) }
        if random.chance(10) { slot.note = Vocabulary.text(random.pick(Vocabulary.sentences), in: ["it"]) }
        return slot
    }

    /// A rule, with days on which it does not hold and days on which it is otherwise.
    private mutating func repetition(from day: Day, hour: Int, of slot: inout Slot) {
        let step = random.pick([1, 7, 7])
        let count = 3 + random.below(8)
        slot.repetition = step == 1 ? "FREQ=DAILY" : "FREQ=WEEKLY"
        if random.chance(50) { slot.count = count } else { slot.until = day.later(step * (count - 1)).text }
        if random.chance(35) {
            slot.exceptions = [day.later(step).text]
            if count > 5 { slot.exceptions.append(day.later(step * 4).text) }
        }
        guard random.chance(35) else { return }
        var override = Override()
        let changed = day.later(step * 2)
        override.on = changed.text
        if random.chance(25) {
            override.status = "cancelled"
        } else {
            override.start = "\(changed.text)T\(Day.pair(hour)):40"
            override.end = "\(changed.text)T\(Day.pair(hour + 1)):50"
        }
        override.note = Vocabulary.text(random.pick(Vocabulary.sentences), in: ["it", "en"])
        slot.overrides = [override]
    }
}

/// A day as the programme writes it.
private struct Day {
    /// Counted from 1970-01-01.
    let number: Int

    var text: String { LocalDate(dayNumber: number)?.text ?? "" }

    func later(_ days: Int) -> Day { Day(number: number + days) }

    static func pair(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
