/// A format that strangers hand over, with the laws that hold whatever octets they hand over.
public enum FuzzTarget: String, CaseIterable, Sendable {
    case iCalendar
    case csv = "CSV"
    case json = "JSON"
    case xml = "XML"

    /// The laws that some octets break, a sentence for each: none, unless something is wrong with this library.
    ///
    /// The scanner is tried first, then the reader of whole exchanges. What a crash breaks no sentence can say.
    public func breaches(_ octets: [UInt8]) -> [String] {
        var breaches = Breaches()
        ScannerLaws(self, octets).check(&breaches)
        ReaderLaws(self, octets).check(&breaches)
        return breaches.sentences
    }

    /// A number that octets decide, from 1 to a limit: the same octets always find the same.
    static func choice(of octets: [UInt8], upTo limit: Int) -> Int {
        var sum: UInt32 = 2_166_136_261
        for octet in octets { sum = (sum ^ UInt32(octet)) &* 16_777_619 }
        return 1 + Int(sum >> 8) % limit
    }
}

/// What was found to be against the laws.
struct Breaches {
    private(set) var sentences: [String] = []

    /// Takes a sentence down unless something holds.
    mutating func expect(_ holds: Bool, _ sentence: @autoclosure () -> String) {
        if !holds { sentences.append(sentence()) }
    }
}
