import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// A zone that the tz database does not have.
    ///
    /// Nobody can tell when the event is. Names of Windows, abbreviations and offsets will not do, for they do not know
    /// when the clocks change. Write the name of the database: `Europe/Rome`, `Africa/Cairo`.
    static let unknownTimeZone = Rule.values(.unknownTimeZone) { field in
        guard case .scalar(.timeZone) = field.kind else { return nil }
        return { record, value, examination in
            let name = record[value.text]
            if examination.zones.contains(name) { return }
            let known = examination.zoneNames
            let text = name.text
            let ending = "/" + text.lowercased()
            var meant = known.filter { $0.lowercased() == text.lowercased() }
            if meant.isEmpty, name.count > 2 { meant = known.filter { $0.lowercased().hasSuffix(ending) } }
            if meant.isEmpty { meant = known.nearest(to: text) }
            examination.report(
                .unknownTimeZone, "there is no time zone \(name.quoted)", at: value, in: record,
                suggestions: Array(meant.prefix(3)))
        }
    }
}
