import ExchangeDiagnostics
import ExchangeFormats

/// What was found in one input.
struct ReportedInput {
    /// As the user named it; `-` is standard input.
    let name: String
    let format: Format?
    let tally: Tally
    /// Of each code the first few, in the order of the input.
    let findings: [Finding]
    /// How many more there were of each code than are told.
    let hidden: [Code: Int]

    /// `programme.json: 3 errors in 2 of 87 records`.
    var summary: String { "\(shownName): \(tally.words)" }

    var shownName: String { name == "-" ? "<standard input>" : Escaped.text(name, limit: 200) }

    /// `… and 17 more of R102 dangling-reference`, a line each.
    var hiddenWords: [String] {
        Code.allCases.compactMap { code in
            hidden[code].map { "… and \($0) more of \(code.rawValue) \(code.slug)" }
        }
    }
}

/// What was found in all inputs of a run.
struct ReportedRun {
    let inputs: [ReportedInput]
    let total: Tally
    /// What the machine would not do, told apart from what is wrong with the data.
    let systemErrors: [String]
    let terms: ReportTerms
}

/// What a run was asked to judge by.
struct ReportTerms: Equatable {
    var profile = Profile.publish
    var verdict = Verdict()

    /// Whether a finding is reason enough for the answer 1.
    func condemns(_ diagnostic: Diagnostic) -> Bool {
        verdict.threshold.map { diagnostic.severity >= $0 } ?? false
    }
}
