/// Findings as people read them, each with the line in question; how many there are stands last.
struct TextReport: ReportForm {
    var colour = Colour.off

    func text(of input: ReportedInput, isTerse: Bool) -> String {
        if isTerse, input.findings.isEmpty { return "" }
        let frames = input.findings.map { TextFrame(finding: $0, colour: colour).text }
        return frames.joined() + (input.hiddenWords + [input.summary]).joined(separator: "\n") + "\n"
    }

    func ending(of run: ReportedRun) -> String {
        run.inputs.count > 1 ? "\(run.inputs.count) files: \(run.total.words)\n" : ""
    }
}

/// Findings on a line each, as editors and problem matchers read them.
struct ShortReport: ReportForm {
    func text(of input: ReportedInput, isTerse: Bool) -> String {
        if isTerse, input.findings.isEmpty { return "" }
        let lines = input.findings.map { TextFrame(finding: $0).short }
        return lines.joined() + (input.hiddenWords + [input.summary]).joined(separator: "\n") + "\n"
    }

    func ending(of run: ReportedRun) -> String { TextReport().ending(of: run) }
}
