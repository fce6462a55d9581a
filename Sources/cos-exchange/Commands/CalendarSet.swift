import ExchangeFormats
import ExchangeModel

/// The calendars that one exchange makes in a folder: one for each of its languages.
struct CalendarSet {
    private let options: CalendarOptions
    private let zones: ZoneDatabase

    init(_ options: CalendarOptions, _ zones: ZoneDatabase) {
        self.options = options
        self.zones = zones
    }

    /// Writes a calendar for each language of the exchange, named `<exchange>.<language>.ics`.
    ///
    /// What is found and withheld is the same in each, and is told once.
    func write(
        _ source: inout ReportedSource, to folder: OutputFolder, _ report: Report, _ gate: Gate,
        _ remarks: inout [String]
    ) throws {
        let languages = try Languages(&source)
        guard let id = languages.exchange, !languages.offered.isEmpty else {
            throw Failure(
                .dataError, "calendars in a folder are named after the exchange and its languages, and it has none",
                help: ["give it 'id' and 'languages', or name a file instead of the folder"])
        }
        for (index, tag) in languages.offered.enumerated() {
            var options = options
            options.language = tag
            let output = try folder.add("\(id).\(tag).ics")
            try CalendarExport(options, zones: zones).write(
                &source, sink: output.write, report: { if index == 0 { report.add($0) } }, filter: gate.admits)
            gate.isCounting = false
        }
        remarks.append("\(languages.offered.count) calendars: \(languages.offered.joined(separator: ", "))")
    }
}
