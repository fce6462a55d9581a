import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// A language tag that BCP 47 does not know, or `zxx`, which says that a text has no language.
    ///
    /// A reader cannot find the text in the visitor's language, and a screen reader speaks it wrongly. Hyphens stand
    /// between the parts, never underscores: `it-IT`.
    static let invalidLanguageTag = Rule.values(.invalidLanguageTag) { field in
        switch field.kind {
        case .text:
            return { record, value, examination in
                examine(record[value.label], value, record, &examination)
            }
        case .list(.language), .scalar(.language):
            return { record, value, examination in
                examine(record[value.text], value, record, &examination)
            }
        default: return nil
        }
    }

    @inline(__always)
    private static func examine(
        _ tag: Bytes, _ value: Record.Value, _ record: borrowing Record, _ examination: inout Examination
    ) {
        guard !LanguageTag.isWellFormed(tag) || tag.count == 3 && tag.equals("zxx") || isBritish(tag) else { return }
        report(tag, value, record, &examination)
    }

    /// Whether the region is UK, which the registry knows as GB.
    @inline(__always)
    private static func isBritish(_ tag: Bytes) -> Bool {
        tag.count == 5 && tag[2] == UInt8(ascii: "-") && tag.dropping(3).equalsIgnoringCase(british)
    }

    private static var british: Bytes {
        let letters: StaticString = "UK"
        return Bytes(start: letters.utf8Start, count: letters.utf8CodeUnitCount)
    }

    private static func report(
        _ tag: Bytes, _ value: Record.Value, _ record: borrowing Record, _ examination: inout Examination
    ) {
        if tag.equals("zxx") {
            return examination.report(
                .invalidLanguageTag, "zxx says that there is no language; use und where it is not known", at: value,
                in: record, suggestions: ["und"])
        }
        var suggestions: [String] = []
        if isBritish(tag) {
            suggestions = [tag.prefix(3).text + "GB"]
        } else {
            let hyphenated = String(tag.text.map { $0 == "_" ? "-" : $0 })
            var buffer = ByteBuffer()
            buffer.append(utf8: hyphenated)
            if LanguageTag.isWellFormed(buffer.bytes) { suggestions = [hyphenated] }
        }
        examination.report(
            .invalidLanguageTag, "\(tag.quoted) is no language tag", at: value, in: record, suggestions: suggestions)
    }
}
