import ExchangeBytes

/// What tells a UID that this library made from those of others: `apertura~am~id@data.open-studios.example`.
struct UIDPattern {
    /// What every UID of the calendar ends with, `~id@data.open-studios.example`; empty if that is not known.
    var ending: [UInt8] = []

    /// The event's part and the slot's of a UID that is of the pattern.
    func parts(of uid: Bytes) -> (event: Bytes, slot: Bytes)? {
        var end = uid.count
        if !ending.isEmpty {
            guard uid.count > ending.count else { return nil }
            end -= ending.count
            for index in 0..<ending.count where uid[end + index] != ending[index] { return nil }
        } else {
            guard let sign = uid.index(of: UInt8(ascii: "@")) else { return nil }
            end = sign
        }
        guard let first = Self.tilde(uid, from: 0, to: end) else { return nil }
        let second = Self.tilde(uid, from: first + 1, to: end)
        if !ending.isEmpty, second != nil { return nil }
        let event = Bytes(start: uid.start, count: first)
        let slot = Bytes(start: uid.start + first + 1, count: (second ?? end) - first - 1)
        return event.isToken && slot.isToken ? (event, slot) : nil
    }

    private static func tilde(_ uid: Bytes, from first: Int, to end: Int) -> Int? {
        uid.prefix(end).dropping(first).index(of: UInt8(ascii: "~")).map { first + $0 }
    }

    /// A token made of a UID: the same for the same UID, and another for another.
    static func token(of uid: Bytes, to buffer: inout ByteBuffer) -> Slice {
        let first = buffer.count
        var isSame = uid.count <= 64
        for index in 0..<min(uid.count, 48) {
            let octet = uid[index]
            let lower = octet &- UInt8(ascii: "A") < 26 ? octet | 0x20 : octet
            let kept = lower.isTokenOctet ? lower : UInt8(ascii: "-")
            if kept != octet { isSame = false }
            let isEdge = buffer.count == first && !kept.isLetterOrDigit
            if isEdge { isSame = false } else { buffer.append(kept) }
        }
        if uid.count > 48 { isSame = false }
        if isSame, buffer.count > first, buffer.bytes[buffer.count - 1].isLetterOrDigit {
            return Slice(offset: first, count: buffer.count - first)
        }
        // FNV-1a, so that what became alike is told apart.
        var hash: UInt32 = 0x811C_9DC5
        for index in 0..<uid.count { hash = (hash ^ UInt32(uid[index])) &* 0x0100_0193 }
        if buffer.count > first { buffer.append("-") }
        let digits: StaticString = "0123456789abcdef"
        for shift in stride(from: UInt32(28), through: 0, by: -4) {
            buffer.append(digits.utf8Start[Int(hash >> shift & 15)])
        }
        return Slice(offset: first, count: buffer.count - first)
    }
}

extension UInt8 {
    /// Whether it is one of `a-z0-9`.
    fileprivate var isLetterOrDigit: Bool { self &- UInt8(ascii: "0") < 10 || self &- UInt8(ascii: "a") < 26 }
}
