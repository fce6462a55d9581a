import ExchangeDiagnostics

/// A name for a finding that stays the same while the file around it changes.
///
/// FNV-1a of 64 bits, in sixteen hexadecimal digits, over five texts, each followed by the octet 0x1F: the code; the kind
/// of the record; its id; the way to the field without the numbers of array places; and the value as it is spelled,
/// without quotes. Lines, columns and the wording are not in it.
struct Fingerprint: Hashable {
    let text: String

    init(_ diagnostic: Diagnostic, value: String?) {
        var value = value ?? ""
        if value.count > 1, value.hasPrefix("\""), value.hasSuffix("\"") {
            value = String(value.dropFirst().dropLast())
        }
        let subject = diagnostic.subject
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        let path = Self.withoutPlaces(diagnostic.location.path)
        for part in [diagnostic.code.rawValue, subject?.kind ?? "", subject?.id ?? "", path, value] {
            for octet in Array(part.utf8) + [0x1F] { hash = (hash ^ UInt64(octet)) &* 0x0000_0100_0000_01B3 }
        }
        let digits = String(hash, radix: 16)
        text = String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// `/events/16/slots/0/end` → `/events/slots/end`.
    static func withoutPlaces(_ path: String) -> String {
        path.split(separator: "/", omittingEmptySubsequences: false).filter { part in
            part.isEmpty || !part.utf8.allSatisfy { (0x30...0x39).contains($0) }
        }.joined(separator: "/")
    }
}
