/// What people read: a block for each row.
enum TextReport {
    /// The machine, the tool and the law of the report.
    static func head(_ setting: Setting) -> String {
        var lines = ["\(setting.edition) at \(setting.tool)", setting.machine]
        if setting.isToolOlder {
            lines.append("This tool is older than the benchmark: build it again if its sources have changed.")
        }
        lines.append("Whole processes, ours and the peer in turn; median (least–most). Memory: ru_maxrss.")
        return lines.joined(separator: "\n") + "\n"
    }

    static func block(_ measurement: Measurement, _ peers: [Row.PeerKind: PeerSearch]) -> String {
        var title = "\(measurement.row.name): \(measurement.row.title)"
        if let input = measurement.input { title += ", \(Figures.octets(input.octets)) of JSON" }
        var lines = ["", title, line("", "wall ms", "processor ms", "MB/s in", "peak MiB", "times as fast")]
        for runs in measurement.variants { lines.append(line(of: runs, measurement)) }
        if let peer = measurement.peer { lines.append(line(of: peer, measurement)) }
        if let note = note(measurement, peers) { lines.append("  \(note)") }
        lines.append("  \(output(measurement))")
        return lines.joined(separator: "\n") + "\n"
    }

    /// The instructions that each octet of input takes.
    static func instructions(_ costs: [InstructionCost]) -> String {
        var lines = ["", "Instructions for each octet of input (callgrind, by difference of two sizes)"]
        for cost in costs {
            lines.append(
                "  \(Figures.left(cost.name, 36))\(Figures.right(Figures.short(cost.perOctet), 8))")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func line(of runs: Measurement.Runs, _ measurement: Measurement) -> String {
        let rate = measurement.input.flatMap { input in
            runs.wall.map { Figures.short(Double(input.octets) / 1e6 / $0.median) }
        }
        let isPeer = measurement.peer?.name == runs.name
        let ratios = isPeer ? nil : measurement.peer.flatMap { runs.ratios(to: $0) }
        return line(
            runs.name, Figures.spread(runs.wall, times: 1000), Figures.spread(runs.processor, times: 1000),
            rate ?? "-", runs.peak.map { ($0.isBound ? "≤ " : "") + Figures.mebibytes($0.octets) } ?? "-",
            ratios.map { Figures.spread($0) } ?? "")
    }

    private static func line(
        _ name: String, _ wall: String, _ processor: String, _ rate: String, _ peak: String, _ ratio: String
    ) -> String {
        let cells =
            Figures.left(name, 24) + Figures.right(wall, 24) + Figures.right(processor, 24) + Figures.right(rate, 10)
            + Figures.right(peak, 10) + Figures.right(ratio, 20)
        var text = "  " + cells
        while text.last == " " { text.removeLast() }
        return text
    }

    private static func note(_ measurement: Measurement, _ peers: [Row.PeerKind: PeerSearch]) -> String? {
        if let absence = measurement.absence { return "Peer absent: \(absence). That is no win." }
        guard let kind = measurement.row.peer, case .found(let peer)? = peers[kind], let runs = measurement.peer else {
            return nil
        }
        let number = runs.usages.count
        let ours = measurement.variants.first?.usages.count ?? 0
        let rarer = number < ours ? ", run \(number == 1 ? "once" : "\(number) times") only" : ""
        return "Peer: \(peer.edition)\(rarer)."
    }

    private static func output(_ measurement: Measurement) -> String {
        let parts = measurement.variants.compactMap { runs in
            runs.digest.map { digest in
                "\(runs.name) \(Figures.octets(digest.octets)), checksum \(Figures.checksum(digest.checksum))"
            }
        }
        let counts = measurement.variants.first?.digest?.counts ?? []
        let verdict =
            switch measurement.row.check {
            case .input: "the octets of the input"
            case .lines: "\(Figures.count(counts.first ?? 0)) events"
            case .calendar:
                "\(Figures.count(counts.first ?? 0)) VEVENTs"
                    + (measurement.peer == nil ? "" : ", and with the peer as many of each line")
            case .anything: "the same every time"
            }
        return "Output: \(verdict); \(parts.joined(separator: "; "))."
    }
}
