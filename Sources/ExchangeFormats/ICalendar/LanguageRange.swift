import ExchangeBytes
import ExchangeModel

/// The languages in which a text is looked for, the best first (RFC 4647 section 3.4, then the exchange's default).
struct LanguageRange: ~Copyable {
    private var bytes = ByteBuffer(capacity: 64)
    private var candidates: [Slice] = []

    /// `ar-EG` with the default `it` asks for `ar-EG`, `ar`, `it`.
    init(_ language: String, default other: String) {
        for tag in LanguageLookup.tags(for: language) + LanguageLookup.tags(for: other) {
            candidates.append(bytes.slice(of: tag))
        }
    }

    /// The best version of a text, or else its first; nil if there is none.
    func best(_ field: Int, of node: Record.Node = .root, in record: borrowing Record) -> Record.Value? {
        guard let first = record.first(field, of: node) else { return nil }
        for candidate in candidates {
            var value: Record.Value? = first
            while let current = value {
                if record[current.label].equalsIgnoringCase(bytes[candidate]) { return current }
                value = record.next(current)
            }
        }
        return first
    }
}
