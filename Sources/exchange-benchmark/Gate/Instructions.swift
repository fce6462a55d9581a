/// One way through the library, by the tool's own words.
struct Direction {
    /// What the committed table calls it: `json-ics`.
    let name: String
    let title: String
    /// The format that is read.
    let form: String
    let arguments: [String]
    var codes: Set<Int32> = [0]

    static let jsonJSON = Direction(
        name: "json-json", title: "JSON → JSON", form: "json", arguments: ["convert", "-q", "-f", "json"])
    static let jsonCalendar = Direction(
        name: "json-ics", title: "JSON → iCalendar with residue", form: "json",
        arguments: ["export", "-q", "-f", "ics"])
    static let calendarLines = Direction(
        name: "ics-ndjson", title: "iCalendar → NDJSON", form: "ics", arguments: ["convert", "-q", "-f", "ndjson"])

    /// What the gate looks after.
    static let all = [
        jsonJSON, jsonCalendar, calendarLines,
        Direction(
            name: "xml-ndjson", title: "XML → NDJSON", form: "xml", arguments: ["convert", "-q", "-f", "ndjson"]),
        Direction(
            name: "csv-ndjson", title: "CSV → NDJSON", form: "csv", arguments: ["convert", "-q", "-f", "ndjson"]),
        Direction(name: "csv-ics", title: "CSV → iCalendar", form: "csv", arguments: ["export", "-q", "-f", "ics"]),
        Direction(
            name: "json-validate", title: "validate JSON", form: "json", arguments: ["validate", "-q", "--exit-zero"]),
    ]
}

/// Counts instructions with callgrind, which is repeatable where clocks are not.
///
/// Two sizes are run and the difference is taken, so that starting the process counts for nothing.
struct Instructions {
    private static let sizes = (300, 1800)

    private let valgrind: String
    private let tool: String
    private let folder: TemporaryFolder

    /// Nil if valgrind is not installed.
    init?(tool: String, _ folder: TemporaryFolder) {
        guard let valgrind = Program.find("valgrind") else { return nil }
        (self.valgrind, self.tool, self.folder) = (valgrind, tool, folder)
    }

    /// How many instructions a direction takes for each octet of its input.
    func count(_ direction: Direction, _ inputs: inout Inputs) throws -> Double {
        let small = try inputs.path(of: Input(form: direction.form, extent: .events(Self.sizes.0)))
        let large = try inputs.path(of: Input(form: direction.form, extent: .events(Self.sizes.1)))
        let more = try run(direction, large) - run(direction, small)
        return Double(more) / Double(TextFile.size(large) - TextFile.size(small))
    }

    private func run(_ direction: Direction, _ path: String) throws -> Int {
        let command = Command(
            valgrind,
            ["--tool=callgrind", "--callgrind-out-file=/dev/null", "--log-file=\(folder.file("count"))", tool]
                + direction.arguments + [path])
        _ = try ChildProcess.run(
            command, output: "/dev/null", errors: folder.file("errors"), accepting: direction.codes)
        return try Self.collected(in: TextFile.beginning(of: folder.file("count")))
    }

    /// The number behind `Collected : ` in what callgrind prints.
    private static func collected(in log: String) throws -> Int {
        let words = log.split { $0 == " " || $0 == "\n" }
        guard let index = words.firstIndex(of: "Collected"), index + 2 < words.count, let count = Int(words[index + 2])
        else { throw Failure("callgrind said nothing that can be understood") }
        return count
    }
}
