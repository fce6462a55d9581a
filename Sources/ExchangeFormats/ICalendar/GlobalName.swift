import ExchangeBytes
import ExchangeModel
import ExchangeSyntax

/// What makes ids unique in the whole world: the host of the base URI, and the segments of its path.
///
/// `https://data.open-studios.example/id/` makes `apertura~am~id@data.open-studios.example` of the slot `am` of the event
/// `apertura`: octets that are safe in the path of a CalDAV resource, and parted by one that no token holds.
struct GlobalName: ~Copyable {
    /// `~id@data.open-studios.example`
    private var ending = ByteBuffer(capacity: 128)

    init(baseURI: String, exchange id: String) {
        let rest = baseURI.split(separator: "://", maxSplits: 1).dropFirst().first ?? Substring(id)
        let parts = rest.split { $0 == "/" || $0 == "#" || $0 == "?" }
        for segment in parts.dropFirst() {
            ending.append("~")
            Self.append(segment.utf8, to: &ending)
        }
        ending.append("@")
        Self.append((parts.first ?? Substring(id)).utf8, to: &ending)
    }

    /// `~id@data.open-studios.example`
    var octets: [UInt8] { ending.bytes.octets }

    /// Appends the UID of a slot: the event's id, the slot's, and what makes them unique.
    func append(_ event: Bytes?, _ slot: Bytes?, to line: inout ByteBuffer) {
        Self.append(event, to: &line)
        line.append("~")
        Self.append(slot, to: &line)
        line.append(ending.bytes)
    }

    /// Appends the UID of the calendar itself (RFC 7986 section 5.3).
    func append(_ exchange: Bytes?, to line: inout ByteBuffer) {
        Self.append(exchange, to: &line)
        line.append(ending.bytes)
    }

    private static func append(_ id: Bytes?, to line: inout ByteBuffer) {
        guard let id else { return }
        if id.isToken { return line.append(id) }
        for index in 0..<id.count { append(octet: id[index], to: &line) }
    }

    private static func append(_ text: some Sequence<UInt8>, to line: inout ByteBuffer) {
        for octet in text { append(octet: octet, to: &line) }
    }

    /// What is no octet of a token is spelled as a URI would spell it, so that no two ids become one.
    private static func append(octet: UInt8, to line: inout ByteBuffer) {
        if octet.isTokenOctet || octet == UInt8(ascii: ":") { return line.append(octet) }
        let digits: StaticString = "0123456789ABCDEF"
        line.append("%")
        line.append(digits.utf8Start[Int(octet >> 4)])
        line.append(digits.utf8Start[Int(octet & 15)])
    }
}
