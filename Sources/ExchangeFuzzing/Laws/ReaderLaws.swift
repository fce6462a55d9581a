import ExchangeDiagnostics
import ExchangeFormats
import ExchangeModel
import ExchangeSyntax

/// What holds of the exchange that is read from any octets.
struct ReaderLaws {
    private let format: Format
    private let octets: [UInt8]
    private let size: Int

    init(_ target: FuzzTarget, _ octets: [UInt8]) {
        self.octets = octets
        format = target.format
        size = target.window(for: octets)
    }

    func check(_ breaches: inout Breaches) {
        let reading = Reading(format, octets, window: 1 << 12)
        checkFindings(of: reading, "", &breaches)
        let other = Reading(format, octets, window: size)
        compare(reading, other, &breaches)
        let limited = Reading(format, octets, window: size, limits: ScannerLaws.tight)
        checkFindings(of: limited, " with tight limits", &breaches)
        checkSize(of: reading, &breaches)
        if reading.fault == nil {
            checkCanonical(reading, &breaches)
            checkWriting(reading, &breaches)
        }
    }

    private func compare(_ reading: Reading, _ other: Reading, _ breaches: inout Breaches) {
        breaches.expect(other.json == reading.json, "a window of \(size) octets reads other records")
        breaches.expect(other.findings == reading.findings, "a window of \(size) octets finds something else")
        // The path may differ: of a name that is broken it shows as much as the window does.
        breaches.expect(
            Self.words(other.fault) == Self.words(reading.fault),
            "a window of \(size) octets ends with \(Self.words(other.fault)), and a large one with "
                + Self.words(reading.fault))
    }

    // MARK: What is said

    private func checkFindings(of reading: Reading, _ when: String, _ breaches: inout Breaches) {
        breaches.expect(reading.failure == nil, "reading\(when) fails: \(reading.failure ?? "")")
        var told = reading.findings
        for (code, found) in Dictionary(grouping: told, by: \.code) {
            breaches.expect(found.count <= reading.totals[code] ?? 0, "\(code.rawValue) is not counted\(when)")
        }
        if let fault = reading.fault { told.append(fault) }
        let ends = 0...octets.count
        for finding in told {
            let places = [finding.location] + finding.related.map(\.location)
            for place in places where !ends.contains(place.position.offset) {
                breaches.expect(false, "\(Self.words(finding)) lies outside of the input\(when)")
            }
            for place in places where !place.path.isEmpty && !place.path.hasPrefix("/") {
                breaches.expect(false, "\(Self.words(finding)) has no pointer for a path\(when): \(place.path)")
            }
            breaches.expect(!finding.message.isEmpty, "\(finding.code.rawValue) says nothing\(when)")
        }
        do {
            var lines = LineFinder(ByteInput(octets))
            try lines.locate(&told)
            var addresses = FormatAddresses(format, ByteInput(octets))
            for finding in told.prefix(8) {
                let place = finding.location
                _ = try addresses.address(of: place.position.offset, pointer: place.path)
            }
        } catch {
            breaches.expect(false, "finding lines and addresses\(when) fails: \(error)")
        }
    }

    /// What is read cannot be much longer than what is given: no input grows without bounds.
    ///
    /// Tables name their columns once for all rows, and XML its namespaces once for all that bear them: there the square
    /// of the input bounds the output.
    private func checkSize(of reading: Reading, _ breaches: inout Breaches) {
        let count = octets.count
        let bound =
            switch format {
            case .csv, .xml: 4096 + 16 * count + count * count
            default: 4096 + 16 * count
            }
        let largest = max(reading.json.count, reading.lines.count)
        breaches.expect(largest <= bound, "\(count) octets become \(largest)")
    }

    // MARK: What is read

    /// Canonical JSON, of either kind, is read without a fault and comes out as it was.
    private func checkCanonical(_ reading: Reading, _ breaches: inout Breaches) {
        for (kind, octets) in [(Format.json, reading.json), (.ndjson, reading.lines)] {
            let again = Reading(kind, octets, window: 1 << 12)
            breaches.expect(again.fault == nil, "its canonical \(kind.title) is refused: \(Self.words(again.fault))")
            breaches.expect(
                again.fault != nil || again.json == reading.json && again.lines == reading.lines,
                "its canonical \(kind.title) does not come out as it was")
        }
    }

    /// What a format was given, it gives back; JSON tries one of the others.
    private func checkWriting(_ reading: Reading, _ breaches: inout Breaches) {
        let others: [Format] = [.ics, .csv, .xml]
        let format = self.format == .json ? others[FuzzTarget.sum(of: octets) % others.count] : self.format
        var written: [UInt8] = []
        do {
            var source = JSONSource(ByteInput(reading.json))
            try FormatWriter(format, zones: Reading.zones).write(
                &source, sink: { written += UnsafeRawBufferPointer(start: $0.start, count: $0.count) })
        } catch {
            breaches.expect(false, "cannot be written as \(format.title): \(error)")
            return
        }
        let again = Reading(format, written, window: 1 << 12)
        breaches.expect(again.fault == nil, "what is written as \(format.title) is refused: \(Self.words(again.fault))")
        breaches.expect(
            again.fault != nil || again.json == reading.json, "\(format.title) does not give back all of it")
    }

    private static func words(_ finding: Diagnostic?) -> String {
        guard let finding else { return "nothing" }
        return "\(finding.code.rawValue) at \(finding.location.position.offset) (\(finding.message))"
    }
}

extension FuzzTarget {
    /// The format that the target reads.
    var format: Format {
        switch self {
        case .iCalendar: .ics
        case .csv: .csv
        case .json: .json
        case .xml: .xml
        }
    }
}
