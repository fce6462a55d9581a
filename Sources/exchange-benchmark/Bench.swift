/// Runs rows, ours and the peer in turn, and looks at every output.
struct Bench {
    private let setting: Setting
    private let folder: TemporaryFolder
    private let scale: Scale
    /// How many pairs are run; nil for what the rows say.
    private let pairs: Int?
    private var peers: PeerFinder
    private var inputs: Inputs

    init(_ setting: Setting, _ folder: TemporaryFolder, _ scale: Scale, pairs: Int?) {
        (self.setting, self.folder, self.scale, self.pairs) = (setting, folder, scale, pairs)
        peers = PeerFinder(setting, folder)
        inputs = Inputs(tool: setting.tool, folder)
    }

    mutating func measure(_ row: Row) throws -> Measurement {
        switch row.work {
        case .race(let race): try measure(row, race)
        case .memory(let work): try measure(row, work)
        case .instructions(let goals): try measure(row, goals)
        }
    }

    private struct Contender {
        let command: Command
        let codes: Set<Int32>
        var runs: Measurement.Runs
    }

    private func command(_ contestant: Contestant) -> Command {
        Command(contestant.program == .tool ? setting.tool : setting.program, contestant.arguments)
    }

    // MARK: Races

    private mutating func measure(_ row: Row, _ race: Race) throws -> Measurement {
        var measurement = Measurement(row: row)
        let paths = (
            try race.input.map { try inputs.path(of: $0) },
            try (race.peerInput ?? race.input).map {
                try inputs.path(of: $0)
            }
        )
        if let input = race.input { measurement.input = try describe(input) }
        let own = command(race.ours)
        var contenders = [
            Contender(
                command: Command(own.path, own.arguments + (paths.0.map { [$0] } ?? [])), codes: race.ours.codes,
                runs: Measurement.Runs(name: race.ours.text))
        ]
        switch peers.find(race.peer) {
        case .found(let peer):
            measurement.edition = peer.edition
            let command = Command(peer.command.path, peer.command.arguments + (paths.1.map { [$0] } ?? []))
            contenders.append(
                Contender(command: command, codes: [0], runs: Measurement.Runs(name: race.peer.rawValue)))
        case .absent(let reason): measurement.absence = "peer absent (\(reason))"
        }
        for round in -race.warmUps..<(pairs ?? race.pairs) {
            for index in contenders.indices {
                try run(&contenders[index], race, isCounted: round >= 0)
            }
        }
        measurement.ours = [contenders[0].runs]
        measurement.peer = contenders.count > 1 ? contenders[1].runs : nil
        let file = try race.input.map { try inputs.programme($0.extent) }
        try race.check.check(contenders[0].runs, measurement.peer, file, input: paths.0)
        measurement.check = race.check.sentence(contenders[0].runs, measurement.peer)
        let ratios = measurement.peer.flatMap { contenders[0].runs.ratios(to: $0, race.figure) }
        measurement.figures = [Measurement.Figure(name: race.figure.rawValue, value: ratios, goal: row.goal)]
        if case .process = race.clock {
            measurement.processor = measurement.peer.flatMap {
                contenders[0].runs.processorRatios(to: $0, race.figure)
            }
        }
        return measurement
    }

    private func run(_ contender: inout Contender, _ race: Race, isCounted: Bool) throws {
        let output = folder.file("output")
        let usage = try ChildProcess.run(
            contender.command, output: output, errors: folder.file("errors"), accepting: contender.codes)
        let look = try race.check.look(at: output)
        let name = contender.runs.name
        if !contender.runs.usages.isEmpty { try race.check.compare(name, look, with: contender.runs.look) }
        contender.runs.look = look
        guard isCounted else { return }
        contender.runs.usages.append(usage)
        switch race.clock {
        case .process: contender.runs.seconds.append(usage.wall)
        case .told:
            guard let seconds = look.told["seconds"] else { throw Failure("\(name) does not tell its time") }
            contender.runs.seconds.append(seconds)
        }
    }

    private mutating func describe(_ input: Input) throws -> String {
        let path = try inputs.path(of: input)
        let events = Figures.count(try inputs.programme(input.extent).events)
        return "\(events) events, \(Figures.octets(TextFile.size(path))) of \(input.form)"
    }

    // MARK: Memory

    private mutating func measure(_ row: Row, _ work: MemoryWork) throws -> Measurement {
        var measurement = Measurement(row: row)
        let command = command(work.ours)
        let launcher = Launcher(folder)
        var peaks: [Int] = []
        for octets in [scale.large, scale.small] {
            let input = Input(form: work.form, extent: .octets(octets))
            let path = try inputs.path(of: input)
            let size = Figures.octets(TextFile.size(path))
            if measurement.input.isEmpty { measurement.input = try describe(input) }
            var runs = Measurement.Runs(name: "\(work.ours.text), \(size)")
            for _ in 0..<(pairs ?? 3) {
                let command = Command(command.path, command.arguments + [path])
                let usage =
                    try launcher?.run(command)
                    ?? ChildProcess.run(command, output: "/dev/null", errors: folder.file("errors"))
                runs.usages.append(usage)
                runs.seconds.append(usage.wall)
            }
            measurement.ours.append(runs)
            peaks.append(runs.peak?.octets ?? 0)
            inputs.remove(input.extent)
        }
        let mebibytes = Series([Double(peaks[0]) / 1_048_576])
        measurement.figures = [Measurement.Figure(name: "MiB peak", value: mebibytes, goal: work.peak)]
        if let goal = work.ratio {
            let ratio = Series([Double(peaks[0]) / Double(max(1, peaks[1]))])
            measurement.figures.append(
                Measurement.Figure(name: "peak of the large by that of the small", value: ratio, goal: goal))
        }
        if measurement.ours.contains(where: { $0.peak?.isBound == true }) {
            measurement.check =
                "The peak is a bound: gcc is not installed, and whoever measures holds more than what is measured."
        }
        return measurement
    }

    // MARK: Instructions

    private mutating func measure(_ row: Row, _ goals: [(Direction, Goal)]) throws -> Measurement {
        var measurement = Measurement(row: row)
        let instructions = Instructions(tool: setting.tool, folder)
        if instructions == nil { measurement.absence = "valgrind is not installed" }
        for (direction, goal) in goals {
            let value = try instructions.flatMap { Series([try $0.count(direction, &inputs)]) }
            measurement.figures.append(Measurement.Figure(name: direction.title, value: value, goal: goal))
        }
        return measurement
    }
}
