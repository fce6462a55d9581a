import ExchangeDiagnostics

/// The report as a page of its own: no script, no request, made to be printed on A4 and sent on.
///
/// What matters most stands first: whether the data may go out, then what each responsible person has to mend, then the
/// same by rule. Text from the data takes its own direction and cannot leave its element.
struct HTMLReport: ReportForm {
    let language: InterfaceLanguage

    func ending(of run: ReportedRun) -> String {
        let findings = run.inputs.flatMap(\.findings)
        let isFit = run.systemErrors.isEmpty && run.terms.verdict.exitCode(for: run.total) == .success
        let files = run.inputs.map { "\($0.name == "-" ? "standard input" : $0.name)" }
        let title = "\(language[.title]): \(files.joined(separator: ", "))"
        var page = """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)" dir="\(language.isWrittenFromRightToLeft ? "rtl" : "ltr")">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="generator" content="\(Version.tool) \(Version.number)">
            <title>\(Markup.escaped(title))</title>
            <style>
            \(Self.style)</style>
            </head>
            <body>
            <header>
            <h1>\(language[.title])</h1>
            <p class="verdict \(isFit ? "fit" : "unfit")">\(language[verdict(isFit, run.terms.profile)])</p>
            <p>\(counts(of: run.total)) · \(language[.profile]): <bdi>\(run.terms.profile.rawValue)</bdi></p>
            </header>

            """
        page += section(language[.files], run.inputs.map(fileItem))
        if !run.systemErrors.isEmpty {
            page += section(
                language[.systemErrors], run.systemErrors.map { "<li dir=\"auto\">\(Markup.escaped($0))</li>" })
        }
        page += contacts(findings)
        page += rules(findings, run)
        return page + "</body>\n</html>\n"
    }

    // MARK: Parts

    private func verdict(_ isFit: Bool, _ profile: Profile) -> Phrase {
        switch profile {
        case .publish: isFit ? .fitToPublish : .unfitToPublish
        case .draft: isFit ? .fitForDraft : .unfitForDraft
        }
    }

    private func counts(of tally: Tally) -> String {
        guard tally.total > 0 else { return language[.nothingFound] }
        let phrases: [(Severity, Phrase)] = [(.error, .errors), (.warning, .warnings), (.note, .notes)]
        return phrases.map { "<strong>\(tally.count($0))</strong> \(language[$1])" }.joined(separator: " · ")
    }

    private func fileItem(_ input: ReportedInput) -> String {
        let records = input.tally.records.map { " · \($0) \(language[.records])" } ?? ""
        return "<li><bdi>\(Markup.escaped(input.shownName))</bdi> – \(counts(of: input.tally))\(records)</li>"
    }

    private func section(_ heading: String, _ items: [String]) -> String {
        items.isEmpty
            ? "" : "<section>\n<h2>\(heading)</h2>\n<ul>\n\(items.joined(separator: "\n"))\n</ul>\n</section>\n"
    }

    private func contacts(_ findings: [Finding]) -> String {
        var order: [Contact?] = []
        var groups: [Contact?: [Finding]] = [:]
        for finding in findings {
            if groups[finding.contact] == nil { order.append(finding.contact) }
            groups[finding.contact, default: []].append(finding)
        }
        // Who is named comes before who is not.
        order = order.filter { $0 != nil } + order.filter { $0 == nil }
        guard !order.isEmpty else { return "" }
        var text = "<section class=\"contacts\">\n<h2>\(language[.byContact])</h2>\n"
        for contact in order {
            let name = contact.map { "<bdi>\(Markup.escaped($0.name))</bdi>" } ?? language[.nobody]
            let reach = contact.map { $0.reach.isEmpty ? "" : " <small><bdi>\(Markup.escaped($0.reach))</bdi></small>" }
            text += "<h3>\(name)\(reach ?? "")</h3>\n<ul>\n"
            for finding in groups[contact] ?? [] { text += "<li>\(sentence(finding, namesRule: true))</li>\n" }
            text += "</ul>\n"
        }
        return text + "</section>\n"
    }

