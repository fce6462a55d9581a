/// Runs rows, ours and the peer in turn, and looks at every output.
struct Bench {
    let tool: String
    let folder: TemporaryFolder
    /// How often everything is run; nil for what the rows say.
    let runs: Int?
    private(set) var peers: [Row.PeerKind: PeerSearch] = [:]
    private var files: [Extent: ProgrammeFile] = [:]

    init(tool: String, folder: TemporaryFolder, runs: Int?) {
        self.tool = tool
        self.folder = folder
        self.runs = runs
    }

    private struct Contender {
        let command: Command
        let rounds: Int
        var runs: Measurement.Runs
    }

    mutating func measure(_ row: Row) throws -> Measurement {
        let file = try row.input.map { try programme($0) }
        let input = row.input.map { [path(of: $0)] } ?? []
        var contenders = row.variants.map { variant in
            Contender(
                command: Command(tool, variant.arguments + input), rounds: runs ?? row.runs,
                runs: Measurement.Runs(name: variant.name))
        }
        var absence: String?
        switch try row.peer.map({ try peer($0) }) {
        case .found(let peer)?:
            let command = Command(peer.command.path, peer.command.arguments + input)
            contenders.append(
                Contender(command: command, rounds: runs ?? row.peerRuns, runs: Measurement.Runs(name: peer.name)))
        case .absent(let reason)?: absence = reason
        case nil: break
        }
        for round in -row.warmUps..<(contenders.map(\.rounds).max() ?? 0) {
            // Whoever runs once only is too slow to be warmed up.
            for index in contenders.indices where round < contenders[index].rounds {
                if round < 0, contenders[index].rounds == 1 { continue }
                try run(contenders[index].command, row.check, isCounted: round >= 0, into: &contenders[index].runs)
            }
        }
        let all = contenders.map(\.runs)
        try row.check.look(at: all, file, input: row.input.map(path(of:)))
        return Measurement(
            row: row, input: file, variants: Array(all.prefix(row.variants.count)),
            peer: all.count > row.variants.count ? all.last : nil, absence: absence)
    }

    private func run(
        _ command: Command, _ check: OutputCheck, isCounted: Bool, into runs: inout Measurement.Runs
    ) throws {
        let output = folder.file("output")
        let usage = try ChildProcess.run(command, output: output, errors: folder.file("errors"))
        let digest = try check.digest(of: output)
        if let known = runs.digest, known != digest { throw Failure("\(runs.name) wrote something else this time") }
        runs.digest = digest
        if isCounted { runs.usages.append(usage) }
    }

    // MARK: What rows share

    private func path(of extent: Extent) -> String {
        switch extent {
        case .events(let number): folder.file("\(number)-events.json")
        case .octets(let number): folder.file("\(number)-octets.json")
        }
    }

    /// The programme of an extent, in its file.
    private mutating func programme(_ extent: Extent) throws -> ProgrammeFile {
        if let known = files[extent] { return known }
        let file = try TextFile.writing(to: path(of: extent)) { try ProgrammeFile.write(extent, sink: $0) }
        files[extent] = file
        return file
    }

    private mutating func peer(_ kind: Row.PeerKind) throws -> PeerSearch {
        if let known = peers[kind] { return known }
        let found =
            switch kind {
            case .calendar: try PeerSearch.calendar(folder)
            case .start: PeerSearch.start(folder)
            }
        peers[kind] = found
        return found
    }
}
