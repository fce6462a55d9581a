import ExchangeBytes

/// The loops that most octets of a document go through, eight of them at a time.
///
/// Each answers the index of the first octet of its kind, or the limit; up to eight octets behind the limit are read.
enum XMLKernel {
    /// What is not simply a character of text: an angle bracket, an ampersand, a carriage return.
    @inline(__always)
    static func endOfText(_ start: UnsafeRawPointer, from first: Int, to limit: Int) -> Int {
        var index = first
        while index < limit {
            let word = Word.load(start + index)
            // Angle brackets differ in one bit.
            let bracket = (word | (Word.ones &* 0x02)) ^ (Word.ones &* 0x3E)
            let ampersand = word ^ (Word.ones &* 0x26)
            let carriageReturn = word ^ (Word.ones &* 0x0D)
            let marks =
                ((bracket &- Word.ones) | (ampersand &- Word.ones) | (carriageReturn &- Word.ones)) & ~word & Word.highs
            if marks != 0 { return min(limit, index &+ Word.distance(marks)) }
            index &+= 8
        }
        return limit
    }

    /// What is not simply a character of an attribute's value: its quotation mark, `<`, an ampersand, a control.
    @inline(__always)
    static func endOfValue(_ start: UnsafeRawPointer, from first: Int, to limit: Int, _ quote: UInt8) -> Int {
        let quotes = Word.ones &* UInt64(quote)
        var index = first
        while index < limit {
            let word = Word.load(start + index)
            let bracket = word ^ (Word.ones &* 0x3C)
            let ampersand = word ^ (Word.ones &* 0x26)
            let marks =
                ((bracket &- Word.ones) | (ampersand &- Word.ones) | ((word ^ quotes) &- Word.ones)
                    | (word &- Word.ones &* 0x20)) & ~word & Word.highs
            if marks != 0 { return min(limit, index &+ Word.distance(marks)) }
            index &+= 8
        }
        return limit
    }

    /// What is not simply a character of a CDATA section: a closing bracket, a carriage return.
    static func endOfSection(_ start: UnsafeRawPointer, from first: Int, to limit: Int) -> Int {
        either(UInt8(ascii: "]"), 0x0D, start, from: first, to: limit)
    }

    /// Whether the octets of a name stand at a place; most names are no longer than a word.
    @inline(__always)
    static func isSame(_ place: UnsafeRawPointer, _ name: Bytes) -> Bool {
        guard name.count <= 8 else { return Bytes(start: place, count: name.count).equals(name) }
        let difference = Word.load(place) ^ Word.load(name.start)
        return difference << UInt64(truncatingIfNeeded: 64 &- 8 &* name.count) == 0
    }

    /// The first octet that is no letter of ASCII: most names are letters and nothing else, and short.
    @inline(__always)
    static func endOfLetters(_ start: UnsafeRawPointer, from first: Int, to limit: Int) -> Int {
        var index = first
        while index < limit {
            let word = Word.load(start + index)
            let small = (word | Word.ones &* 0x20) & ~Word.highs
            // The high bit tells of the first sum that an octet is `a` or more, of the second that it is more than `z`.
            let letters = (small &+ Word.ones &* 0x1F) & ~(small &+ Word.ones &* 0x05) & ~word & Word.highs
            if letters != Word.highs { return min(limit, index &+ Word.distance(letters ^ Word.highs)) }
            index &+= 8
        }
        return limit
    }

    /// The first octet that is no white space (XML 1.0 section 2.3), indentation eight octets at a time.
    @inline(__always)
    static func endOfBlanks(_ start: UnsafeRawPointer, from first: Int, to limit: Int) -> Int {
        var index = first
        while index < limit {
            let other = Word.load(start + index) ^ (Word.ones &* 0x20)
            if other == 0 { index &+= 8; continue }
            index &+= other.trailingZeroBitCount &>> 3
            if index >= limit || !start.load(fromByteOffset: index, as: UInt8.self).isXMLBlank { break }
            index &+= 1
        }
        return min(index, limit)
    }

    /// One of two octets.
    static func either(_ one: UInt8, _ other: UInt8, _ start: UnsafeRawPointer, from first: Int, to limit: Int) -> Int {
        var index = first
        while index < limit {
            let word = Word.load(start + index)
            let marks = Word.equal(word, one) | Word.equal(word, other)
            if marks != 0 { return min(limit, index &+ Word.distance(marks)) }
            index &+= 8
        }
        return limit
    }

    /// The first control that XML does not allow as it is (XML 1.0 section 2.2).
    static func firstControl(_ start: UnsafeRawPointer, from first: Int, to limit: Int) -> Int {
        var index = first
        while index < limit {
            let word = Word.load(start + index)
            let isControl = (word &- Word.ones &* 0x20) & ~word & Word.highs
            if isControl == 0 { index &+= 8; continue }
            index &+= Word.distance(isControl)
            if index >= limit { return limit }
            if !start.load(fromByteOffset: index, as: UInt8.self).isXMLBlank { return index }
            index &+= 1
        }
        return limit
    }
}
