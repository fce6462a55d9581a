/// What people read: a block for each row.
enum TextReport {
    /// The machine, the tool and the law of the report.
    static func head(_ setting: Setting, isQuick: Bool) -> String {
        var lines = [
            "\(setting.edition) at \(setting.tool), \(setting.isStatic ? "statically" : "dynamically") linked",
            setting.compiler, setting.machine,
            "Ours and the peer in turn; median (least–most). Memory: ru_maxrss. An absent peer is no win.",
        ]
        if isQuick { lines.append("--quick: to look, not to judge. Starting a process is a good part of such times.") }
        return lines.joined(separator: "\n") + "\n"
    }

    static func block(_ measurement: Measurement) -> String {
        let row = measurement.row
        var lines = ["", "\(row.name). \(row.title)"]
        if !measurement.input.isEmpty { lines[1] += " (\(measurement.input))" }
        for runs in measurement.ours + (measurement.peer.map { [$0] } ?? []) { lines.append(line(runs)) }
        for figure in measurement.figures { lines.append(line(figure)) }
        if let processor = measurement.processor { lines.append("  \(Figures.spread(processor)) by processor time") }
        if let absence = measurement.absence { lines.append("  NOT JUDGED: \(absence)") }
        if let edition = measurement.edition { lines.append("  Peer: \(edition).") }
        for sentence in [measurement.check, row.note] where !sentence.isEmpty { lines.append("  \(sentence)") }
        return lines.joined(separator: "\n") + "\n"
    }

    /// How the figures stand, in a line.
    static func end(_ measurements: [Measurement]) -> String {
        var lines = [""]
        for verdict in [Verdict.goal, .floor, .missed, .unknown] {
            let names = measurements.filter { $0.worst == verdict }.map(\.row.name)
            if !names.isEmpty { lines.append("\(verdict.rawValue): \(names.joined(separator: ", "))") }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func line(_ runs: Measurement.Runs) -> String {
        let name = Figures.left("  \(runs.name)", 46)
        let wall = Figures.right(Figures.spread(runs.wall, times: 1000) + " ms", 28)
        let peak = runs.peak.map { ($0.isBound ? "≤ " : "") + Figures.mebibytes($0.octets) + " MiB" } ?? ""
        return name + wall + Figures.right(peak, 14)
    }

    private static func line(_ figure: Measurement.Figure) -> String {
        var text = "  \(Figures.spread(figure.value)) \(figure.name)"
        if let goal = figure.goal, let verdict = figure.verdict {
            text += "; floor \(goal.floorText), goal \(goal.goalText): \(verdict.rawValue.uppercased())"
        }
        return text
    }
}
