/// The table as a page of documentation shows it.
enum MarkdownReport {
    static func text(_ setting: Setting, _ measurements: [Measurement]) -> String {
        let linked = setting.isStatic ? "statically" : "dynamically"
        var lines = [
            "\(setting.edition), \(linked) linked; \(setting.compiler); \(setting.machine).", "",
            "| # | work | peer | ours | peer's | figure | floor | goal | |", "|---|---|---|---|---|---|---|---|---|",
        ]
        for measurement in measurements {
            for (index, figure) in measurement.figures.enumerated() { lines.append(row(measurement, index, figure)) }
        }
        lines.append("")
        for measurement in measurements where !measurement.row.note.isEmpty {
            let edition = measurement.edition.map { " Peer: \($0)." } ?? ""
            lines.append("- *\(measurement.row.name)*: \(measurement.row.note)\(edition)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func row(_ measurement: Measurement, _ index: Int, _ figure: Measurement.Figure) -> String {
        let race: Race? = if case .race(let race) = measurement.row.work { race } else { nil }
        var title = measurement.row.title
        if measurement.figures.count > 1 { title += ", \(figure.name)" }
        let peer = race.map { $0.peer.rawValue + (measurement.absence.map { " – \($0)" } ?? "") }
        let unit = race == nil ? "" : " ×"
        let cells = [
            measurement.row.name, title, peer ?? "–", cell(measurement.ours.first), cell(measurement.peer),
            figure.value.map { Figures.spread($0) + unit } ?? "–", figure.goal?.floorText ?? "",
            figure.goal?.goalText ?? "", figure.verdict?.rawValue ?? "",
        ]
        return "| " + cells.joined(separator: " | ") + " |"
    }

    /// Seconds and memory.
    private static func cell(_ runs: Measurement.Runs?) -> String {
        guard let runs, let wall = runs.wall else { return "–" }
        let time = wall.median < 0.1 ? "\(Figures.short(wall.median * 1000)) ms" : "\(Figures.short(wall.median)) s"
        let peak = runs.peak.map { ", \($0.isBound ? "≤ " : "")\(Figures.mebibytes($0.octets)) MiB" }
        return time + (peak ?? "")
    }
}
