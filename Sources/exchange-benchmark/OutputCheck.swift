/// What a right output is.
enum OutputCheck {
    /// The octets of the input.
    case input
    /// A line for each event that begins so.
    case lines(String)
    /// Calendars alike: as many VEVENTs, and as many of each line in them, in all variants and with the peer.
    case calendar
    /// Something is there.
    case anything

    /// The lines of an event that a peer writes too.
    private static let calendarLines = [
        "BEGIN:VEVENT", "UID", "DTSTAMP", "DTSTART", "DTEND", "RRULE", "EXDATE", "RECURRENCE-ID", "SUMMARY",
        "DESCRIPTION", "LOCATION", "GEO", "CATEGORIES", "STATUS", "TRANSP", "URL", "CONFERENCE", "SEQUENCE",
        "LAST-MODIFIED", "COMMENT",
    ]

    /// What of an output is looked at.
    func digest(of path: String) throws -> OutputDigest {
        switch self {
        case .input, .anything: try OutputDigest(of: path)
        case .lines(let beginning): try OutputDigest(of: path, words: [beginning])
        case .calendar:
            // Time zones have lines of the same names.
            try OutputDigest(of: path, words: Self.calendarLines, within: ("BEGIN:VEVENT", "END:VEVENT"))
        }
    }

    /// Fails with the first thing that is not as it should be.
    func look(at runs: [Measurement.Runs], _ file: ProgrammeFile?, input: String?) throws {
        guard let first = runs.first, let digest = first.digest, digest.octets > 0 else {
            throw Failure("nothing was written")
        }
        switch self {
        case .anything: return
        case .input:
            guard let input, try OutputDigest(of: input) == digest else {
                throw Failure("\(first.name) did not give back what it read")
            }
        case .lines:
            guard digest.counts == [file?.events ?? 0] else {
                throw Failure("\(first.name) wrote \(digest.counts[0]) events of \(file?.events ?? 0)")
            }
        case .calendar:
            if digest.counts[0] < file?.events ?? 0 { throw Failure("\(first.name) left events out") }
            for other in runs.dropFirst() { try compare(first.name, digest, with: other) }
        }
    }

    private func compare(_ name: String, _ digest: OutputDigest, with other: Measurement.Runs) throws {
        let counts = other.digest?.counts ?? []
        for (line, pair) in zip(Self.calendarLines, zip(digest.counts, counts)) where pair.0 != pair.1 {
            throw Failure("\(name) wrote \(pair.0) lines \(line), \(other.name) wrote \(pair.1)")
        }
    }
}
