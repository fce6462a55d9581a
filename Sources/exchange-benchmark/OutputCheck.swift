/// What a right output is.
enum OutputCheck {
    /// Lines that tell numbers: ours tells these at least, and what the peer tells too is the same.
    case told([String])
    /// Calendars alike: as many VEVENTs as with the peer, and as many of each line in them.
    case calendar
    /// Ours gives back the octets that it read; the peer's calendar is compared as above, but for lists, which it spreads
    /// over several lines.
    case calendarAgain
    /// The same octets from both.
    case same
    /// The report of a validation, which says at its end how many records there were.
    case report
    /// Something is there.
    case anything

    /// The lines of an event that a peer writes too.
    private static let calendarLines = [
        "BEGIN:VEVENT", "UID", "DTSTAMP", "DTSTART", "DTEND", "RRULE", "EXDATE", "RECURRENCE-ID", "SUMMARY",
        "DESCRIPTION", "LOCATION", "GEO", "CATEGORIES", "STATUS", "TRANSP", "URL", "CONFERENCE", "SEQUENCE",
        "LAST-MODIFIED", "COMMENT",
    ]

    /// What a process wrote, as far as it is looked at.
    struct Look {
        var digest: OutputDigest?
        var told = Told([])
        /// The last line.
        var end = ""
    }

    func look(at path: String) throws -> Look {
        switch self {
        case .told: return Look(told: Told(TextFile.beginning(of: path).split(separator: "\n").map(String.init)))
        case .anything, .same: return Look(digest: try OutputDigest(of: path))
        case .report: return Look(digest: try OutputDigest(of: path), end: TextFile.lastLine(of: path))
        case .calendar, .calendarAgain:
            // Time zones have lines of the same names.
            let section = (begin: "BEGIN:VEVENT", end: "END:VEVENT")
            return Look(digest: try OutputDigest(of: path, words: Self.calendarLines, within: section))
        }
    }

    /// Fails if the same process wrote something else this time.
    func compare(_ name: String, _ look: Look, with before: Look) throws {
        if look.digest != before.digest { throw Failure("\(name) wrote something else this time") }
        if let difference = look.told.difference(from: before.told) {
            throw Failure("\(name) told something else this time (\(difference))")
        }
    }

    /// Fails with the first thing that is not as it should be.
    func check(
        _ ours: Measurement.Runs, _ peer: Measurement.Runs?, _ file: ProgrammeFile?, input: String?
    ) throws {
        switch self {
        case .anything: return
        case .same:
            guard let peer, peer.look.digest != ours.look.digest else { return }
            throw Failure("\(ours.name) and \(peer.name) do not write the same octets")
        case .report:
            guard ours.look.end.hasSuffix(" of \(file?.records ?? 0) records") else {
                throw Failure("\(ours.name) ends with '\(ours.look.end)'")
            }
        case .told(let names):
            for name in names where ours.look.told[name] == nil { throw Failure("\(ours.name) does not tell \(name)") }
            let made = Told(["events \(file?.events ?? 0)", "records \(file?.records ?? 0)", "violations 0"])
            if let difference = ours.look.told.difference(from: made, in: names) {
                throw Failure("\(ours.name) tells of what was made something else (\(difference))")
            }
            guard let peer, let difference = ours.look.told.difference(from: peer.look.told) else { return }
            throw Failure("\(ours.name) and \(peer.name) tell something else: \(difference)")
        case .calendarAgain:
            guard let input, try OutputDigest(of: input) == ours.look.digest else {
                throw Failure("\(ours.name) did not give back what it read")
            }
            try compareLines(ours, peer, file, without: ["EXDATE", "CATEGORIES"])
        case .calendar: try compareLines(ours, peer, file)
        }
    }

    private func compareLines(
        _ ours: Measurement.Runs, _ peer: Measurement.Runs?, _ file: ProgrammeFile?, without unlike: [String] = []
    ) throws {
        let counts = ours.look.digest?.counts ?? []
        guard let first = counts.first, first >= file?.events ?? 0 else {
            throw Failure("\(ours.name) left events out")
        }
        guard let peer else { return }
        for (line, pair) in zip(Self.calendarLines, zip(counts, peer.look.digest?.counts ?? []))
        where pair.0 != pair.1 && !unlike.contains(line) {
            throw Failure("\(ours.name) wrote \(pair.0) lines \(line), \(peer.name) wrote \(pair.1)")
        }
    }

    /// What was found right, for people.
    func sentence(_ ours: Measurement.Runs, _ peer: Measurement.Runs?) -> String {
        switch self {
        case .anything: return "Ours wrote the same every time."
        case .same:
            return "\(Figures.octets(ours.look.digest?.octets ?? 0))" + (peer == nil ? "." : ", the same from both.")
        case .report:
            let words = ours.look.end.split(separator: ": ").last ?? ""
            return "Ours ended with '\(words)'."
        case .calendarAgain:
            let number = Figures.count(ours.look.digest?.counts.first ?? 0)
            return "\(number) VEVENTs; ours gave back the octets that it read."
        case .told(let names):
            let told = names.compactMap { name in
                ours.look.told[name].map { "\(Figures.count(Int($0))) \(name)" }
            }
            let alike = names.filter { name in peer?.look.told[name] != nil }
            let agreement = alike.isEmpty ? "" : ", and so does the peer: \(alike.joined(separator: ", "))"
            return "Ours tells \(told.joined(separator: ", "))\(agreement)."
        case .calendar:
            let number = Figures.count(ours.look.digest?.counts.first ?? 0)
            return "\(number) VEVENTs" + (peer == nil ? "." : ", and with the peer as many of each line.")
        }
    }
}
