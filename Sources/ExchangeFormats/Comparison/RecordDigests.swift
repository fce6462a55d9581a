import ExchangeBytes
import ExchangeModel

/// A number of 64 bits for all that each record says, in the order in which it says it.
final class RecordDigests {
    private var digests = Store<UInt64>()
    private var layouts = JSONLayouts(style: .compact)
    private var json = ByteBuffer(capacity: 16 << 10)

    var count: Int { digests.count }

    /// Notes the digest of a record.
    func append(_ record: borrowing Record) { digests.append(digest(of: record)) }

    /// Whether a record says what the one of a number said; two that do not have the same digest hardly ever.
    func isSame(_ record: borrowing Record, at index: Int) -> Bool { digests[index] == digest(of: record) }

    private func digest(of record: borrowing Record) -> UInt64 {
        json.removeAll()
        layouts[record.schema].object(record, .root, to: &json)
        var rest = json.bytes
        var digest = UInt64(truncatingIfNeeded: rest.count) &* 0xD134_2543_DE82_EF95
        while rest.count > 0 {
            digest = (digest ^ rest.head) &* 0x9E37_79B9_7F4A_7C15
            digest ^= digest &>> 32
            rest = rest.dropping(min(8, rest.count))
        }
        return digest
    }
}
