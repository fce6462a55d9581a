/// The tags under which a language is looked up, the best first (RFC 4647 section 3.4).
public enum LanguageLookup {
    /// A tag and what is left of it when its subtags are taken off one by one, single letters with what follows them:
    /// `zh-Hant-TW`, `zh-Hant`, `zh`.
    public static func tags(for tag: String) -> [String] {
        var subtags = tag.split(separator: "-")
        var tags: [String] = []
        while !subtags.isEmpty {
            tags.append(subtags.joined(separator: "-"))
            subtags.removeLast()
            if subtags.last?.count == 1 { subtags.removeLast() }
        }
        return tags
    }
}

extension Text {
    /// The version for a reader of a language, with the tag of the language that it is in: the best that RFC 4647 section
    /// 3.4 finds, else the best for the default language, else the first; nil if there is none at all.
    ///
    /// `ar-EG` with the default `it` looks for `ar-EG`, `ar`, `it`.
    public func version(in language: String, default other: String? = nil) -> (tag: String, text: String)? {
        let versions = versions
        for tag in LanguageLookup.tags(for: language) + (other.map { LanguageLookup.tags(for: $0) } ?? []) {
            let wanted = tag.lowercased()
            if let version = versions.first(where: { $0.tag.lowercased() == wanted }) { return version }
        }
        return versions.first
    }

    /// The text for a reader of a language, found as `version(in:default:)` finds it.
    public func text(in language: String, default other: String? = nil) -> String? {
        version(in: language, default: other)?.text
    }
}
