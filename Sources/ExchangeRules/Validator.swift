import ExchangeDiagnostics
import ExchangeModel

/// Says what is wrong with an exchange, a record at a time.
///
/// Records are handed over in the order in which a source gives them: the header first, the others in canonical order.
/// What can be said of a record is said at once; references to records that come later wait until those have come, the
/// last until `finish`. What is wrong with the octets or with a value's type is the reader's to say.
///
/// It keeps no record: 24 octets at most for each, and of each type the first 4,096 ids as they are written.
public struct Validator: ~Copyable {
    private var examination: Examination
    private let plans: [Plan]
    private let sectionChecks: [Rule.SectionCheck]
    /// How many types are complete, in canonical order.
    private var completed = 0

    /// A validator of one exchange.
    public init(zones: ZoneDatabase = ZoneDatabase(), rules: [Rule] = Rule.all) {
        examination = Examination(zones: zones)
        plans = RecordType.allCases.map { Plan($0.schema, rules) }
        sectionChecks = rules.compactMap { rule in
            if case .sections(let check) = rule.scope { check } else { nil }
        }
    }

    /// Hands over what is wrong with a record, in the order of its input, and with others that waited for it.
    public mutating func check(_ record: borrowing Record, report: (Diagnostic) -> Void) {
        guard let place = place(of: record.schema) else { return }
        complete(upTo: place, report: report)
        examination.begin(record, RecordType.allCases[place])
        plans[place].walk(record, .root, &examination)
        guard !examination.findings.isEmpty else { return }
        let subject = record.subject(of: examination.type)
        for var finding in examination.takeFindings() {
            finding.subject = subject
            report(finding)
        }
    }

    /// Hands over what could not be said before all records had been seen.
    public mutating func finish(report: (Diagnostic) -> Void) {
        complete(upTo: RecordType.allCases.count, report: report)
    }

    private func place(of schema: Schema) -> Int? {
        if plans[examination.ordinal].schema === schema { return examination.ordinal }
        return plans.firstIndex { $0.schema === schema }
    }

    /// Has the rules look at what they remember of each type behind which the records now are.
    private mutating func complete(upTo place: Int, report: (Diagnostic) -> Void) {
        while completed < place {
            for check in sectionChecks { check(RecordType.allCases[completed], &examination) }
            for finding in examination.takeFindings() { report(finding) }
            completed += 1
        }
    }
}
