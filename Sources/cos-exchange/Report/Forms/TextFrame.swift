import ExchangeDiagnostics

/// A finding as people read it: whose record, what, where, the line itself, and what may have been meant.
struct TextFrame {
    let finding: Finding
    var colour = Colour.off

    /// On several lines, with an empty one behind.
    var text: String {
        let diagnostic = finding.diagnostic
        let number = String(diagnostic.location.position.line)
        let margin = String(repeating: " ", count: finding.excerpt == nil ? 1 : number.count)
        let head = "\(diagnostic.severity.rawValue)[\(diagnostic.code.rawValue)]"
        let subject = diagnostic.subjectWords.map { "\($0) – " } ?? ""
        var lines = [
            colour.paint(head, style)
                + " \(diagnostic.code.slug): \(subject)\(Escaped.text(diagnostic.message, limit: 400))"
        ]
        let path = finding.address.isEmpty ? "" : "  \(Escaped.text(finding.address, limit: 200))"
        lines.append("\(margin)\(colour.paint("-->", .blue)) \(diagnostic.location.place)\(path)")
        if let excerpt = finding.excerpt {
            lines += Self.quote(excerpt, number, diagnostic.location.position.column, colour)
        }
        for related in diagnostic.related {
            lines.append("\(margin) ::: \(related.location.place)  \(Escaped.text(related.message, limit: 400))")
        }
        if let meant = diagnostic.meant { lines.append("\(margin) = did you mean \(meant)?") }
        if let limit = LimitName(diagnostic) {
            lines.append("\(margin) = '--limit \(limit)=<number>' sets this limit")
        }
        return lines.joined(separator: "\n") + "\n\n"
    }

    /// On one line, as editors and problem matchers read it, with its end.
    var short: String { line + "\n" }

    var line: String {
        let diagnostic = finding.diagnostic
        let subject = diagnostic.subject.map { subject in
            " " + Escaped.text(subject.kind) + (subject.id.map { " \(Escaped.text($0))" } ?? "") + ":"
        }
        let meant = diagnostic.meant.map { " (did you mean \($0)?)" } ?? ""
        return
            "\(diagnostic.location.place): \(diagnostic.severity.rawValue): \(diagnostic.code.rawValue)\(subject ?? "")"
            + " \(Escaped.text(diagnostic.message, limit: 400))\(meant)"
    }

    private var style: Colour.Style {
        switch finding.diagnostic.severity {
        case .error: .red
        case .warning: .yellow
        case .note: .bold
        }
    }

    private static func quote(_ excerpt: Excerpt, _ number: String, _ column: Int, _ colour: Colour) -> [String] {
        let margin = String(repeating: " ", count: number.count)
        guard let caret = excerpt.caret else {
            // An isolate keeps what runs from right to left from turning the frame round with it.
            return [
                "\(margin) |", "\(number) | \u{2068}\(excerpt.line)\u{2069}",
                "\(margin) = column \(column): \u{2068}\(excerpt.value)\u{2069}",
            ]
        }
        let blanks = String(repeating: " ", count: caret.column)
        let carets = colour.paint(String(repeating: "^", count: caret.width), .blue)
        return ["\(margin) |", "\(number) | \(excerpt.line)", "\(margin) | \(blanks)\(carets)"]
    }
}

extension Diagnostic {
    /// `"st-012" or "st-021"`.
    var meant: String? {
        let names = suggestions.prefix(3).map { "\"\(Escaped.text($0))\"" }
        return names.isEmpty ? nil : names.joined(separator: " or ")
    }
}
