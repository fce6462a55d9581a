import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

/// What is remarked while a record is put together, told when it is whole: findings name the record.
struct CSVRemarks {
    private(set) var counter = DiagnosticCounter()
    private var waiting: [Diagnostic] = []
    /// Whether anything is still to be told.
    var isWaiting: Bool { !waiting.isEmpty }

    /// Remarks something, if it is still to be told.
    mutating func add(
        _ code: Code, at offset: Int, path: @autoclosure () -> String, detail: @autoclosure () -> String? = nil,
        suggestions: @autoclosure () -> [String] = []
    ) {
        guard counter.admits(code) else { return }
        let location = Diagnostic.Location(position: Position(offset: offset), path: path())
        waiting.append(Diagnostic(code, message: detail(), at: location, suggestions: suggestions()))
    }

    /// Tells what waits, about a record.
    mutating func tell(_ record: borrowing Record, of type: RecordType, _ report: (Diagnostic) -> Void) {
        guard !waiting.isEmpty else { return }
        let subject = record.subject(of: type)
        for var diagnostic in waiting {
            diagnostic.subject = subject
            report(diagnostic)
        }
        waiting.removeAll()
    }

    /// Tells what waits, about a file.
    mutating func tell(_ report: (Diagnostic) -> Void) {
        waiting.forEach(report)
        waiting.removeAll()
    }
}
