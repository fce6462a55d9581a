import ExchangeBytes
import ExchangeModel

/// The rules that were met lately, by their spelling: to take one apart costs some thousand instructions, and the events
/// of a programme repeat in few ways.
struct KnownRules: ~Copyable {
    /// What is known of a spelling. A class, for it is handed on for every slot.
    final class Rule: Sendable {
        fileprivate let spelling: [UInt8]
        /// What it means; nil if it is no rule of the model.
        let recurrence: Recurrence?
        /// As the model spells it, or as it stands there if it is no rule of the model.
        let text: String
        /// Whether it is spelled as the model would spell it.
        let isCanonical: Bool

        fileprivate init(_ bytes: Bytes) {
            spelling = bytes.octets
            recurrence = Recurrence(bytes)
            let (given, canonical) = (bytes.text, recurrence?.text)
            text = canonical ?? given
            isCanonical = canonical == given
        }
    }

    private static let places = 64
    private var rules = [Rule?](repeating: nil, count: places)

    init() {}

    /// The rule of a spelling.
    mutating func rule(_ spelling: Bytes) -> Rule {
        let mixed = (spelling.head ^ spelling.tail &* 31 ^ UInt64(spelling.count)) &* 0x9E37_79B9_7F4A_7C15
        let place = Int(mixed &>> 58)
        if let rule = rules[place], spelling.equals(octets: rule.spelling) { return rule }
        let rule = Rule(spelling)
        rules[place] = rule
        return rule
    }
}
