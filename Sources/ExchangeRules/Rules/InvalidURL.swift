import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// A link that is no absolute URI.
    ///
    /// `www.open-studios.example` is a path to a browser, and leads nowhere. Write `https://` before it, and `%20` for a
    /// blank.
    static let invalidURL = Rule.values(.invalidURL, .forbiddenURLScheme) { field in
        switch field.kind {
        case .scalar(.uri), .list(.uri): break
        default: return nil
        }
        let isBase = field.name == "baseURI"
        return { record, value, examination in
            let uri = record[value.text]
            if let fault = URISpelling.fault(in: uri) {
                return examination.report(fault, of: uri, at: value, in: record)
            }
            guard isBase, uri[uri.count - 1] != UInt8(ascii: "/"), uri[uri.count - 1] != UInt8(ascii: "#") else {
                return
            }
            examination.report(
                .invalidURL, "the base URI ends neither in / nor in #, so that no id can be put behind it", at: value,
                in: record, suggestions: [uri.text + "/"])
        }
    }
}
