import ExchangeDiagnostics
import ExchangeFormats
import ExchangeModel
import ExchangeSyntax

/// What the published XML schema says of a document, heard only where our own rules have nothing to say.
///
/// One cause, one finding: a violation inside a record about which something has been found is the same cause told in
/// the words of a grammar, and is left out.
final class SchemaWitness {
    private struct Violation {
        let diagnostic: Diagnostic
        /// Where the innermost record begins that holds it, of those read so far.
        var record = -1
        var subject: Diagnostic.Subject?
        var isKnown = false
    }

    private var violations: [Violation] = []

    /// A document in XML, checked against the schema while it streams by.
    init(_ input: Input) throws {
        let check: XMLSchemaCheck
        do {
            // Ids that come twice a rule finds in bounded memory.
            let schema = XMLSchemaWriter(tellsIdentities: false)
            check = try XMLSchemaCheck(Array(schema.text.utf8), namespace: XMLSchemaWriter.namespace)
        } catch let fault as XMLSchemaCheck.SchemaFault {
            throw Failure(.software, "the schema that is built in cannot be used: \(fault)")
        }
        do {
            _ = try check.check(ByteInput { input.source(from: $0) }) { violations.append(Violation(diagnostic: $0)) }
        } catch is Note {
            // What is no XML the reader tells, and at the same place.
        }
    }

    /// Takes up a record, and whether anything was found about it.
    func see(_ record: borrowing Record, hasFindings: Bool) {
        let type = RecordType(rawValue: record.schema.name) ?? .exchange
        for index in violations.indices {
            let offset = violations[index].diagnostic.location.position.offset
            guard record.offset <= offset, record.offset >= violations[index].record else { continue }
            violations[index].record = record.offset
            violations[index].subject = record.subject(of: type)
            violations[index].isKnown = hasFindings
        }
    }

    /// Tells what is left.
    func finish(report: (Diagnostic) -> Void) {
        for violation in violations where !violation.isKnown {
            var diagnostic = violation.diagnostic
            diagnostic.subject = violation.subject
            report(diagnostic)
        }
    }
}
