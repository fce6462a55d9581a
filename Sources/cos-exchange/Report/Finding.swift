import ExchangeDiagnostics
import ExchangeSyntax

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

    /// The findings that diagnostics about one input come to: with lines, columns, excerpts, in the order of the input.
    static func all(_ diagnostics: [Diagnostic], in input: Input) throws -> [Finding] {
        var diagnostics = diagnostics
        for index in diagnostics.indices {
            diagnostics[index].location.file = input.name
            for other in diagnostics[index].related.indices {
                diagnostics[index].related[other].location.file = input.name
            }
        }
        var lines = LineFinder(ByteInput { input.source(from: $0) })
        try lines.locate(&diagnostics)
        let order = diagnostics.indices.sorted { left, right in
            let offsets = (diagnostics[left].location.position.offset, diagnostics[right].location.position.offset)
            return offsets.0 == offsets.1 ? left < right : offsets.0 < offsets.1
        }
        return order.map { Finding(diagnostics[$0], in: input) }
    }
}

extension Diagnostic {
    /// `event “Visita al buio” (ev-017)`; nil for a finding about no record.
    var subjectWords: String? {
        guard let subject else { return nil }
        let name = subject.name.map { " \(Escaped.quoted($0))" } ?? ""
        let id = subject.id.map { subject.name == nil ? " \(Escaped.text($0))" : " (\(Escaped.text($0)))" } ?? ""
        return Escaped.text(subject.kind) + name + id
    }
}

extension Diagnostic.Location {
    /// `programme.json:412:17`.
    var place: String {
        let name = file == "-" ? "<standard input>" : Escaped.text(file, limit: 200)
        return "\(name):\(position.line):\(position.column)"
    }
}