    private func rules(_ findings: [Finding], _ run: ReportedRun) -> String {
        guard !findings.isEmpty else { return "" }
        var text = "<section class=\"rules\">\n<h2>\(language[.byRule])</h2>\n"
        for code in Code.allCases {
            let some = findings.filter { $0.diagnostic.code == code }
            guard !some.isEmpty else { continue }
            text += "<h3 id=\"\(code.rawValue)\"><bdi>\(code.rawValue) \(code.slug)</bdi></h3>\n"
            text += "<p dir=\"ltr\" lang=\"en\">\(Markup.escaped(code.sentence))</p>\n<ol>\n"
            for finding in some { text += "<li>\(sentence(finding, namesRule: false))\(excerpt(finding))</li>\n" }
            text += "</ol>\n"
            let hidden = run.inputs.reduce(0) { $0 + ($1.hidden[code] ?? 0) }
            if hidden > 0 { text += "<p>+ \(hidden) \(language[.more])</p>\n" }
        }
        return text + "</section>\n"
    }

    private func sentence(_ finding: Finding, namesRule: Bool) -> String {
        let diagnostic = finding.diagnostic
        var text = "<span class=\"\(diagnostic.severity.rawValue)\">\(diagnostic.severity.rawValue)</span> "
        if namesRule { text += "<a href=\"#\(diagnostic.code.rawValue)\">\(diagnostic.code.rawValue)</a> " }
        if let subject = diagnostic.subject {
            let name = [subject.name, subject.id.map { "(\($0))" }].compactMap { $0 }.map {
                "<bdi>\(Markup.escaped($0))</bdi>"
            }
            text += "<b>\(Markup.escaped(subject.kind)) \(name.joined(separator: " "))</b> – "
        }
        text += "<bdi lang=\"en\">\(Markup.escaped(diagnostic.message))</bdi>"
        if let meant = diagnostic.meant { text += " · \(language[.didYouMean]) <bdi>\(Markup.escaped(meant))</bdi>?" }
        return text
    }

    private func excerpt(_ finding: Finding) -> String {
        let place = finding.diagnostic.location.place + (finding.address.isEmpty ? "" : "  \(finding.address)")
        var text = "<br><small>\(language[.place]): <bdi>\(Markup.escaped(place))</bdi></small>"
        if let excerpt = finding.excerpt { text += "<pre dir=\"auto\">\(Markup.escaped(excerpt.line))</pre>" }
        return text
    }

    private static let style = """
        @page { size: A4; margin: 18mm 16mm; }
        body { font: 11pt/1.45 system-ui, "Noto Sans", "Noto Naskh Arabic", sans-serif; color: #1b1b1b; background: #fff;
          max-width: 60rem; margin: 0 auto; padding: 1rem; }
        h1 { font-size: 1.5rem; margin: 0 0 .5rem; }
        h2 { font-size: 1.2rem; border-bottom: 1px solid #999; margin-top: 1.6rem; }
        h3 { font-size: 1rem; margin: 1rem 0 .3rem; break-after: avoid; }
        .verdict { display: inline-block; padding: .35rem .8rem; border: 2px solid; border-radius: .4rem;
          font-weight: bold; margin: 0; }
        .fit { color: #0b5d1e; } .unfit { color: #9b1c1c; }
        .error, .warning, .note { font-weight: bold; }
        .error { color: #9b1c1c; } .warning { color: #7a4b00; } .note { color: #1d4e89; }
        li { margin: .25rem 0; break-inside: avoid; overflow-wrap: anywhere; }
        pre { margin: .2rem 0; padding: .3rem .5rem; background: #f3f3f3; white-space: pre-wrap; overflow-wrap: anywhere; }
        a { color: inherit; }

        """
}
