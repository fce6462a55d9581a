import ExchangeDiagnostics

/// A diagnostic with the line that it points at.
struct Finding {
    let diagnostic: Diagnostic
    let excerpt: Excerpt?

    init(_ diagnostic: Diagnostic, excerpt: Excerpt? = nil) {
        self.diagnostic = diagnostic
        self.excerpt = excerpt
    }

    /// Reads the line again; a finding is told without it where that is not possible.
    init(_ diagnostic: Diagnostic, in input: Input) {
        let offset = diagnostic.location.position.offset
        let start = max(0, offset - Excerpt.reach.before)
        let octets = try? input.octets(at: start, count: offset - start + Excerpt.reach.behind)
        self.init(diagnostic, excerpt: octets.flatMap { Excerpt($0, at: offset - start) })
    }

    var fingerprint: Fingerprint { Fingerprint(diagnostic, value: excerpt?.value) }
}

extension Diagnostic {
    /// `event “Visita al buio” (ev-017)`; nil for a finding about no record.
    var subjectWords: String? {
        guard let subject else { return nil }
        let name = subject.name.map { " “\(Escaped.text($0))”" } ?? ""
        let id = subject.id.map { subject.name == nil ? " \(Escaped.text($0))" : " (\(Escaped.text($0)))" } ?? ""
        return Escaped.text(subject.kind) + name + id
    }

    /// `programme.json:412:17`.
    var place: String { location.place }
}

extension Diagnostic.Location {
    var place: String {
        let name = file.isEmpty || file == "-" ? "<standard input>" : Escaped.text(file, limit: 200)
        return "\(name):\(position.line):\(position.column)"
    }
}
