/// Whether ten times the input takes about ten times the time.
struct Linearity {
    /// Processor seconds at each size.
    struct Row {
        let name: String
        let sizes: [Int]
        var seconds: [Double] = []
        /// The most memory that was held at any size, in octets.
        var peak = 0

        /// How much more time each size takes than the one before, a tenth of it; nil where both take next to nothing.
        var ratios: [Double?] {
            zip(seconds, seconds.dropFirst()).map { less, more in
                more < Linearity.least ? nil : more / max(less, Linearity.least)
            }
        }
    }

    /// What is told as time at all: below it, starting the process is most of it.
    static let least = 0.05
    /// The most that ten times the input may cost.
    static let limit = 12.0

    private let tool: String
    private let folder: TemporaryFolder
    private let largest: Int

    init(tool: String, folder: TemporaryFolder, largest: Int) {
        self.tool = tool
        self.folder = folder
        self.largest = largest
    }

    private var sizes: [Int] { [1_000, 10_000, 100_000, 1_000_000].filter { $0 <= largest } }

    /// Measures the programme in every form, and the attack shapes; hands over each row when it is done.
    func measure(_ row: (Row) throws -> Void) throws {
        for form in Shape.forms {
            try row(try records(in: form, "read", ["convert", "-q", "-f", "ndjson"]))
            try row(try records(in: form, "validated", ["validate", "--exit-zero"]))
        }
        for shape in Shape.attacks { try row(try attack(shape)) }
    }

    private func records(in form: String, _ deed: String, _ arguments: [String]) throws -> Row {
        var row = Row(name: "records in \(form), \(deed)", sizes: sizes)
        let (json, path) = (folder.file("programme.json"), folder.file("input.\(form)"))
        for size in sizes {
            _ = try TextFile.writing(to: json) { try ProgrammeFile.write(.events(size), sink: $0) }
            try run(["convert", "-q", "-f", form, json, "-o", path])
            try measure(arguments + [path], into: &row)
        }
        return row
    }

    private func attack(_ shape: Shape) throws -> Row {
        var row = Row(name: shape.name, sizes: sizes)
        let path = folder.file("attack.\(shape.ending)")
        for size in sizes {
            try TextFile.writing(to: path) { sink in
                try shape.write(size) { part in
                    var part = part
                    try part.withUTF8 { utf8 in
                        guard let start = utf8.baseAddress else { return }
                        try sink(.init(start: start, count: utf8.count))
                    }
                }
            }
            try measure(shape.arguments + [path], into: &row)
        }
        return row
    }

    /// The least of three runs: what is more is the machine's.
    private func measure(_ arguments: [String], into row: inout Row) throws {
        var least = Double.infinity
        for _ in 0..<3 {
            let usage = try run(arguments)
            least = min(least, usage.processor)
            row.peak = max(row.peak, usage.peak.octets)
            if least > 5 { break }
        }
        row.seconds.append(least)
    }

    /// A finding is an answer like another; a crash is not.
    @discardableResult
    private func run(_ arguments: [String]) throws -> Usage {
        try ChildProcess.run(
            Command(tool, arguments), output: "/dev/null", errors: folder.file("errors"), accepting: [0, 1, 65])
    }
}
