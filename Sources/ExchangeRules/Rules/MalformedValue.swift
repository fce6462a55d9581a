import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// An e-mail address, a telephone number, a media type, a hashtag, a version, a subdivision or a duration that is not
    /// spelled as such values are.
    ///
    /// A visitor's telephone cannot dial it, a player cannot play it. Write it as the message says.
    static let malformedValue = Rule.values(.malformedValue) { field in
        let scalar: Scalar
        switch field.kind {
        case .scalar(let only), .list(let only): scalar = only
        default: return nil
        }
        let spelling: @Sendable (Bytes) -> String?
        switch scalar {
        case .email: spelling = ValueSpelling.email
        case .telephone: spelling = ValueSpelling.telephone
        case .mediaType: spelling = ValueSpelling.mediaType
        case .hashtag: spelling = ValueSpelling.hashtag
        case .version: spelling = ValueSpelling.version
        case .subdivision: spelling = ValueSpelling.subdivision
        case .duration: spelling = ValueSpelling.duration
        default: return nil
        }
        return { record, value, examination in
            guard let expected = spelling(record[value.text]) else { return }
            let text = record[value.text]
            let bare = text.count > 1 && text[0] == UInt8(ascii: "#") ? text.dropping(1).text : nil
            examination.report(
                .malformedValue, "\(text.quoted) will not do: \(expected)", at: value, in: record,
                suggestions: scalar == .hashtag ? bare.map { [$0] } ?? [] : [])
        }
    }
}
