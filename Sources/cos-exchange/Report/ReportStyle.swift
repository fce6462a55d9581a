/// How findings are told.
enum ReportStyle: String, CaseIterable, Sendable {
    case text, short, json, jsonl, sarif, junit, github, csv, html

    /// For whom, in a few words.
    var summary: String {
        switch self {
        case .text: "for people, with the line in question"
        case .short: "a line each, for editors"
        case .json: "for programs, one document"
        case .jsonl: "for programs, a finding a line"
        case .sarif: "for code scanning (SARIF 2.1.0)"
        case .junit: "for test reports, a case for each rule and file"
        case .github: "for the log of GitHub Actions, as annotations"
        case .csv: "for spreadsheets, a row a finding"
        case .html: "a page to print or send, without scripts"
        }
    }

    func form(colour: Colour = .off, language: InterfaceLanguage = .english) -> any ReportForm {
        switch self {
        case .text: TextReport(colour: colour)
        case .short: ShortReport()
        case .json: JSONReport()
        case .jsonl: JSONLinesReport()
        case .sarif: SARIFReport()
        case .junit: JUnitReport()
        case .github: GitHubReport()
        case .csv: TableReport()
        case .html: HTMLReport(language: language)
        }
    }
}

/// A way of telling what was found: what is written for each input as soon as it has been read, and what at the end.
protocol ReportForm {
    /// What is written when an input has been read. A terse form leaves out that nothing was found.
    func text(of input: ReportedInput, isTerse: Bool) -> String
    /// What is written when all have been.
    func ending(of run: ReportedRun) -> String
}

extension ReportForm {
    func text(of input: ReportedInput, isTerse: Bool) -> String { "" }
    func ending(of run: ReportedRun) -> String { "" }
}
