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

    /// The size of a small window, which the octets decide: the same octets always find the same.
    ///
    /// The first window onto a table must show a byte order mark, or the line that names the separator.
    func window(for octets: [UInt8]) -> Int { (self == .csv ? 6 : 0) + 1 + Self.sum(of: octets) % 80 }

    /// A number that octets decide.
    static func sum(of octets: [UInt8]) -> Int {
        var sum: UInt32 = 2_166_136_261
        for octet in octets { sum = (sum ^ UInt32(octet)) &* 16_777_619 }
        return Int(sum >> 8)
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
