import ExchangeBytes
import ExchangeModel

/// The rules that were met lately, by their spelling: to take one apart costs some thousand instructions, and the events
/// of a programme repeat in few ways.
struct KnownRules: ~Copyable {
    /// What is known of a spelling.
    struct Rule {
        fileprivate let spelling: [UInt8]
        /// What it means; nil if it is no rule of the model.
        let recurrence: Recurrence?
        /// As the model spells it, or as it stands there if it is no rule of the model.
        let text: String
        /// Whether it is spelled as the model would spell it.
        let isCanonical: Bool
    }

    private static let places = 64
    private var rules = [Rule?](repeating: nil, count: places)

    init() {}

    /// The rule of a spelling.
    mutating func rule(_ spelling: Bytes) -> Rule {
        let mixed = (spelling.head ^ spelling.tail &* 31 ^ UInt64(spelling.count)) &* 0x9E37_79B9_7F4A_7C15
        let place = Int(mixed &>> 58)
        if let rule = rules[place], spelling.equals(octets: rule.spelling) { return rule }
        let recurrence = Recurrence(spelling)
        let (given, canonical) = (spelling.text, recurrence?.text)
        let rule = Rule(
            spelling: spelling.octets, recurrence: recurrence, text: canonical ?? given, isCanonical: canonical == given
        )
        rules[place] = rule
        return rule
    }
}

extension Bytes {
    /// Whether the run holds the octets of an array.
    func equals(octets: [UInt8]) -> Bool {
        guard octets.count == count else { return false }
        return octets.withUnsafeBytes { other in
            var index = 0
            while index &+ 8 <= count {
                let word = other.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                if word != Word.load(start + index) { return false }
                index &+= 8
            }
            while index < count {
                if other[index] != self[index] { return false }
                index &+= 1
            }
            return true
        }
    }
}
