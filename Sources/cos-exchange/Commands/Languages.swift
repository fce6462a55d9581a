import ExchangeBytes
import ExchangeFormats
import ExchangeModel
import ExchangeRules

/// The languages in which an exchange can be had, and its id.
struct Languages {
    /// Nil if there is none that can stand in a file's name.
    private(set) var exchange: String?
    /// The tags that the header names, the first of them the default; none twice, and none that is no tag.
    private(set) var offered: [String] = []

    init(_ source: inout some ExchangeSource & ~Copyable) throws {
        let (id, languages) = (Exchange.schema.index(of: "id"), Exchange.schema.index(of: "languages"))
        try source.read(.header, report: { _ in }) { header in
            exchange = id.flatMap { header.first($0) }.map { header[$0.text].text }.flatMap(Self.asFileName)
            guard let languages else { return }
            header.each(languages) { value in
                let tag = header[value.text].text
                let isKnown = offered.contains { $0.lowercased() == tag.lowercased() }
                if !isKnown, Self.isTag(tag) { offered.append(tag) }
            }
        }
    }

    /// Why a calendar in a language will be in another; nil where there are texts in it.
    func remark(on tag: String, _ source: inout some ExchangeSource & ~Copyable) throws -> String? {
        if offered.contains(where: { Self.suits($0, tag) }) { return nil }
        if try Self.hasText(for: tag, &source) { return nil }
        guard let first = offered.first else { return "nothing is in '\(tag)': each text is in its first language" }
        let all = offered.map { "'\($0)'" }.joined(separator: ", ")
        return "nothing is in '\(tag)': the calendar is in '\(first)'; what the exchange has is \(all)"
    }

    /// Whether whoever asks for a tag can be given a text in a language: `ar` for `ar-EG` (RFC 4647 section 3.4).
    private static func suits(_ language: String, _ tag: String) -> Bool {
        let (language, tag) = (language.lowercased(), tag.lowercased())
        return tag == language || tag.hasPrefix(language + "-")
    }

    private struct Found: Error {}

    /// Whether there is any text for a tag, be it in a language that the header does not name.
    private static func hasText(for tag: String, _ source: inout some ExchangeSource & ~Copyable) throws -> Bool {
        do {
            try source.read(.all, report: { _ in }) { record in
                for (field, shape) in record.schema.shapes.enumerated() where shape == .texts {
                    var value = record.first(field)
                    while let current = value {
                        if suits(record[current.label].text, tag) { throw Found() }
                        value = record.next(current)
                    }
                }
            }
            return false
        } catch is Found { return true }
    }

    /// An id that is made of what ids are made of, so that it leads to no other folder and hides no file.
    private static func asFileName(_ id: String) -> String? {
        let isPlain = id.utf8.allSatisfy { octet in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(octet | 0x20)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(octet) || "._-".utf8.contains(octet)
        }
        return isPlain && !id.isEmpty && !id.hasPrefix(".") && id.utf8.count <= 100 ? id : nil
    }

    /// Whether a text is a language tag (BCP 47).
    static func isTag(_ text: String) -> Bool {
        var buffer = ByteBuffer()
        buffer.append(utf8: text)
        return LanguageTag.isWellFormed(buffer.bytes)
    }
}
