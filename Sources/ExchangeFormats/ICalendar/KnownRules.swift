import ExchangeBytes
import ExchangeModel

/// The rules that were met lately, by their spelling: to take one apart costs some thousand instructions, and the events
/// of a programme repeat in few ways.
struct KnownRules {
    /// What is known of a spelling. A class, for it is handed on for every slot.
    final class Rule: Sendable {
        /// What it means; nil if it is no rule of the model.
        let recurrence: Recurrence?
        /// As the model spells it, or as it stands there if it is no rule of the model.
        let text: String
        /// Whether it is spelled as the model would spell it.
        let isCanonical: Bool

        fileprivate init(_ spelling: Bytes) {
            recurrence = Recurrence(spelling)
            let (given, canonical) = (spelling.text, recurrence?.text)
            text = canonical ?? given
            isCanonical = canonical == given
        }
    }

    private var memory = SpellingMemory<Rule>(places: 64)

    init() {}

    /// The rule of a spelling.
    mutating func rule(_ spelling: Bytes) -> Rule {
        if let rule = memory.find(spelling) { return rule }
        let rule = Rule(spelling)
        memory.keep(rule, of: spelling)
        return rule
    }
}
