import ExchangeDiagnostics

/// How many findings there are, by severity, by code and by record, however many of them are printed.
struct Tally {
    private(set) var bySeverity: [Severity: Int] = [:]
    private(set) var byCode: [Code: Int] = [:]
    /// How many records were read, where somebody counted them.
    var records: Int?
    /// Of the input at hand, the records that have findings; and of those before it, how many they were.
    private var hashes: Set<Int> = []
    private var recordsBefore = 0
    /// Whether so many records have findings that it is no longer known how many.
    private(set) var isRecordCountExact = true

    private static let limit = 1 << 16

    mutating func add(_ diagnostic: Diagnostic) {
        bySeverity[diagnostic.severity, default: 0] += 1
        byCode[diagnostic.code, default: 0] += 1
        guard let subject = diagnostic.subject else { return }
        var hasher = Hasher()
        hasher.combine(subject.kind)
        hasher.combine(subject.id)
        if hashes.count < Self.limit { hashes.insert(hasher.finalize()) } else { isRecordCountExact = false }
    }

    /// Adds findings of which nothing is known but their number.
    mutating func add(untold count: Int, of code: Code, _ severity: Severity) {
        bySeverity[severity, default: 0] += count
        byCode[code, default: 0] += count
        isRecordCountExact = false
    }

    /// Adds what was counted in another input.
    mutating func add(_ other: Tally) {
        bySeverity.merge(other.bySeverity, uniquingKeysWith: +)
        byCode.merge(other.byCode, uniquingKeysWith: +)
        recordsBefore += other.recordsWithFindings
        isRecordCountExact = isRecordCountExact && other.isRecordCountExact
        if let more = other.records { records = (records ?? 0) + more }
    }

    var total: Int { bySeverity.values.reduce(0, +) }
    /// How many records have findings.
    var recordsWithFindings: Int { recordsBefore + hashes.count }

    /// How many findings say that something is lost in writing.
    var losses: Int { byCode.reduce(0) { $1.key.isLoss ? $0 + $1.value : $0 } }

    func count(_ severity: Severity) -> Int { bySeverity[severity] ?? 0 }
    func count(_ code: Code) -> Int { byCode[code] ?? 0 }

    /// `3 errors, 12 warnings in 9 of 87 records`.
    var words: String {
        let parts = Severity.allCases.reversed().compactMap { severity -> String? in
            let count = count(severity)
            return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
        }
        guard !parts.isEmpty else { return "no findings" + (records.map { " in \(Self.records($0))" } ?? "") }
        let found = parts.joined(separator: ", ")
        guard recordsWithFindings > 0 else { return found }
        let some = (isRecordCountExact ? "" : "more than ") + String(recordsWithFindings)
        return found + " in "
            + (records.map { "\(some) of \(Self.records($0))" }
                ?? "\(some) \(recordsWithFindings == 1 ? "record" : "records")")
    }

    private static func records(_ count: Int) -> String { "\(count) \(count == 1 ? "record" : "records")" }
}
