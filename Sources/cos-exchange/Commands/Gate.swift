import ExchangeFormats
import ExchangeModel

/// Decides what of an exchange may go out, and counts what may not.
final class Gate {
    private var filter: PrivacyFilter?
    /// How many persons are withheld whole.
    private var persons = 0
    /// Whether consents are judged on no day at all, so that each that ends has ended.
    let isTimeless: Bool
    /// Whether what is withheld is counted: a second calendar withholds the same again.
    var isCounting = true

    /// A gate through which everything may go.
    init() { isTimeless = false }

    /// Looks at who has consented to what. The day decides which consents have ended; nil is the day on which the
    /// exchange was made.
    init(_ source: inout some ExchangeSource & ~Copyable, today: LocalDate?, dropsConsent: Bool) throws {
        isTimeless = try today == nil && !Self.isDated(&source)
        filter = try PrivacyFilter(&source, today: today, dropsConsent: dropsConsent)
    }

    private static func isDated(_ source: inout some ExchangeSource & ~Copyable) throws -> Bool {
        guard let field = Exchange.schema.index(of: "generated") else { return false }
        var isDated = false
        try source.read(.header, report: { _ in }) { header in
            isDated = header.first(field).map { Instant(header[$0.text]) != nil } ?? false
        }
        return isDated
    }

    /// Takes from a record what may not go out, and answers whether it may go out at all.
    func admits(_ record: inout Record, isWritten: Bool = true) -> Bool {
        let isCounted = isWritten && isCounting
        guard let isAdmitted = filter?.admit(&record, isCounted: isCounted) else { return true }
        if !isAdmitted, isCounted, record.schema === Artist.schema { persons += 1 }
        return isAdmitted
    }

    /// Whether anything was withheld.
    var hasWithheld: Bool { remark != nil }

    /// What was withheld, in a sentence; nil where nothing was.
    var remark: String? {
        guard let tally = filter?.tally, tally.values > 0 else { return nil }
        let values = tally.values == 1 ? "1 value" : "\(tally.values) values"
        let records = tally.records == 1 ? "1 record" : "\(tally.records) records"
        let whole = persons == 0 ? "" : ", among them \(persons == 1 ? "1 person" : "\(persons) persons") altogether"
        return "withheld for privacy: \(values) of \(records)\(whole); '--private' withholds nothing"
    }
}
