import ExchangeDiagnostics
import ExchangeModel
import ExchangeSyntax

/// Findings, with the way to them in the model and the record that they are about.
extension XMLReader {
    /// The way to the innermost record, header or collection around what is at hand.
    private var path: String {
        var path = ""
        for (depth, frame) in frames.enumerated() {
            switch frame.place {
            case .root: break
            case .collection(let type): path += "/" + type.schema.collection
            case .record(.none): path += "/\(frame.index)"
            case .record(.some(let field)):
                // What is at hand is the last of its field so far.
                var count = 0
                record.each(field, of: frames[depth - 1].node) { _ in count += 1 }
                path += "/\(frames[depth - 1].shape.schema.fields[field].name)/\(count - 1)"
            }
        }
        return path
    }

    /// The way to a value at hand, behind that.
    private var leafPath: String {
        guard let frame = frames.last else { return "" }
        let field = frame.shape.schema.fields[leaf.field]
        switch field.kind.shape {
        case .texts: return "/\(field.name)/" + (leaf.language.map { escaped(record[$0].text) } ?? "und")
        case .list, .participations:
            var count = 0
            record.each(leaf.field, of: frame.node) { _ in count += 1 }
            return "/\(field.name)/\(count)"
        default: return "/\(field.name)"
        }
    }

    /// The way to what is kept of no schema, behind that.
    private var foreignPath: String { "/\(XMLVocabulary.foreignNodes)/\(frames.last?.foreignCount ?? 0)" }

    private func escaped(_ name: String) -> String {
        name.split(separator: "~", omittingEmptySubsequences: false).joined(separator: "~0")
            .split(separator: "/", omittingEmptySubsequences: false).joined(separator: "~1")
    }

    /// What a remark is about, of what is at hand.
    enum Subject {
        /// The innermost record, header or collection.
        case frame
        case leaf, foreign
        case field(Int)
    }

    private func path(of subject: Subject) -> String {
        switch subject {
        case .frame: path
        case .leaf: path + leafPath
        case .foreign: path + foreignPath
        case .field(let field): path + "/" + shape.schema.fields[field].name
        }
    }

    /// Tells a remark, if it is one of those that are told.
    mutating func remark(_ note: Note, about subject: Subject = .frame) {
        guard counter.admits(note.code) else { return }
        report(diagnostic(note, about: subject))
    }

    /// A finding about what is at hand.
    func diagnostic(_ note: Note, about subject: Subject = .frame) -> Diagnostic {
        let path = path(of: subject)
        var type = RecordType.exchange
        for frame in frames { if case .collection(let inner) = frame.place { type = inner } }
        var diagnostic = Diagnostic(
            note.code, message: note.detail, subject: record.subject(of: type),
            at: Diagnostic.Location(position: Position(offset: note.offset), path: path),
            suggestions: note.suggestions)
        if let related = note.related {
            let location = Diagnostic.Location(position: Position(offset: related), path: path)
            let isSecond = note.code == .duplicateKey || note.detail?.hasPrefix("a second ") == true
            let message = isSecond ? "first given here" : "it begins here"
            diagnostic.related.append(Diagnostic.Related(message, at: location))
        }
        return diagnostic
    }
}
