import ExchangeDiagnostics
import ExchangeModel

/// One thing that is looked at in every exchange: what it may find, and how it looks.
///
/// A rule is a value, and keeps nothing: what must be remembered from one record to the next is the `Examination`'s. It
/// is asked once what it wants to see of each schema and each field; the walk then goes over every record once and offers
/// it that and nothing else.
public struct Rule: Sendable {
    /// What it may find.
    public let codes: [Code]
    let scope: Scope

    /// What a rule looks at.
    enum Scope: Sendable {
        /// Each value of those fields for which it yields a check.
        case values(@Sendable (Field) -> ValueCheck?)
        /// Each record, or record that belongs to one, of those schemas for which it yields a check.
        case nodes(@Sendable (Schema) -> NodeCheck?)
        /// What was remembered, as soon as all records of a type have been seen.
        case sections(SectionCheck)
    }

    typealias ValueCheck = @Sendable (borrowing Record, Record.Value, inout Examination) -> Void
    typealias NodeCheck = @Sendable (borrowing Record, Record.Node, inout Examination) -> Void
    typealias SectionCheck = @Sendable (RecordType, inout Examination) -> Void

    /// A rule about values. As soon as one rule has found something in a value, no later one looks at it.
    static func values(_ codes: Code..., check: @escaping @Sendable (Field) -> ValueCheck?) -> Rule {
        Rule(codes: codes, scope: .values(check))
    }

    /// A rule about what the fields of a record say together.
    static func nodes(_ codes: Code..., check: @escaping @Sendable (Schema) -> NodeCheck?) -> Rule {
        Rule(codes: codes, scope: .nodes(check))
    }

    /// The same, for one schema.
    static func nodes(
        _ codes: Code..., of schema: Schema, check: @escaping @Sendable () -> NodeCheck
    ) -> Rule {
        Rule(codes: codes, scope: .nodes { $0 === schema ? check() : nil })
    }

    /// A rule about the exchange as a whole.
    static func sections(_ codes: Code..., check: @escaping SectionCheck) -> Rule {
        Rule(codes: codes, scope: .sections(check))
    }
}
