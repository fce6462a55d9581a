import ExchangeDiagnostics
import ExchangeFormats
import ExchangeSyntax

/// What holds of the tokens of any octets.
struct ScannerLaws {
    private let target: FuzzTarget
    private let octets: [UInt8]

    init(_ target: FuzzTarget, _ octets: [UInt8]) {
        self.target = target
        self.octets = octets
    }

    /// Limits that short inputs reach.
    static let tight: Limits = {
        var limits = Limits()
        (limits.record, limits.string, limits.depth, limits.columns) = (512, 96, 6, 12)
        (limits.languages, limits.extras) = (3, 5)
        (limits.tag, limits.attributes, limits.namespaces) = (192, 5, 3)
        return limits
    }()

    func check(_ breaches: inout Breaches) {
        let scan = Scan(target, octets, window: 1 << 12, limits: Limits())
        checkPlaces(scan, "", &breaches)
        let size = target.window(for: octets)
        let other = Scan(target, octets, window: size, limits: Limits())
        compare(scan, other, size, &breaches)
        checkPlaces(Scan(target, octets, window: size, limits: Self.tight), " with tight limits", &breaches)
        if target == .json { checkSkipping(scan, size, &breaches) }
        if target == .xml { XMLVerdict(octets).check(&breaches) }
    }

    private func compare(_ scan: Scan, _ other: Scan, _ size: Int, _ breaches: inout Breaches) {
        breaches.expect(other.tokens == scan.tokens, "a window of \(size) octets shows other tokens")
        breaches.expect(other.places == scan.places, "a window of \(size) octets shows tokens elsewhere")
        breaches.expect(
            other.fault == scan.fault,
            "a window of \(size) octets ends with \(Self.words(other.fault)), and a large one with "
                + Self.words(scan.fault))
    }

    private func checkPlaces(_ scan: Scan, _ when: String, _ breaches: inout Breaches) {
        let ends = 0...octets.count
        breaches.expect(scan.failure == nil, "scanning\(when) fails: \(scan.failure ?? "")")
        breaches.expect(scan.places.allSatisfy(ends.contains), "a token lies outside of the input\(when)")
        let falls = zip(scan.places, scan.places.dropFirst()).contains { $0 > $1 }
        breaches.expect(target == .csv || !falls, "a token lies before the one that it follows\(when)")
        guard let fault = scan.fault else { return }
        breaches.expect(ends.contains(fault.offset), "\(Self.words(fault)) lies outside of the input\(when)")
        breaches.expect(
            fault.related.map(ends.contains) ?? true, "what \(Self.words(fault)) is about lies outside\(when)")
    }

    /// What is read over ends where it ends when it is read.
    private func checkSkipping(_ scan: Scan, _ size: Int, _ breaches: inout Breaches) {
        do {
            let ends = try Scan.skipped(octets, window: size, limits: Limits())
            if scan.fault == nil {
                let read = scan.places.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
                breaches.expect(ends == read, "a text that is read over ends elsewhere")
            }
        } catch {
            breaches.expect(false, "reading over fails: \(error)")
        }
    }

    private static func words(_ note: Note?) -> String {
        note.map { "\($0.code.rawValue) at \($0.offset)\($0.detail.map { " (\($0))" } ?? "")" } ?? "nothing"
    }
}
