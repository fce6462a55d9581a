import ExchangeDiagnostics
import ExchangeFormats
import ExchangeSyntax

/// A diagnostic with the line that it points at.
struct Finding {
    let diagnostic: Diagnostic
    /// Where it is, as the format spells ways.
    let address: String
    let excerpt: Excerpt?
    /// Where what it points at ends, if that is known.
    let end: Position?
    /// Who may have to mend it.
    var contact: Contact?

    init(_ diagnostic: Diagnostic, address: String? = nil, excerpt: Excerpt? = nil, end: Position? = nil) {
        self.diagnostic = diagnostic
        self.address = address ?? diagnostic.location.path
        self.excerpt = excerpt
        self.end = end
    }

    /// Reads the line again; a finding is told without it where that is not possible.
    init(_ diagnostic: Diagnostic, address: String? = nil, in input: Input, format: Format) {
        let position = diagnostic.location.position
        let start = max(0, position.offset - Excerpt.reach.before)
        let index = position.offset - start
        guard let octets = try? input.octets(at: start, count: index + ValueExtent.reach) else {
            self.init(diagnostic, address: address)
            return
        }
        let count = ValueExtent.count(octets, from: index, in: format)
        let shown = Array(octets.prefix(index + Excerpt.reach.behind))
        self.init(
            diagnostic, address: address, excerpt: Excerpt(shown, at: index, count: count),
            end: count.map { position.moved(over: octets[index..<index + $0]) })
    }

    var fingerprint: Fingerprint { Fingerprint(diagnostic, value: excerpt?.value) }

    /// The findings that diagnostics about one input come to: with files, lines, columns, addresses, excerpts, in the order
    /// of the input.
    static func all(_ diagnostics: [Diagnostic], in input: Input, format: Format) throws -> [Finding] {
        var diagnostics = diagnostics
        // In the order of the input, so that each file is read once.
        let order = diagnostics.indices.sorted { left, right in
            let offsets = (diagnostics[left].location.position.offset, diagnostics[right].location.position.offset)
            return offsets.0 == offsets.1 ? left < right : offsets.0 < offsets.1
        }
        var addresses = [String](repeating: "", count: diagnostics.count)
        for file in input.tables ?? [input] {
            let octets = ByteInput { file.source(from: $0) }
            var lines = LineFinder(octets)
            var finder = FormatAddresses(format, octets)
            func locate(_ location: inout Diagnostic.Location) throws -> String? {
                guard location.file.isEmpty else { return nil }
                let place = input.place(of: location.position.offset)
                guard place.file === file else { return nil }
                location.file = file.name
                location.position = try lines.position(of: place.offset)
                return try finder.address(of: place.offset, pointer: location.path)
            }
            for index in order {
                if let address = try locate(&diagnostics[index].location) { addresses[index] = address }
            }
            for index in order {
                for other in diagnostics[index].related.indices {
                    guard let address = try locate(&diagnostics[index].related[other].location) else { continue }
                    diagnostics[index].related[other].location.path = address
                }
            }
        }
        let files = Dictionary((input.tables ?? [input]).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        return order.map { index in
            let file = files[diagnostics[index].location.file] ?? input
            return Finding(diagnostics[index], address: addresses[index], in: file, format: format)
        }
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

extension Position {
    /// The place behind some octets that begin here.
    fileprivate func moved(over octets: ArraySlice<UInt8>) -> Position {
        var place = self
        place.offset += octets.count
        for octet in octets {
            if octet == UInt8(ascii: "\n") {
                place.line += 1
                place.column = 1
            } else if octet & 0xC0 != 0x80 {
                place.column += 1
            }
        }
        return place
    }
}

extension Diagnostic.Location {
    /// `programme.json:412:17`.
    var place: String {
        let name = file == "-" ? "<standard input>" : Escaped.text(file, limit: 200)
        return "\(name):\(position.line):\(position.column)"
    }
}
