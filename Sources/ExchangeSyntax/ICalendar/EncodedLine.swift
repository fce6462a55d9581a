import ExchangeBytes

/// Base64 read off a line that is folded.
extension ContentLineScanner {
    /// Takes the next line if it begins as told and carries text as base64url, and appends that text; answers where it
    /// lies. Nil, with nothing taken, if the line is anything else, is not ended with CRLF, or is not in the window whole:
    /// then `advance` tells what it is.
    ///
    /// The line's name, value and parameters are not told. Whoever folds a line folds it at the same place each time, so
    /// that the folds need not be looked for: a line feed where none is expected is no letter. That takes a fifth of the
    /// instructions of unfolding, and no second look at whether letters are UTF-8.
    public mutating func takeEncoded(_ beginning: StaticString, into target: inout ByteBuffer) -> Slice? {
        guard next < window.count, octet(next) == beginning.utf8Start[0] else { return nil }
        let letters = next &+ beginning.utf8CodeUnitCount
        guard letters < window.count, octets(next, letters).equals(beginning),
            let end = lineFeed(from: letters), octet(end &- 1) == 0x0D
        else { return nil }
        unfolded.removeAll()
        unfolded.append(octets(letters, end &- 1))
        // What stands in a line behind the blank, if it is as long as the first.
        let width = end &- next &- 2
        var rest = end &+ 1
        while rest < window.count, octet(rest) == 0x20 {
            var stop = rest &+ 1 &+ width
            if stop &+ 2 >= window.count || word(stop) & 0xFF_FFFF != 0x20_0A0D {
                guard let end = lineFeed(from: rest), octet(end &- 1) == 0x0D else { return nil }
                stop = end &- 1
            }
            unfolded.append(octets(rest &+ 1, stop))
            rest = stop &+ 2
        }
        guard rest < window.count, octet(rest) != 0x09 else { return nil }
        let first = target.count
        guard Base64URL.appendDecoded(unfolded.bytes, to: &target), target.count > first,
            UTF8Check.firstFault(Bytes(start: target.bytes.start + first, count: target.count - first)) == nil
        else {
            target.truncate(to: first)
            return nil
        }
        pass(to: rest)
        return Slice(offset: first, count: target.count - first)
    }

    private func octets(_ first: Int, _ end: Int) -> Bytes { Bytes(start: window.start + first, count: end &- first) }

    private func word(_ index: Int) -> UInt32 { (window.start + index).loadUnaligned(as: UInt32.self) }
}
