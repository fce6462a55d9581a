import ExchangeFormats

extension Fault {
    /// Whether a format cannot have the fault: what it was planted in comes back whole.
    static func isHealed(_ fault: Fault, by format: Format) -> Bool { false }

    /// The faults that the XML Schema does not find, each with the reason.
    static let notInXMLSchema: [String: String] = [:]

    /// The faults that a Data Package does not show, each with the reason.
    static let notInTables: [String: String] = [:]
}
