import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel
import ExchangeSyntax

/// Nodes that no table knows: they are kept as strings in the extra `x-xml`, in the order of the document.
extension XMLReader {
    /// Begins to keep an element as it is.
    mutating func beginForeign() throws {
        if wantsFields { return try skip() }
        if scanner.isAsked {
            let name = scanner.localName.text
            let near = Resemblance.nearest(to: name, among: shape.elementNames)
            let detail = "no element of this one, <\(name.prefix(60))>; it is kept as it is"
            remark(Note(.unknownField, at: scanner.offset, detail: detail, suggestions: near), about: .foreign)
        }
        leaf = XMLLeaf(offset: scanner.offset, content: scanner.end)
        node.begin()
        inside = .foreign
        node.start(scanner)
        try checkNode()
    }

    /// Goes on to keep the element at hand as it is, though it began as a value; or not at all, if only fields are wanted.
    mutating func makeForeign() throws {
        if wantsFields { return inside = .none }
        var element = XMLVocabulary.extras
        if case .value = inside {
            switch shape.schema.fields[leaf.field].xml {
            case .attribute(let name), .element(let name), .reference(let name): element = name
            }
        }
        var attributes: [(name: String, value: [UInt8])] = []
        for (name, value) in [("ref", leaf.ref), ("role", leaf.role), ("xml:lang", leaf.language)] {
            if let value { attributes.append((name, record[value].octets)) }
        }
        let text = record[Slice(offset: leaf.textStart, count: record.bytes.count - leaf.textStart)]
        node.begin()
        inside = .foreign
        node.start(element, in: XMLVocabulary.namespace, attributes)
        node.text(text)
        try checkNode()
    }

    /// Refuses a node that is kept and has become too long.
    func checkNode() throws {
        guard node.output.count > limits.string else { return }
        throw Note(
            .limitExceeded, at: leaf.offset,
            detail: "a string for an element of no schema of ours, longer than the limit of \(limits.string) octets")
    }

    /// Keeps the node that has ended.
    mutating func keepNode() throws { try keep(node.output.bytes) }

    private mutating func keep(_ text: Bytes) throws {
        var json = ByteBuffer(capacity: text.count + 16)
        JSONText.append(text, to: &json)
        var count = 0
        keep { frame in
            if !frame.foreign.isEmpty { frame.foreign.append(UInt8(ascii: ",")) }
            frame.foreign += json.bytes.octets
            frame.foreignCount += 1
            count = frame.foreignCount
        }
        if count > limits.extras {
            throw Note(
                .limitExceeded, at: leaf.offset,
                detail: "more members that the schema does not know than the limit of \(limits.extras) for one record")
        }
    }

    /// Keeps an attribute of a record.
    mutating func keep(_ attribute: XMLAttribute) throws {
        if wantsFields, here.isRoot { return }
        leaf.offset = scanner.offset
        if attribute.namespace.isEmpty || attribute.namespace.equals("urn:cos-exchange:1") {
            let name = attribute.localName.text
            let near = Resemblance.nearest(to: name, among: shape.attributeNames)
            let detail = "no attribute of this element, \(name.prefix(60)); it is kept as it is"
            remark(Note(.unknownField, at: attribute.offset, detail: detail, suggestions: near), about: .foreign)
        }
        let value = record.bytes[try slice(of: attribute)].octets
        var text = ByteBuffer()
        text.append("@")
        if !attribute.namespace.isEmpty {
            text.append("{")
            text.append(attribute.namespace)
            text.append("}")
        }
        text.append(attribute.localName)
        text.append("=")
        text.append(contentsOf: value)
        try keep(text.bytes)
    }

    // MARK: The end of a record

    /// Takes up what the extras of an element say, and the nodes that were kept.
    mutating func finish() throws {
        if let (json, offset) = frames[frames.count - 1].extras { try takeExtras(json, at: offset) }
        if !frames[frames.count - 1].foreign.isEmpty { try takeForeignNodes() }
    }

    private mutating func takeForeignNodes() throws {
        let frame = frames[frames.count - 1]
        let schema = frame.shape.schema
        var nodes = frame.foreign
        var given: (slice: Slice, offset: Int)?
        record.eachExtra(of: frame.node, schema) { extra in
            if record[extra.label].equals("x-xml") { given = (extra.text, extra.offset) }
        }
        if let (slice, offset) = given {
            let json = record[slice].octets
            guard json.count > 2, json.first == UInt8(ascii: "["), json.last == UInt8(ascii: "]") else {
                throw Note(
                    .duplicateKey, at: frame.offset, related: offset,
                    detail: "nodes of no schema of ours, and extras that say x-xml is something else")
            }
            nodes = json.dropFirst().dropLast() + [UInt8(ascii: ",")] + nodes
            _ = record.remove(from: schema.shapes.count, of: frame.node) { _, label in label.equals("x-xml") }
        }
        let first = record.bytes.count
        record.bytes.append(UInt8(ascii: "["))
        record.bytes.append(contentsOf: nodes)
        record.bytes.append(UInt8(ascii: "]"))
        let json = Slice(offset: first, count: record.bytes.count - first)
        let name = record.bytes.slice(of: XMLVocabulary.foreignNodes)
        record.appendExtra(json, name: name, to: frame.node, schema, at: frame.offset)
    }

    private mutating func takeExtras(_ json: Slice, at offset: Int) throws {
        var found: [Note] = []
        let schema = shape.schema
        let text = record.bytes[json].octets
        var copy = ByteBuffer(capacity: text.count)
        copy.append(contentsOf: text)
        try rest.read(copy.bytes, into: &record, here, schema, at: offset) { code, detail in
            found.append(Note(code, at: offset, detail: detail))
        }
        for note in found { remark(note) }
        // An empty version keeps the place of one that lies elsewhere; here nothing lies elsewhere.
        for field in schema.shapes.indices where schema.shapes[field] == .texts {
            _ = record.remove(from: field, of: here) { text, _ in text.isEmpty }
        }
    }
}
