/// One thing that is measured: what our tool is asked for in one way or several, and a peer that does the same.
struct Row {
    /// What it is called on the command line.
    let name: String
    let title: String
    /// How large a programme is read; nil where none is.
    let input: Extent?
    /// What our tool is asked for, each with a word that tells it from the others.
    let variants: [(name: String, arguments: [String])]
    var peer: PeerKind?
    let check: OutputCheck
    /// How often it is measured unless the user says, and how often the peer is.
    var runs = 5
    var peerRuns = 5
    /// How often everything is run before it counts; but not a peer that is to run once.
    var warmUps = 1

    enum PeerKind: Hashable {
        case calendar, start
    }
}

extension Row {
    /// All rows, in the order in which they are run.
    static func all(stream size: Int?) -> [Row] {
        let fixed = [
            Row(
                name: "ics-10k", title: "JSON to iCalendar, 10,000 events", input: .events(10_000),
                variants: calendars, peer: .calendar, check: .calendar),
            Row(
                name: "ics-100k", title: "JSON to iCalendar, 100,000 events", input: .events(100_000),
                variants: calendars, peer: .calendar, check: .calendar, peerRuns: 1),
            Row(
                name: "json", title: "JSON to JSON, 100,000 events", input: .events(100_000),
                variants: [("convert", ["convert", "--format", "json"])], check: .input),
            Row(
                name: "ndjson", title: "JSON to NDJSON, 100,000 events", input: .events(100_000),
                variants: [("convert", ["convert", "--format", "ndjson"])], check: .lines(#"{"record":"event","#)),
            Row(
                name: "start", title: "Start-up: cos-exchange --version", input: nil,
                variants: [("--version", ["--version"])], peer: .start, check: .anything, runs: 100, peerRuns: 100,
                warmUps: 5),
        ]
        guard let size else { return fixed }
        let stream = Row(
            name: "stream", title: "JSON to iCalendar, \(Figures.octets(size))", input: .octets(size),
            variants: [calendars[0]], check: .calendar, runs: 1, warmUps: 0)
        return fixed + [stream]
    }

    private static let calendars = [
        (name: "with residue", arguments: ["export", "--format", "ics"]),
        (name: "--lean", arguments: ["export", "--format", "ics", "--lean"]),
    ]
}
