import ExchangeDiagnostics
import ExchangeFormats
import ExchangeModel
import ExchangeSyntax

/// Reads back what was written, and compares it with what it was written from.
struct Verification {
    private let zones: ZoneDatabase

    init(_ zones: ZoneDatabase) { self.zones = zones }

    /// Remarks that all is the same; or answers what is not.
    func check(
        _ delivery: Delivery, _ format: Format, _ source: inout ReportedSource, _ gate: Gate, _ remarks: inout [String]
    ) throws -> Failure? {
        var records = 0
        for (name, input) in try delivery.written(format) {
            let comparison: Comparison
            do {
                // What we wrote ourselves may be longer than what is let in from others.
                var limits = Limits()
                limits.record = 1 << 30
                limits.string = 1 << 30
                guard var copy = FormatSource(format, input, limits: limits, zones: zones) else { continue }
                comparison = try Comparison(of: &source, with: &copy) { gate.admits(&$0, isWritten: false) }
            } catch let fault as Diagnostic {
                return failure(name, ["it cannot be read: \(Escaped.text(fault.message, limit: 400))"])
            }
            guard comparison.isSame else { return failure(name, Self.lines(comparison)) }
            records = comparison.records
        }
        let count = records == 1 ? "1 record" : "\(records) records"
        remarks.append("verified: \(count), read back and compared field by field, are the same")
        return nil
    }

    private func failure(_ name: String, _ lines: [String]) -> Failure {
        let file = name.isEmpty ? "what was written" : "'\(Escaped.text(name))'"
        return Failure(.software, "\(file) does not read back the same, and was not kept", help: lines)
    }

    private static func lines(_ comparison: Comparison) -> [String] {
        let shown = comparison.differences.prefix(10).map { difference in
            let subject = difference.subject
            let record = Escaped.text(subject.kind) + (subject.id.map { " (\(Escaped.text($0)))" } ?? "")
            let first = difference.first.map { Escaped.quoted($0) } ?? "nothing"
            let second = difference.second.map { Escaped.quoted($0) } ?? "nothing"
            return "\(record) \(Escaped.text(difference.path)): \(first) became \(second)"
        }
        let more = comparison.differentRecords
        return shown + ["\(more) of \(comparison.records) records differ"]
    }
}
