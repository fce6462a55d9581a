/// The rules of all zones as they stood at one release of the database, for machines that have none.
///
/// A rule tells the present and the years to come, not the past; and that of Africa/Casablanca and Africa/El_Aaiun does
/// not tell the month of Ramadan, in which their clocks are put back by an hour.
enum EmbeddedZones {
    /// The release that the table was taken from.
    static var release: String { EmbeddedZoneTable.release }

    /// The rule of a zone as POSIX spells it, or nil if there is no such zone.
    static func rule(of name: String) -> String? {
        for line in EmbeddedZoneTable.rules.split(separator: "\n") {
            let words = line.split(separator: " ")
            if let rule = words.first, words.dropFirst().contains(where: { $0 == name }) { return String(rule) }
        }
        return nil
    }

    /// The names of all zones and links, sorted.
    static func names() -> [String] {
        EmbeddedZoneTable.rules.split(separator: "\n").flatMap { $0.split(separator: " ").dropFirst() }
            .map(String.init).sorted()
    }
}
