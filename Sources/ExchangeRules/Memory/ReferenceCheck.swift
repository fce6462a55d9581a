import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension RecordType {
    /// The type's place in the canonical order.
    var ordinal: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    fileprivate static let names = NameIndex(allCases.map(\.rawValue))
}

extension Examination {
    /// Looks at a reference to a record of a type: now if it has gone by or all of them have, otherwise later.
    mutating func refer(to id: Bytes, of wanted: Int, by value: Record.Value, in record: borrowing Record) {
        let target = IDHash(id, kind: wanted)
        // Only parts and members are of the type of what they belong to.
        if wanted == ordinal, let source = identities.current {
            guard source != target else {
                return report(.circularReference, "it refers to itself", at: value, in: record)
            }
            references.connect(source, target)
        }
        resolve(target, id, of: wanted, by: value, in: record)
    }

    /// Looks at a reference that says the type: `artist/pinco-pallino`.
    mutating func referToTyped(_ value: Record.Value, in record: borrowing Record) {
        let text = record[value.text]
        if let slash = text.index(of: UInt8(ascii: "/")), let wanted = RecordType.names.find(text.prefix(slash)) {
            let id = text.dropping(slash + 1)
            if wanted > 0, !id.isEmpty {
                return resolve(IDHash(id, kind: wanted), id, of: wanted, by: value, in: record, prefix: slash + 1)
            }
        }
        guard URISpelling.schemeLength(text) == 0 else {
            if let fault = URISpelling.fault(in: text) { report(fault, of: text, at: value, in: record) }
            return
        }
        report(
            .danglingReference, "\(text.quoted) says no type and id, as artist/pinco-pallino does", at: value,
            in: record)
    }

    private mutating func resolve(
        _ target: IDHash, _ id: Bytes, of wanted: Int, by value: Record.Value, in record: borrowing Record,
        prefix: Int = 0
    ) {
        if identities.table.contains(target) { return }
        if prefix == 0, URISpelling.schemeLength(id) > 0 {
            if let fault = URISpelling.fault(in: id) { report(fault, of: id, at: value, in: record) }
        } else if wanted < ordinal {
            let text = id.text
            let finding = identities.dangling(id, of: wanted)
            let spelled = prefix == 0 ? "" : record[value.text].prefix(prefix).text
            report(
                finding.code, finding.message(text), at: value, in: record, related: finding.related,
                suggestions: finding.suggestions.map { spelled + $0 })
        } else {
            references.wait(
                for: target, named: record[value.text], prefix: prefix, of: wanted, from: identities.current,
                record.subject(of: type), type: ordinal, at: location(of: value, in: record))
        }
    }

    /// Looks at the references to records of a type, all of which have gone by.
    mutating func settleReferences(to type: Int) {
        var settled: [References.Waiting] = []
        references.take(waitingFor: type) { settled.append($0) }
        for reference in settled where !identities.table.contains(reference.target) {
            let text = references[reference.text].dropping(Int(reference.prefix))
            let finding = identities.dangling(text, of: type)
            var message = finding.message(text.text)
            let spelled = references[reference.text].prefix(Int(reference.prefix)).text
            let others = references.takeUncounted(reference)
            if others > 0 { message += "; so do \(others) more references that are not told one by one" }
            report(
                Diagnostic(
                    finding.code, message: message, subject: references.subject(reference),
                    at: references.location(reference), related: finding.related,
                    suggestions: finding.suggestions.map { spelled + $0 }))
        }
        let inner = settled.filter { Int($0.type) == type && $0.prefix == 0 }
        if !inner.isEmpty {
            var circles = Circles(references.edges)
            for circle in circles.circles(through: inner.map(\.source)) {
                let kept = inner.first { circle.contains($0.source) && circle.contains($0.target.low) }
                guard let reference = kept ?? inner.first else { continue }
                report(
                    Diagnostic(
                        .circularReference,
                        message: "\(references[reference.text].quoted) leads back here: \(circle.count) records belong "
                            + "to each other in a circle",
                        subject: references.subject(reference), at: references.location(reference)))
            }
        }
        references.tidy()
    }
}

/// Why a reference leads nowhere.
private struct Dangling {
    let wanted: RecordType
    /// The types of which a record has the id.
    let types: [RecordType]
    /// The record that is of the other type, or has the nearest id.
    let related: [Diagnostic.Related]
    let suggestions: [String]

    var code: Code { types.isEmpty ? .danglingReference : .wrongKindReference }

    func message(_ id: String) -> String {
        guard let type = types.first else { return "no \(wanted.rawValue) has the id \(id.quoted)" }
        return "\(id.quoted) is \(type.rawValue.withArticle), not \(wanted.rawValue.withArticle)"
    }
}

extension Identities {
    fileprivate mutating func dangling(_ id: Bytes, of wanted: Int) -> Dangling {
        let types = types(of: id, but: wanted)
        var suggestions: [String] = []
        if types.isEmpty {
            // `place/laboratorio`, where the field tells the type already.
            let ending = id.index(of: UInt8(ascii: "/")).map { id.dropping($0 + 1) }
            if let ending, !ending.isEmpty, table.contains(IDHash(ending, kind: wanted)) {
                suggestions = [ending.text]
            } else {
                suggestions = similar(to: id.text, of: wanted)
            }
        }
        let nearest = types.first.map { ($0, id.text) } ?? suggestions.first.map { (RecordType.allCases[wanted], $0) }
        let related = nearest.flatMap { type, id in
            place(of: id, type).map { Diagnostic.Related("\(id) is here", at: $0) }
        }
        return Dangling(
            wanted: RecordType.allCases[wanted], types: types, related: related.map { [$0] } ?? [],
            suggestions: suggestions)
    }

    private func place(of id: String, _ type: RecordType) -> Diagnostic.Location? {
        var buffer = ByteBuffer()
        buffer.append(utf8: id)
        return table.offset(of: IDHash(buffer.bytes, kind: type.ordinal)).map { offset in
            Diagnostic.Location(position: Position(offset: offset), path: "/\(type.schema.collection)")
        }
    }
}
