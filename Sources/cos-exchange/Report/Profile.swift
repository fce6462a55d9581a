import ExchangeDiagnostics

/// For whom an exchange is looked at, which decides how much a finding matters.
enum Profile: String, CaseIterable {
    /// Somebody is still typing: what is only missing may come yet.
    case draft
    /// It is about to go out.
    case publish

    /// How much a finding matters here. A rule that judges a case more mildly than its code is not overruled.
    func severity(of diagnostic: Diagnostic) -> Severity {
        switch self {
        case .draft: min(diagnostic.severity, diagnostic.code.draftSeverity)
        case .publish: diagnostic.severity
        }
    }
}
