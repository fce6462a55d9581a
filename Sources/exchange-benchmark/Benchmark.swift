import Glibc

@main
enum Benchmark {
    static func main() {
        Interrupted.holdBack()
        let options: Options
        do {
            options = try Options(CommandLine.arguments)
            _ = try options.chosenRows()
        } catch {
            exit(complain(error, 64))
        }
        do {
            try run(options)
        } catch {
            exit(complain(error, 1))
        }
    }

    private static func run(_ options: Options) throws {
        if options.wantsHelp { return try TextFile.print(Options.help) }
        if let events = options.data {
            _ = try ProgrammeFile.write(.events(events)) { try TextFile.put($0, 1, "standard output") }
            return
        }
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        if let largest = options.linear { return try look(options, folder, largest) }
        try measure(options, folder)
    }

    private static func look(_ options: Options, _ folder: TemporaryFolder, _ largest: Int) throws {
        let setting = try Setting(tool: options.tool, folder)
        var isLinear = true
        var isFirst = true
        try Linearity(tool: setting.tool, folder: folder, largest: largest).measure { row in
            if isFirst { try TextFile.print(LinearityReport.head(row.sizes)) }
            isFirst = false
            try TextFile.print(LinearityReport.line(row))
            if row.ratios.contains(where: { ($0 ?? 0) > Linearity.limit }) { isLinear = false }
        }
        if !isLinear { throw Failure("ten times the input costs more than \(Linearity.limit) times the time") }
    }

    private static func measure(_ options: Options, _ folder: TemporaryFolder) throws {
        let setting = try Setting(tool: options.tool, folder)
        var bench = Bench(tool: setting.tool, folder: folder, runs: options.runs)
        if !options.isJSON { try TextFile.print(TextReport.head(setting)) }
        var measurements: [Measurement] = []
        for row in try options.chosenRows() {
            let measurement = try bench.measure(row)
            measurements.append(measurement)
            if !options.isJSON { try TextFile.print(TextReport.block(measurement, bench.peers)) }
        }
        var costs: [InstructionCost] = []
        if options.countsInstructions {
            if Program.find("valgrind") == nil {
                TextFile.complain("Instructions are not counted: valgrind is not installed.\n")
            } else {
                costs = try Instructions.count(tool: setting.tool, folder)
                if !options.isJSON { try TextFile.print(TextReport.instructions(costs)) }
            }
        }
        if options.isJSON { try TextFile.print(JSONReport.text(setting, measurements, bench.peers, costs)) }
    }

    /// Says what went wrong, and answers the code to exit with.
    private static func complain(_ error: any Error, _ code: Int32) -> Int32 {
        if error is Interrupted { return 130 }
        TextFile.complain("exchange-benchmark: \((error as? Failure)?.message ?? "\(error)")\n")
        return code
    }
}
