import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

/// Whom somebody should call who has to mend a record.
struct Contact: Hashable {
    let name: String
    /// How to reach them, if the exchange says so; of people it is not repeated here.
    let reach: String
}

/// Finds out while records go by who answers for those that have findings.
///
/// For an organisation, an artist or a place that is they; for what organisations take part in, the first of these, or
/// else the first of the artists; for everything else, who publishes the exchange.
struct Contacts {
    private var known: [String: Contact] = [:]
    private var responsible: [String: String] = [:]
    private var publisher = ""

    /// More than this are not kept.
    private static let limit = 1 << 14

    /// Takes up a record; `hasFindings` is whether somebody may have to mend it.
    mutating func see(_ record: borrowing Record, hasFindings: Bool) {
        let schema = record.schema
        if schema === Exchange.schema { publisher = Self.text(of: "publisher", in: record) ?? "" }
        let isParty = schema === Organisation.schema || schema === Artist.schema
        guard isParty || hasFindings, known.count < Self.limit, responsible.count < Self.limit else { return }
        let own = Self.text(of: "id", in: record).map { "\(schema.name)/\($0)" }
        if let own, isParty || schema === Place.schema, let name = Self.text(of: "name", in: record) {
            let ways = schema === Artist.schema ? [] : ["email", "telephone"]
            let reach = ways.compactMap { Self.text(of: $0, in: record) }.joined(separator: " · ")
            known[own] = Contact(name: name, reach: reach)
        }
        guard hasFindings, let own else { return }
        responsible[own] = Self.party(of: record) ?? own
    }

    /// Who answers for a record.
    func contact(for subject: Diagnostic.Subject?) -> Contact? {
        let own = subject.flatMap { subject in subject.id.map { "\(subject.kind)/\($0)" } }
        return own.flatMap { known[responsible[$0] ?? $0] } ?? known["organisation/\(publisher)"]
    }

    private static func party(of record: borrowing Record) -> String? {
        text(of: "organisations", in: record).map { "organisation/\($0)" }
            ?? text(of: "artists", in: record).map { "artist/\($0)" }
    }

    private static func text(of field: String, in record: borrowing Record) -> String? {
        guard let index = record.schema.index(of: field), record.schema.shapes[index] != .children,
            let value = record.first(index), !value.text.isEmpty
        else { return nil }
        return record[value.text].text
    }
}
