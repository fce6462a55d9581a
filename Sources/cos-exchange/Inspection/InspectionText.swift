import ExchangeModel

/// What is in an exchange, for people: a table of the records, and under it what is worth knowing of some of them.
struct InspectionText {
    let inspection: Inspection
    let width: Int

    private static let column = 25

    var text: String {
        var parts = [heading]
        parts += tables
        parts.append(section("LANGUAGES", [("that the header lacks", otherLanguages)]))
        parts.append(section("EVENTS", events))
        parts.append(section("PLACES", places))
        parts.append(section("ARTISTS", [("by kind", words(inspection.artistKinds))]))
        parts.append(section("MEDIA", [("by kind", words(inspection.mediaKinds))]))
        parts.append(section("NOT IN THE SCHEMA", [("kept as they are", words(inspection.extras))]))
        return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    private var heading: [String] {
        let name = inspection.name.map { Escaped.quoted($0) }
        let id = inspection.id.map { name == nil ? Escaped.text($0) : "(\(Escaped.text($0)))" }
        var facts = inspection.generated.map { ["made \(Escaped.text($0))"] } ?? []
        if let licence = inspection.licence { facts.append("licence \(Escaped.text(licence))") }
        let lines = [[name, id].compactMap { $0 }.joined(separator: " "), facts.joined(separator: ", ")]
        return lines.filter { !$0.isEmpty }
    }

    // MARK: Records and languages

    /// A line for each type, a column for each language; in several tables where they would be too wide for one.
    private var tables: [[String]] {
        var columns = languages.map { language in
            [Escaped.text(language, limit: 20)]
                + sections.map { section in section.languages[language] }.map { $0 == 0 ? "–" : "\($0)" }
        }
        let types = ["RECORDS"] + present.map { RecordType.allCases[$0].rawValue }
        let fixed = [
            ["count"] + sections.map { "\($0.records)" }, ["texts"] + sections.map { "\($0.texts)" },
        ]
        var tables: [[String]] = []
        repeat {
            var chosen = fixed
            while let column = columns.first, Self.width(types, chosen + [column]) <= width || chosen.count == 2 {
                chosen.append(column)
                columns.removeFirst()
            }
            tables.append(Self.table(types, chosen))
        } while !columns.isEmpty
        return tables
    }

    private var present: [Int] { inspection.sections.indices.filter { inspection.sections[$0].records > 0 } }
    private var sections: [Inspection.Section] { present.map { inspection.sections[$0] } }

    /// The languages of the header, or else those of the texts.
    private var languages: [String] {
        inspection.languages.isEmpty ? inspection.textLanguages.ordered.map(\.word) : inspection.languages
    }

    /// How many texts there are in languages that have no column.
    private var otherLanguages: String {
        let others = inspection.textLanguages.ordered.filter { !languages.contains($0.word) }
        return others.map(Self.words).joined(separator: ", ")
    }

    private static func width(_ first: [String], _ columns: [[String]]) -> Int {
        ([first] + columns).map { $0.map(\.count).max() ?? 0 }.reduce(2 * columns.count, +)
    }

    private static func table(_ first: [String], _ columns: [[String]]) -> [String] {
        let margin = first.map(\.count).max() ?? 0
        let widths = columns.map { $0.map(\.count).max() ?? 0 }
        return first.indices.map { row in
            let start = first[row] + blanks(margin - first[row].count)
            return zip(columns, widths).reduce(start) { line, cell in
                line + "  " + blanks(cell.1 - cell.0[row].count) + cell.0[row]
            }
        }
    }

    private static func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

    // MARK: Sections

    private var events: [(String, String)] {
        let days = inspection.days
        var lines: [(String, String)] = []
        if let first = days.first, let last = days.last {
            lines.append(("first day", words(first)))
            lines.append((days.endless == 0 ? "last day" : "last day known", words(last)))
        }
        if days.slots > 0 {
            var words = "\(days.slots)"
            if days.repeating > 0 { words += ", \(days.repeating) of them repeating" }
            if days.endless > 0 { words += ", \(days.endless) without end" }
            lines.append(("slots", words))
        }
        if days.overrides > 0 { lines.append(("overrides", "\(days.overrides)")) }
        if inspection.eventsWithoutSlot > 0 { lines.append(("without a slot", "\(inspection.eventsWithoutSlot)")) }
        lines.append(("time zones", words(inspection.zones)))
        lines.append(("by kind", words(inspection.eventKinds)))
        lines.append(("by strand", words(inspection.strands)))
        lines.append(("by status", words(inspection.statuses)))
        return lines
    }

    private var places: [(String, String)] {
        [
            ("by kind", words(inspection.placeKinds)), ("by precision", words(inspection.precisions)),
            ("without coordinates", words(inspection.pointless)),
        ]
    }

    private func words(_ day: LocalDate) -> String {
        let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        // 1970-01-01 was a Thursday.
        let weekday = names[((day.dayNumber + 3) % 7 + 7) % 7]
        return "\(weekday) \(day.text)"
    }

    private func words(_ counts: Counts) -> String {
        let others = counts.others > 0 ? [Self.words("others", counts.others)] : []
        return (counts.ordered.map(Self.words) + others).joined(separator: ", ")
    }

    /// A word and how often it was met, between them a blank at which no line is broken.
    private static func words(_ word: String, _ count: Int) -> String { "\(Escaped.text(word))\u{A0}\(count)" }

    private func section(_ title: String, _ lines: [(label: String, words: String)]) -> [String] {
        let lines = lines.filter { !$0.words.isEmpty }
        if lines.isEmpty { return [] }
        return [title]
            + lines.flatMap { line in
                let start = "  " + line.label + Self.blanks(Self.column - 2 - line.label.count)
                let wrapped = HelpPage.wrap(Self.blanks(Self.column) + line.words, to: width, indent: Self.column)
                guard let first = wrapped.first else { return [start] }
                return ([start + first.dropFirst(Self.column)] + wrapped.dropFirst()).map { line in
                    String(line.map { $0 == "\u{A0}" ? " " : $0 })
                }
            }
    }
}
