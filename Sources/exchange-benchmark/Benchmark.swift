import Glibc

@main
enum Benchmark {
    static func main() {
        Interrupted.holdBack()
        let arguments = CommandLine.arguments
        do {
            // Work of ours that the table measures in processes of their own; people have no use for it.
            if arguments.count == 3, let work = OwnWork(rawValue: arguments[1]) { return try work.run(arguments[2]) }
        } catch {
            exit(complain(error, 1))
        }
        let options: Options
        do {
            options = try Options(arguments)
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
        let setting = try Setting(tool: options.tool, folder)
        if options.isGate {
            try Gate(setting, folder, table: options.table).run(isUpdate: options.isUpdate)
        } else if let largest = options.linear {
            try look(setting, folder, largest)
        } else {
            try measure(options, setting, folder)
        }
    }

    private static func look(_ setting: Setting, _ folder: TemporaryFolder, _ largest: Int) throws {
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

    private static func measure(_ options: Options, _ setting: Setting, _ folder: TemporaryFolder) throws {
        var bench = Bench(setting, folder, options.scale, pairs: options.pairs)
        if options.style == .text { try TextFile.print(TextReport.head(setting, isQuick: options.isQuick)) }
        var measurements: [Measurement] = []
        var failures = 0
        for row in try options.chosenRows() {
            let measurement: Measurement
            do {
                measurement = try bench.measure(row)
            } catch let failure as Failure {
                // The other rows are none the worse for it.
                failures += 1
                TextFile.complain("row \(row.name): \(failure.message)\n")
                continue
            }
            measurements.append(measurement)
            switch options.style {
            case .text: try TextFile.print(TextReport.block(measurement))
            case .markdown: TextFile.complain("row \(row.name)\n")
            case .json: break
            }
        }
        switch options.style {
        case .text: try TextFile.print(TextReport.end(measurements))
        case .json: try TextFile.print(JSONReport.text(setting, measurements))
        case .markdown: try TextFile.print(MarkdownReport.text(setting, measurements))
        }
        if failures > 0 { throw Failure("\(failures) rows could not be measured") }
    }

    /// Says what went wrong, and answers the code to exit with.
    private static func complain(_ error: any Error, _ code: Int32) -> Int32 {
        if error is Interrupted { return 130 }
        TextFile.complain("exchange-benchmark: \((error as? Failure)?.message ?? "\(error)")\n")
        return code
    }
}
