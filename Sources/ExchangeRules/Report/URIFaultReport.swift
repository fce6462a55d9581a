import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Examination {
    /// Notes what is amiss with a URI.
    mutating func report(
        _ fault: URIFault, of uri: Bytes, at value: Record.Value, in record: borrowing Record
    ) {
        switch fault {
        case .scheme, .credentials: report(.forbiddenURLScheme, fault.message(uri), at: value, in: record)
        default:
            let suggestions = fault.suggestion(for: uri.text).map { [$0] } ?? []
            report(.invalidURL, fault.message(uri), at: value, in: record, suggestions: suggestions)
        }
    }
}

extension URIFault {
    fileprivate func message(_ uri: Bytes) -> String {
        switch self {
        case .relative: "\(uri.quoted) is no absolute URI"
        case .blank: "the link holds a blank"
        case .character(let octet):
            "the link holds \(Character(Unicode.Scalar(octet))), which a URI spells %\(Self.hexadecimal(octet))"
        case .percent: "the link holds a % without two hexadecimal digits behind it"
        case .host: "the link \(uri.quoted) leads to no host"
        case .scheme(let scheme): "a \(scheme): link runs code or opens a file of whoever follows it"
        case .credentials: "the link holds a name or a password before its host"
        }
    }

    fileprivate func suggestion(for uri: String) -> String? {
        switch self {
        case .relative where uri.hasPrefix("//"): return "https:" + uri
        case .relative:
            let host = uri.prefix { $0 != "/" }
            let isHost = host.contains(".") && !host.hasPrefix(".") && !host.hasSuffix(".")
            return isHost && !uri.utf8.contains { $0 <= 0x20 } ? "https://" + uri : nil
        case .blank:
            let octets = uri.utf8.drop { $0 <= 0x20 }.reversed().drop { $0 <= 0x20 }.reversed()
            guard !octets.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return nil }
            return String(decoding: octets.flatMap { $0 == 0x20 ? Array("%20".utf8) : [$0] }, as: UTF8.self)
        case .character(let octet):
            let spelled = "%" + Self.hexadecimal(octet)
            return String(decoding: uri.utf8.flatMap { $0 == octet ? Array(spelled.utf8) : [$0] }, as: UTF8.self)
        case .percent, .host, .scheme, .credentials: return nil
        }
    }

    private static func hexadecimal(_ octet: UInt8) -> String {
        let digits = String(octet, radix: 16, uppercase: true)
        return octet < 16 ? "0" + digits : digits
    }
}
