import ExchangeDiagnostics
import ExchangeFormats

/// The findings about one run's inputs, told at the end of each input or in one document, in as many forms as are asked
/// for.
///
/// Of each code only the first few are kept and told. All are counted.
final class Report {
    /// A form, and where what it says goes.
    struct Outlet {
        let form: any ReportForm
        let write: (String) throws -> Void

        init(_ form: any ReportForm, write: @escaping (String) throws -> Void) {
            self.form = form
            self.write = write
        }
    }

    private let outlets: [Outlet]
    private let limit: Int
    private let least: Severity
    private let tellsLosses: Bool
    private let isTerse: Bool
    private let terms: ReportTerms
    /// Who answers for which record of the input at hand.
    var contacts = Contacts()
    private var inputs: [ReportedInput] = []
    /// Of the input at hand.
    private var kept: [Diagnostic] = []
    private var hidden: [Code: Int] = [:]
    private(set) var current = Tally()
    /// Of all inputs that have ended.
    private(set) var total = Tally()

    /// `limit` is how many findings of one code are told about one input, and `least` what is told at all; losses may be
    /// told whatever they are. Where nothing is, a terse report does not say so.
    init(
        to outlets: [Outlet], limit: Int = 100, least: Severity = .note, tellsLosses: Bool = false,
        isTerse: Bool = false, terms: ReportTerms = ReportTerms()
    ) {
        self.outlets = outlets
        self.limit = limit
        self.least = least
        self.tellsLosses = tellsLosses
        self.isTerse = isTerse
        self.terms = terms
    }

    /// A report in one form.
    convenience init(
        _ style: ReportStyle, colour: Colour = .off, limit: Int = 100, least: Severity = .note,
        tellsLosses: Bool = false, isTerse: Bool = false, write: @escaping (String) throws -> Void
    ) {
        self.init(
            to: [Outlet(style.form(colour: colour), write: write)], limit: limit, least: least,
            tellsLosses: tellsLosses, isTerse: isTerse)
    }

    /// Takes up a finding about the input at hand; its line is found later.
    func add(_ diagnostic: Diagnostic) {
        var diagnostic = diagnostic
        diagnostic.severity = terms.profile.severity(of: diagnostic)
        current.add(diagnostic)
        guard tells(diagnostic.code, diagnostic.severity) else { return }
        if current.byCode[diagnostic.code, default: 0] <= limit {
            kept.append(diagnostic)
        } else {
            hidden[diagnostic.code, default: 0] += 1
        }
    }

    /// Takes up how many more findings of a code there were than were told.
    func add(untold count: Int, of code: Code) {
        let severity = terms.profile == .draft ? code.draftSeverity : code.severity
        current.add(untold: count, of: code, severity)
        if tells(code, severity) { hidden[code, default: 0] += count }
    }

    private func tells(_ code: Code, _ severity: Severity) -> Bool {
        severity >= least || tellsLosses && code.isLoss
    }

    /// Ends one input's part. `records` is how many were read, where somebody counted them.
    func endInput(_ input: Input, format: Format, records: Int? = nil) throws {
        current.records = records
        var findings = try Finding.all(kept, in: input, format: format)
        for index in findings.indices {
            findings[index].contact = contacts.contact(for: findings[index].diagnostic.subject)
        }
        let ended = ReportedInput(
            name: input.name, format: format, tally: current, findings: findings, hidden: hidden)
        for outlet in outlets { try tell(outlet.form.text(of: ended, isTerse: isTerse), to: outlet) }
        inputs.append(ended)
        total.add(current)
        current = Tally()
        kept.removeAll()
        hidden.removeAll()
        contacts = Contacts()
    }

    /// Ends the report. What the machine would not do is told apart from what is wrong with the data.
    func end(systemErrors: [String] = []) throws {
        let run = ReportedRun(inputs: inputs, total: total, systemErrors: systemErrors, terms: terms)
        for outlet in outlets { try tell(outlet.form.ending(of: run), to: outlet) }
    }

    private func tell(_ text: String, to outlet: Outlet) throws {
        if !text.isEmpty { try outlet.write(text) }
    }
}
