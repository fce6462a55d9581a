/// How many instructions one conversion takes for each octet of its input.
struct InstructionCost {
    let name: String
    let perOctet: Double
}

/// Counts instructions with callgrind, which is repeatable where clocks are not.
///
/// Two sizes are run and the difference is taken, so that starting the process counts for nothing.
enum Instructions {
    private static let sizes = (1000, 6000)

    private static let conversions = [
        ("JSON to JSON", ["convert", "--format", "json"]),
        ("JSON to NDJSON", ["convert", "--format", "ndjson"]),
        ("JSON to iCalendar with residue", ["export", "--format", "ics"]),
        ("JSON to iCalendar, --lean", ["export", "--format", "ics", "--lean"]),
    ]

    /// What each conversion takes; fails if valgrind is not installed.
    static func count(tool: String, _ folder: TemporaryFolder) throws -> [InstructionCost] {
        guard let valgrind = Program.find("valgrind") else { throw Failure("valgrind is not installed") }
        let paths = (folder.file("small.json"), folder.file("large.json"))
        let small = try TextFile.writing(to: paths.0) { try ProgrammeFile.write(.events(sizes.0), sink: $0) }
        let large = try TextFile.writing(to: paths.1) { try ProgrammeFile.write(.events(sizes.1), sink: $0) }
        return try conversions.map { name, arguments in
            func run(_ path: String) throws -> Int {
                let command = Command(
                    valgrind,
                    ["--tool=callgrind", "--callgrind-out-file=/dev/null", "--log-file=\(folder.file("count"))", tool]
                        + arguments + [path])
                _ = try ChildProcess.run(command, output: "/dev/null", errors: folder.file("errors"))
                return try collected(in: TextFile.beginning(of: folder.file("count")))
            }
            let more = try run(paths.1) - run(paths.0)
            return InstructionCost(name: name, perOctet: Double(more) / Double(large.octets - small.octets))
        }
    }

    /// The number behind `Collected : ` in what callgrind prints.
    private static func collected(in log: String) throws -> Int {
        let words = log.split { $0 == " " || $0 == "\n" }
        guard let index = words.firstIndex(of: "Collected"), index + 2 < words.count, let count = Int(words[index + 2])
        else { throw Failure("callgrind said nothing that can be understood") }
        return count
    }
}
