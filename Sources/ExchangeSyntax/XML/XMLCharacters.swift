import ExchangeBytes
import ExchangeDiagnostics

/// Characters that a reference may bring in, and that no octets of the document were.
///
/// XML allows references to most noncharacters; RFC 7493 section 2.1 does not, so an exchange cannot hold them.
enum XMLCharacters {
    /// Whether a run is one noncharacter.
    static func isRefused(_ run: XMLRun) -> Bool {
        guard run.count >= 3, run[0] >= 0xEF else { return false }
        var buffer = ByteBuffer(capacity: 16)
        buffer.append(run)
        return UTF8Check.firstFault(buffer.bytes) != nil
    }

    /// Refuses noncharacters in the values of a tag's attributes.
    static func check(_ tag: XMLTag) throws(Note) {
        for index in 0..<tag.attributeCount {
            let value = tag.attribute(index).value
            // A value as it is written has been looked at before.
            guard let start = value.baseAddress, value.contains(where: { $0 >= 0xEF }), !tag.holds(start) else {
                continue
            }
            var buffer = ByteBuffer(capacity: value.count)
            buffer.append(value)
            if UTF8Check.firstFault(buffer.bytes) != nil {
                throw Note(.controlCharacter, at: tag.valueOffset(index), detail: "a reference to a noncharacter")
            }
        }
    }
}

extension XMLTag {
    /// Whether a place is within the tag as it is written.
    func holds(_ place: UnsafeRawPointer) -> Bool {
        guard let first = raw.baseAddress, let end = raw.end else { return false }
        return place >= first && place < end
    }
}
