import ExchangeDiagnostics

/// From which finding on the tool answers 1.
struct Verdict: Equatable {
    /// The least severity that matters; nil where none does.
    var threshold: Severity? = .error
    /// More warnings than this matter too.
    var warningLimit: Int?
    /// Whether anything that is lost matters.
    var isStrict = false

    func exitCode(for tally: Tally) -> ExitCode {
        if let warningLimit, tally.count(.warning) > warningLimit { return .findings }
        if isStrict, tally.losses > 0 { return .findings }
        guard let threshold else { return .success }
        return Severity.allCases.contains { $0 >= threshold && tally.count($0) > 0 } ? .findings : .success
    }
}
