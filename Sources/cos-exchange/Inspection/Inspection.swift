import ExchangeBytes
import ExchangeModel

/// What there is in an exchange, counted a record at a time.
///
/// Its memory grows with the different words that are counted, and not with the records.
struct Inspection {
    /// What there is of one type of record.
    struct Section {
        var records = 0
        /// How many texts there are, those of slots and overrides among them.
        var texts = 0
        /// How many of the texts are in each language.
        var languages = Counts()
    }

    /// Of the exchange itself.
    private(set) var id: String?
    private(set) var name: String?
    private(set) var generated: String?
    private(set) var licence: String?
    /// The languages that the header names.
    private(set) var languages: [String] = []

    private(set) var sections = [Section](repeating: Section(), count: RecordType.allCases.count)
    /// How many texts there are in each language.
    private(set) var textLanguages = Counts()
    private(set) var days = EventDays()
    /// Of the events.
    private(set) var eventKinds = Counts()
    private(set) var strands = Counts()
    private(set) var statuses = Counts()
    private(set) var zones = Counts()
    private(set) var eventsWithoutSlot = 0
    /// Of the places.
    private(set) var placeKinds = Counts()
    private(set) var precisions = Counts()
    /// The precisions of those that have no coordinates.
    private(set) var pointless = Counts()
    private(set) var artistKinds = Counts()
    private(set) var mediaKinds = Counts()
    /// What the schema does not know, as `event.x-room` or `event.slots.x-room`.
    private(set) var extras = Counts()

    mutating func add(_ record: borrowing Record) {
        guard let type = RecordType(rawValue: record.schema.name),
            let place = RecordType.allCases.firstIndex(of: type)
        else { return }
        sections[place].records += 1
        walk(record, .root, record.schema, type.rawValue, place)
        switch type {
        case .exchange: header(record)
        case .event: event(record)
        case .place: self.place(record)
        case .artist: Self.count("kind", of: record, in: &artistKinds)
        case .media: Self.count("kind", of: record, in: &mediaKinds)
        default: break
        }
    }

    /// Counts the texts and the extras of a node and of what belongs to it.
    private mutating func walk(
        _ record: borrowing Record, _ node: Record.Node, _ schema: Schema, _ path: String, _ place: Int
    ) {
        for field in schema.shapes.indices {
            var value = record.first(field, of: node)
            guard value != nil else { continue }
            switch schema.shapes[field] {
            case .texts:
                sections[place].texts += 1
                record.each(field, of: node) { version in
                    let language = record[version.label].text
                    sections[place].languages.add(language)
                    textLanguages.add(language)
                }
            case .children:
                guard let child = schema.children[field] else { continue }
                while let current = value {
                    value = record.next(current)
                    walk(record, current.child, child, path + "." + schema.fields[field].name, place)
                }
            default: continue
            }
        }
        record.eachExtra(of: node, schema) { extras.add("\(path).\(record[$0.label].text)") }
    }

    private mutating func header(_ record: borrowing Record) {
        id = Self.value("id", of: record)
        name = Self.value("name", of: record)
        generated = Self.value("generated", of: record)
        licence = Self.value("licence", of: record)
        if let field = record.schema.index(of: "languages") {
            record.each(field) { languages.append(record[$0.text].text) }
        }
    }

    private mutating func event(_ record: borrowing Record) {
        Self.count("kind", of: record, in: &eventKinds)
        strands.add(Self.value("strand", of: record) ?? "main")
        Self.count("status", of: record, in: &statuses)
        if let zone = Self.value("timeZone", of: record) { zones.add(zone) }
        let slots = days.slots
        days.add(record)
        if days.slots == slots { eventsWithoutSlot += 1 }
    }

    private mutating func place(_ record: borrowing Record) {
        Self.count("kind", of: record, in: &placeKinds)
        Self.count("precision", of: record, in: &precisions)
        let hasPoint = ["latitude", "longitude"].allSatisfy { name in
            record.schema.index(of: name).map { record.first($0) != nil } ?? false
        }
        if !hasPoint { pointless.add(Self.value("precision", of: record) ?? Self.none) }
    }

    /// What stands for a word that is not given.
    private static let none = "none"

    private static func count(_ name: String, of record: borrowing Record, in counts: inout Counts) {
        counts.add(value(name, of: record) ?? none)
    }

    private static func value(_ name: String, of record: borrowing Record) -> String? {
        record.schema.index(of: name).flatMap { record.first($0) }.map { record[$0.text].text }
    }
}
