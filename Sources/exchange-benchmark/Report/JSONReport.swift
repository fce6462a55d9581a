/// What programs read: one object, its members in a fixed order.
enum JSONReport {
    static func text(_ setting: Setting, _ measurements: [Measurement]) -> String {
        """
        {
          "tool": \(quoted(setting.edition)),
          "isStatic": \(setting.isStatic),
          "compiler": \(quoted(setting.compiler)),
          "machine": \(quoted(setting.machine)),
          "memory": "ru_maxrss",
          "rows": [
            \(measurements.map(row).joined(separator: ",\n    "))
          ]
        }

        """
    }

    private static func row(_ measurement: Measurement) -> String {
        var members = ["\"row\": \(quoted(measurement.row.name))", "\"title\": \(quoted(measurement.row.title))"]
        if !measurement.input.isEmpty { members.append("\"input\": \(quoted(measurement.input))") }
        members.append("\"ours\": [\(measurement.ours.map(runs).joined(separator: ", "))]")
        if let peer = measurement.peer { members.append("\"peer\": \(runs(peer))") }
        if let edition = measurement.edition { members.append("\"peerEdition\": \(quoted(edition))") }
        if let absence = measurement.absence { members.append("\"notJudged\": \(quoted(absence))") }
        members.append("\"figures\": [\(measurement.figures.map(figure).joined(separator: ", "))]")
        if let processor = measurement.processor { members.append("\"byProcessorTime\": \(series(processor))") }
        if !measurement.row.note.isEmpty { members.append("\"note\": \(quoted(measurement.row.note))") }
        return "{\(members.joined(separator: ", "))}"
    }

    private static func figure(_ figure: Measurement.Figure) -> String {
        var members = ["\"name\": \(quoted(figure.name))", "\"value\": \(series(figure.value))"]
        if let goal = figure.goal, let verdict = figure.verdict {
            members.append("\"sense\": \"\(goal.sense == .atLeast ? "at least" : "at most")\"")
            members.append("\"floor\": \(Figures.plain(goal.floor)), \"goal\": \(Figures.plain(goal.goal))")
            members.append("\"verdict\": \(quoted(verdict.rawValue))")
        }
        return "{\(members.joined(separator: ", "))}"
    }

    private static func runs(_ runs: Measurement.Runs) -> String {
        var members = ["\"name\": \(quoted(runs.name))", "\"runs\": \(runs.usages.count)"]
        members.append("\"seconds\": \(series(runs.wall))")
        members.append("\"processor\": \(series(runs.processor))")
        if let peak = runs.peak { members.append("\"peak\": \(peak.octets), \"isBound\": \(peak.isBound)") }
        return "{\(members.joined(separator: ", "))}"
    }

    private static func series(_ series: Series?) -> String {
        guard let series else { return "null" }
        let figures = [series.median, series.least, series.most].map { Figures.fixed($0, 6) }
        return #"{"median": \#(figures[0]), "least": \#(figures[1]), "most": \#(figures[2])}"#
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case _ where scalar.value < 0x20: quoted += " "
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
