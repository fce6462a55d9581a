import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// A reference names a record that should have come later and did not, or leads back to its own record.
    ///
    /// Parts of parts, or members of members, that go round in a circle keep a partner's program busy for ever. Mend the
    /// id, or say which of the two is the whole.
    static let danglingForwardReference = Rule.sections(.danglingReference, .wrongKindReference, .circularReference) {
        type, examination in examination.settleReferences(to: type.ordinal)
    }
}
